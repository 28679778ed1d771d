package com.phoneunite.resource;

import com.phoneunite.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rules of owned things refuse, whichever type they are of. */
public sealed interface ResourceRefusal extends Refusal {

    /**
     * Rule I2: the organization has no such thing, whether it never existed or is somebody else's.
     *
     * @param type what was asked for
     */
    record NotFound(String type) implements ResourceRefusal {
        @Override
        public String code() {
            return "RESOURCE_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "I2";
        }

        @Override
        public String message() {
            return "there is no such " + type;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("type", type);
        }
    }

    /**
     * Rules T5 and M6: the thing is in use, and stays until it is not.
     *
     * @param ref the thing
     * @param usedBy what uses it, the first {@value #MAX_NAMED} of it
     */
    record InUse(ResourceRef ref, List<ResourceUse> usedBy) implements ResourceRefusal {

        /** The most users that are named. */
        public static final int MAX_NAMED = 20;

        public InUse {
            usedBy = List.copyOf(usedBy);
        }

        @Override
        public String code() {
            return "RESOURCE_IN_USE";
        }

        @Override
        public String rule() {
            return "T5";
        }

        @Override
        public String message() {
            return usedBy.stream()
                    .map(use -> use.ref().toString())
                    .collect(Collectors.joining(", ", "the " + ref.type() + " is in use by ", ""));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("usedBy", usedBy);
        }
    }

    /**
     * Rule I3: what a thing refers to is not there, in this organization.
     *
     * @param missing what is referred to
     */
    record ReferenceNotFound(List<ResourceRef> missing) implements ResourceRefusal {

        public ReferenceNotFound {
            missing = List.copyOf(missing);
        }

        @Override
        public String code() {
            return "REFERENCE_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "I3";
        }

        @Override
        public String message() {
            return missing.stream()
                    .map(ResourceRef::type)
                    .distinct()
                    .collect(Collectors.joining(", ", "something that is referred to is not there: ", ""));
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("missing", missing);
        }
    }

    /**
     * Rule T4: another thing of the same type in the organization has this name, or one that looks the same.
     *
     * @param type what it is
     */
    record NameTaken(String type) implements ResourceRefusal {
        @Override
        public String code() {
            return "RESOURCE_NAME_TAKEN";
        }

        @Override
        public String rule() {
            return "T4";
        }

        @Override
        public String message() {
            return "another " + type + " of the organization has this name, or one that looks the same";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("type", type);
        }
    }

    /**
     * Rule X5: the organization has as many things of the type as it can.
     *
     * @param type what it is
     * @param limit how many that is
     */
    record LimitReached(String type, int limit) implements ResourceRefusal {
        @Override
        public String code() {
            return "RESOURCE_LIMIT_REACHED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "an organization can have " + limit + " of the type " + type;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("type", type, "limit", limit);
        }
    }
}
