package com.phoneunite.resource;

import com.phoneunite.input.IdOrder;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a thing that the host has brought. Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record ResourceId(UUID value) implements Comparable<ResourceId> {

    public ResourceId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static ResourceId parse(String text) {
        return new ResourceId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ResourceId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
