package com.phoneunite.input;

import java.util.UUID;

/**
 * The one order of ids: that of their bytes, which is that of their texts, and that in which databases keep them. {@link
 * UUID#compareTo} has another one, in which ids whose first bit is set come first: half of those that follow from a key (rule A1), and half
 * of those that a host draws at random.
 */
public final class IdOrder {

    private IdOrder() {}

    /** Less than 0, 0 or more than 0 where the first comes before the other, is the same, or comes behind it. */
    public static int compare(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
