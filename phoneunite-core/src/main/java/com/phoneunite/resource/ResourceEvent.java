package com.phoneunite.resource;

import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.DisplayName;

/**
 * What happens to call trees, sounds and the things that a host has brought. Which organization it is about is told by the record
 * that carries the event (rule I5).
 */
public sealed interface ResourceEvent extends DomainEvent {

    /** The thing. */
    ResourceRef ref();

    /** Types of the host's stand apart: one that is called {@code organization} is not taken for an organization. */
    private static String about(ResourceRef ref) {
        return switch (ref.kind()) {
            case RESOURCE -> OwnedKind.RESOURCE.type() + '.' + ref.type();
            case ADMINISTRATION, MEMBERSHIP, INVITATION, PHONE_NUMBER, CALL_TREE, SOUND -> ref.type();
        };
    }

    /**
     * The organization has it from now on.
     *
     * @param ref the thing
     * @param name its name
     */
    record Added(ResourceRef ref, DisplayName name) implements ResourceEvent {
        @Override
        public String type() {
            return ResourceEvent.about(ref) + ".added";
        }
    }

    /**
     * Its content or its name is another one.
     *
     * @param ref the thing
     * @param name the name that it has now
     */
    record Changed(ResourceRef ref, DisplayName name) implements ResourceEvent {
        @Override
        public String type() {
            return ResourceEvent.about(ref) + ".changed";
        }
    }

    /**
     * The organization does not have it any more.
     *
     * @param ref the thing
     * @param name the name that it had
     */
    record Removed(ResourceRef ref, DisplayName name) implements ResourceEvent {
        @Override
        public String type() {
            return ResourceEvent.about(ref) + ".removed";
        }
    }
}
