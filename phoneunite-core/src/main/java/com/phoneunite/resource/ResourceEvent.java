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

    /**
     * The organization has it from now on.
     *
     * @param ref the thing
     * @param name its name
     */
    record Added(ResourceRef ref, DisplayName name) implements ResourceEvent {
        @Override
        public String type() {
            return ref.type() + ".added";
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
            return ref.type() + ".changed";
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
            return ref.type() + ".removed";
        }
    }
}
