package com.phoneunite.telephony;

import com.phoneunite.input.IdOrder;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a call tree. Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record CallTreeId(UUID value) implements Comparable<CallTreeId> {

    public CallTreeId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static CallTreeId parse(String text) {
        return new CallTreeId(UUID.fromString(text));
    }

    /** How other things of the organization refer to it. */
    public ResourceRef ref() {
        return new ResourceRef(OwnedKind.CALL_TREE.type(), value.toString());
    }

    @Override
    public int compareTo(CallTreeId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
