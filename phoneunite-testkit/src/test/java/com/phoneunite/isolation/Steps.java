package com.phoneunite.isolation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where ids and random bytes of a program come from. They are told by the step in which they are drawn, which is the place of a command
 * in the program: so what is seen can be compared as it is, an attacker can name what somebody else may have made, whether they have or
 * not, and an id tells where it was made. Not thread-safe.
 */
final class Steps {

    /** The step of the first account. */
    static final long BEGINNING = -50;

    /** The step of the other account. */
    static final long FAR_BEGINS = -40;

    static final long THERE_BEGINS = -30;

    static final long ADDED_BEGINS = -25;

    private static final long FIRST_ID = 0x0190_b1a0_0000_7000L;
    private static final long LAST_HALF = 0x8000_0000_0000_0000L;

    /** The step in which the first thing of each place is made, before the program; the others follow. */
    private static final Map<Place, Integer> FURNISHED =
            Map.of(Place.HERE, -20, Place.ADDED, -16, Place.THERE, -10, Place.FAR, -6);

    private static final List<Operation> MAKING =
            List.of(Operation.SAVE_TREE, Operation.ADD_SOUND, Operation.ADD_GROUP, Operation.INVITE_ADMINISTRATOR);

    private long step;
    private long drawn;

    void at(long now) {
        step = now;
        drawn = 0;
    }

    /** The step in which the command with that index is carried out. */
    static long of(int index) {
        return index + 1L;
    }

    /** The step in which a place is given something of that kind before the program. */
    static long furnishing(Place place, Operation making) {
        return (long) FURNISHED.get(place) + MAKING.indexOf(making);
    }

    UUID id() {
        return new UUID(FIRST_ID + step, LAST_HALF + drawn++);
    }

    byte[] random() {
        return ByteBuffer.allocate(32).putLong(step).putLong(drawn++).array();
    }

    /** The first id that is drawn in a step. */
    static UUID firstOf(long step) {
        return new UUID(FIRST_ID + step, LAST_HALF);
    }

    /** The one id of somebody who comes into the account through an invitation, whoever invites them. */
    static UUID ofNewcomer(int person) {
        return new UUID(FIRST_ID, LAST_HALF + newcomer(person));
    }

    private static long newcomer(int person) {
        return 0xffffL - person;
    }

    /** Does what may bring a newcomer into the account. */
    <T> T bringing(int newcomer, Supplier<T> work) {
        long formerStep = step;
        long formerlyDrawn = drawn;
        step = 0;
        drawn = newcomer(newcomer);
        try {
            return work.get();
        } finally {
            step = formerStep;
            drawn = formerlyDrawn;
        }
    }

    /** In which organization it was that the id was drawn, if it was in one. */
    static Optional<Place> placeOf(UUID id, List<Command> commands) {
        long step = id.getMostSignificantBits() - FIRST_ID;
        if (step >= FAR_BEGINS && step < THERE_BEGINS) {
            return Optional.of(Place.FAR);
        }
        return step >= of(0) && step <= commands.size()
                ? Optional.of(commands.get((int) step - 1).place()).filter(where -> where != Place.ACCOUNT)
                : FURNISHED.keySet().stream()
                        .filter(place -> step >= FURNISHED.get(place) && step < FURNISHED.get(place) + MAKING.size())
                        .findFirst();
    }
}
