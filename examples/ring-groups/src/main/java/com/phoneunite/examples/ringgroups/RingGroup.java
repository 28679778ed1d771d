package com.phoneunite.examples.ringgroups;

import java.util.List;

/**
 * Several phones that ring for one caller.
 *
 * @param extensions the extensions of the members whose phones ring, in order
 * @param ringing how they ring
 * @param seconds how long they ring
 */
public record RingGroup(List<String> extensions, Ringing ringing, int seconds) {

    /** How the phones of a group ring. */
    public enum Ringing {
        /** All at the same time. */
        TOGETHER,
        /** One after the other. */
        IN_TURN
    }

    public RingGroup {
        extensions = List.copyOf(extensions);
    }
}
