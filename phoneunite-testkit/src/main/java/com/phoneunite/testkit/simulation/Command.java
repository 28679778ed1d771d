package com.phoneunite.testkit.simulation;

/**
 * One command of a program. Everything that it chooses, and every fault that it meets, comes from its own seed: so it means the same where
 * others are left out.
 *
 * @param index its place in the program that was drawn
 * @param act what is done
 * @param seed what it draws from
 */
record Command(int index, Act act, long seed) {

    private static final int HOSTS = 2;

    /** The host that does it, unless that is busy. */
    int host() {
        return Math.floorMod(seed, HOSTS);
    }
}
