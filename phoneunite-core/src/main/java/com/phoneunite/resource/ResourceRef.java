package com.phoneunite.resource;

import com.phoneunite.membership.Extension;
import java.util.regex.Pattern;

/**
 * Names a thing of an organization within that organization, for other things of the same organization to refer to (rule I3). It
 * says nothing of whether the thing is there. Immutable.
 *
 * @param type what it is: {@code extension}, {@code phone_number}, {@code call_tree}, {@code sound}, or the name of a type of the
 *     host's; a lower-case letter, then up to 39 of {@code a-z 0-9 _}
 * @param id which one: 1 to {@value #MAX_ID_LENGTH} visible ASCII characters
 */
public record ResourceRef(String type, String id) implements Comparable<ResourceRef> {

    /** The most characters of an id. */
    public static final int MAX_ID_LENGTH = 64;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    public ResourceRef {
        requireType(type);
        if (id.isEmpty() || id.length() > MAX_ID_LENGTH || !id.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the id of a thing is 1 to 64 visible ASCII characters");
        }
    }

    /** The extension of a member. */
    public static ResourceRef extension(Extension extension) {
        return new ResourceRef(OwnedKind.MEMBERSHIP.type(), extension.value());
    }

    /**
     * What {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static ResourceRef parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a reference is a type and an id with a colon in between");
        }
        return new ResourceRef(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Goes on where a host may give a type of its own that name.
     *
     * @throws IllegalArgumentException if it is not one, or one of ours
     */
    public static void requireHostType(String type) {
        requireType(type);
        if (OwnedKind.of(type) != OwnedKind.RESOURCE
                || OwnedKind.RESOURCE.type().equals(type)) {
            throw new IllegalArgumentException(type + " is one of our own types");
        }
    }

    private static void requireType(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "the name of a type is a lower-case letter and up to 39 letters, digits or underscores");
        }
    }

    /** What kind of thing it is. */
    public OwnedKind kind() {
        return OwnedKind.of(type);
    }

    @Override
    public int compareTo(ResourceRef other) {
        int order = type.compareTo(other.type);
        return order != 0 ? order : id.compareTo(other.id);
    }

    /** The type and the id with a colon in between, for example {@code extension:101}. */
    @Override
    public String toString() {
        return type + ':' + id;
    }
}
