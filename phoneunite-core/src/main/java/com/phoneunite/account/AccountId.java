package com.phoneunite.account;

import com.phoneunite.input.IdOrder;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of an account. Made by the library as a UUIDv7; of an account that was opened under a key, a UUIDv8 that follows from the
 * key (rule A1).
 *
 * @param value the id itself
 */
public record AccountId(UUID value) implements Comparable<AccountId> {

    public AccountId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static AccountId parse(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public int compareTo(AccountId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
