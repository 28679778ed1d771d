package com.phoneunite.account;

import com.phoneunite.input.IdOrder;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a user. The same person in another account is another user (rule M1). Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record UserId(UUID value) implements Comparable<UserId> {

    public UserId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public int compareTo(UserId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
