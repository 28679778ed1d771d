package com.phoneunite.telephony;

import com.phoneunite.input.InputRule;
import com.phoneunite.input.InputValidator;
import com.phoneunite.membership.Extension;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Destination} as somebody has entered it. Made by the factories of {@link Destination}; whether it can be one is said when it
 * is saved (rule X4). Immutable.
 *
 * @param kind what kind of destination
 * @param value which one: digits, a name, an id or a number; empty to hang up
 */
public record DestinationDraft(Kind kind, @Nullable String value) {

    static final DestinationDraft HANG_UP = new DestinationDraft(Kind.HANG_UP, "");

    /** The kinds of destinations, by their names in JSON. */
    public enum Kind {
        /** {@link Destination.ToExtension}. */
        EXTENSION("extension"),
        /** {@link Destination.ToVoicemail}. */
        VOICEMAIL("voicemail"),
        /** {@link Destination.ToMenu}. */
        MENU("menu"),
        /** {@link Destination.ToCallTree}. */
        CALL_TREE("callTree"),
        /** {@link Destination.ToPhoneNumber}. */
        PHONE_NUMBER("phoneNumber"),
        /** {@link Destination.ToResource}. */
        RESOURCE("resource"),
        /** {@link Destination.HangUp}. */
        HANG_UP("hangUp");

        private final String json;

        Kind(String json) {
            this.json = json;
        }

        /** Its name in JSON. */
        public String json() {
            return json;
        }
    }

    public DestinationDraft {
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * The destination.
     *
     * @throws IllegalArgumentException naming every violated constraint
     */
    public Destination parse() {
        new Rule().require(this);
        String text = Objects.requireNonNull(value);
        return switch (kind) {
            case EXTENSION -> new Destination.ToExtension(new Extension(text));
            case VOICEMAIL -> new Destination.ToVoicemail(new Extension(text));
            case MENU -> new Destination.ToMenu(new MenuName(text));
            case CALL_TREE -> new Destination.ToCallTree(CallTreeId.parse(text));
            case PHONE_NUMBER -> new Destination.ToPhoneNumber(PhoneNumber.parse(text));
            case RESOURCE -> new Destination.ToResource(ResourceRef.parse(text));
            case HANG_UP -> new Destination.HangUp();
        };
    }

    /** What has been entered can be a destination. Whether it leads anywhere is not asked. */
    public static final class Rule implements InputRule<DestinationDraft> {

        private static final Pattern UUID =
                Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

        @Override
        public void check(DestinationDraft draft, BiConsumer<String, String> report) {
            String value = draft.value();
            if (value == null) {
                report.accept(InputValidator.REQUIRED, "must be given");
                return;
            }
            switch (draft.kind()) {
                case EXTENSION, VOICEMAIL -> new Extension.Rule().check(value, report);
                case MENU -> new MenuName.Rule().check(value, report);
                case CALL_TREE -> checkId(value, report);
                case PHONE_NUMBER -> new PhoneNumber.Rule().check(value, report);
                case RESOURCE -> checkResource(value, report);
                case HANG_UP -> checkEmpty(value, report);
            }
        }

        private static void checkEmpty(String value, BiConsumer<String, String> report) {
            if (!value.isEmpty()) {
                report.accept("NOT_EMPTY", "must be empty: the call ends");
            }
        }

        private static void checkId(String value, BiConsumer<String, String> report) {
            if (!isId(value)) {
                report.accept("NOT_AN_ID", "must be an id, which is a UUID in lower case");
            }
        }

        static boolean isId(String value) {
            return UUID.matcher(value).matches();
        }

        private static void checkResource(String value, BiConsumer<String, String> report) {
            if (resource(value).isEmpty()) {
                report.accept("NOT_A_RESOURCE", "must be the type and the id of a resource, with a colon in between");
            }
        }

        private static Optional<ResourceRef> resource(String value) {
            try {
                return Optional.of(ResourceRef.parse(value)).filter(ref -> ref.kind() == OwnedKind.RESOURCE);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** Rule T1: what has been entered can be where a phone number leads: something of the organization. */
    public static final class RouteRule implements InputRule<DestinationDraft> {
        @Override
        public void check(DestinationDraft draft, BiConsumer<String, String> report) {
            switch (draft.kind()) {
                case EXTENSION, VOICEMAIL, CALL_TREE, RESOURCE -> new Rule().check(draft, report);
                case MENU, PHONE_NUMBER, HANG_UP ->
                    report.accept(
                            "NOT_OF_THE_ORGANIZATION",
                            "must be an extension, a voicemail, a call tree or a resource of the organization");
            }
        }
    }
}
