package com.phoneunite.membership;

import com.phoneunite.input.IdOrder;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of an invitation. It is no secret, and accepts nothing. Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record InvitationId(UUID value) implements Comparable<InvitationId> {

    public InvitationId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static InvitationId parse(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    @Override
    public int compareTo(InvitationId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
