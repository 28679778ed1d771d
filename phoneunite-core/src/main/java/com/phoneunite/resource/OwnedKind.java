package com.phoneunite.resource;

import java.util.Arrays;

/**
 * The kinds of things that an organization owns. Whoever exports an organization or closes it handles every one of them, without a
 * {@code default}: a new kind does not compile until it has an answer everywhere.
 */
public enum OwnedKind {
    /** Somebody administers the organization (rule M2). */
    ADMINISTRATION("administration"),
    /** Somebody is a member of it, by an extension (rule M3). */
    MEMBERSHIP("extension"),
    /** Somebody is invited into it (rule M5). */
    INVITATION("invitation"),
    /** It holds a phone number (rule T1). */
    PHONE_NUMBER("phone_number"),
    /** It has a call tree (rule T3). */
    CALL_TREE("call_tree"),
    /** It has a sound (rule T4). */
    SOUND("sound"),
    /** It has a thing that the host has brought: see {@link ResourceType}. */
    RESOURCE("resource");

    private final String type;

    OwnedKind(String type) {
        this.type = type;
    }

    /** How references to it begin. Things of the host's have a type of their own each. */
    public String type() {
        return type;
    }

    /** Whose references begin so: every name that is not one of ours is a type of the host's. */
    public static OwnedKind of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElse(RESOURCE);
    }
}
