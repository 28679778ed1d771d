package com.phoneunite.organization;

import com.phoneunite.input.IdOrder;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of an organization. Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record OrganizationId(UUID value) implements Comparable<OrganizationId> {

    public OrganizationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static OrganizationId parse(String text) {
        return new OrganizationId(UUID.fromString(text));
    }

    @Override
    public int compareTo(OrganizationId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
