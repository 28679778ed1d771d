package com.phoneunite.telephony;

import com.phoneunite.input.IdOrder;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a sound. Made by the library as a UUIDv7; compares by time of making.
 *
 * @param value the id itself
 */
public record SoundId(UUID value) implements Comparable<SoundId> {

    public SoundId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * The id that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static SoundId parse(String text) {
        return new SoundId(UUID.fromString(text));
    }

    /** How other things of the organization refer to it. */
    public ResourceRef ref() {
        return new ResourceRef(OwnedKind.SOUND.type(), value.toString());
    }

    @Override
    public int compareTo(SoundId other) {
        return IdOrder.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
