package com.phoneunite.telephony;

import com.phoneunite.membership.Extension;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rule T3: where a call goes. The static factories take what a person has entered, to be checked where it is saved. Immutable.
 */
public sealed interface Destination {

    /** The phone of the member with this extension. */
    static DestinationDraft extension(@Nullable String digits) {
        return new DestinationDraft(DestinationDraft.Kind.EXTENSION, digits);
    }

    /** The voicemail of the member with this extension. */
    static DestinationDraft voicemail(@Nullable String digits) {
        return new DestinationDraft(DestinationDraft.Kind.VOICEMAIL, digits);
    }

    /** Another menu of the same call tree, or the same one again. */
    static DestinationDraft menu(@Nullable String name) {
        return new DestinationDraft(DestinationDraft.Kind.MENU, name);
    }

    /** Another call tree of the organization. */
    static DestinationDraft callTree(@Nullable CallTreeId id) {
        return new DestinationDraft(DestinationDraft.Kind.CALL_TREE, id == null ? null : id.toString());
    }

    /** A phone number outside, with its country code. */
    static DestinationDraft phoneNumber(@Nullable String number) {
        return new DestinationDraft(DestinationDraft.Kind.PHONE_NUMBER, number);
    }

    /** A thing that the host has brought. */
    static DestinationDraft resource(@Nullable ResourceRef ref) {
        return new DestinationDraft(DestinationDraft.Kind.RESOURCE, ref == null ? null : ref.toString());
    }

    /** The end of the call. */
    static DestinationDraft hangUp() {
        return DestinationDraft.HANG_UP;
    }

    /** Handles every case. */
    <R> R fold(Cases<? extends R> cases);

    /** What the destination is of, as it can be entered again. */
    DestinationDraft draft();

    /** The thing of the organization that the call goes to; empty for a menu, for the outside, and for the end. */
    default Optional<ResourceRef> refersTo() {
        return Optional.empty();
    }

    /**
     * One answer for each case of a destination.
     *
     * @param <R> what is answered
     */
    interface Cases<R> {

        /** The phone of a member. */
        R extension(Extension extension);

        /** The voicemail of a member. */
        R voicemail(Extension extension);

        /** A menu of the same call tree. */
        R menu(MenuName menu);

        /** Another call tree. */
        R callTree(CallTreeId callTree);

        /** Outside. */
        R phoneNumber(PhoneNumber number);

        /** A thing of the host's. */
        R resource(ResourceRef resource);

        /** The end. */
        R hangUp();
    }

    /**
     * The phone of a member.
     *
     * @param extension the member's extension
     */
    record ToExtension(Extension extension) implements Destination {
        public ToExtension {
            Objects.requireNonNull(extension, "extension");
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.extension(extension);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.extension(extension.value());
        }

        @Override
        public Optional<ResourceRef> refersTo() {
            return Optional.of(ResourceRef.extension(extension));
        }
    }

    /**
     * The voicemail of a member.
     *
     * @param extension the member's extension
     */
    record ToVoicemail(Extension extension) implements Destination {
        public ToVoicemail {
            Objects.requireNonNull(extension, "extension");
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.voicemail(extension);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.voicemail(extension.value());
        }

        @Override
        public Optional<ResourceRef> refersTo() {
            return Optional.of(ResourceRef.extension(extension));
        }
    }

    /**
     * A menu of the same call tree.
     *
     * @param menu its name
     */
    record ToMenu(MenuName menu) implements Destination {
        public ToMenu {
            Objects.requireNonNull(menu, "menu");
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.menu(menu);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.menu(menu.value());
        }
    }

    /**
     * Another call tree.
     *
     * @param callTree its id
     */
    record ToCallTree(CallTreeId callTree) implements Destination {
        public ToCallTree {
            Objects.requireNonNull(callTree, "callTree");
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.callTree(callTree);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.callTree(callTree);
        }

        @Override
        public Optional<ResourceRef> refersTo() {
            return Optional.of(callTree.ref());
        }
    }

    /**
     * A phone number outside.
     *
     * @param number the number
     */
    record ToPhoneNumber(PhoneNumber number) implements Destination {
        public ToPhoneNumber {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.phoneNumber(number);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.phoneNumber(number.value());
        }
    }

    /**
     * A thing that the host has brought.
     *
     * @param resource its type and id
     */
    record ToResource(ResourceRef resource) implements Destination {
        public ToResource {
            if (resource.kind() != OwnedKind.RESOURCE) {
                throw new IllegalArgumentException(resource.type() + " is not a type of the host's");
            }
        }

        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.resource(resource);
        }

        @Override
        public DestinationDraft draft() {
            return Destination.resource(resource);
        }

        @Override
        public Optional<ResourceRef> refersTo() {
            return Optional.of(resource);
        }
    }

    /** The end of the call. */
    record HangUp() implements Destination {
        @Override
        public <R> R fold(Cases<? extends R> cases) {
            return cases.hangUp();
        }

        @Override
        public DestinationDraft draft() {
            return Destination.hangUp();
        }
    }
}
