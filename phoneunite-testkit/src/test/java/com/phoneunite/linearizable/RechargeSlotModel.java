package com.phoneunite.linearizable;

import java.util.HashSet;
import java.util.Set;

/** What rule P5 says for one thread: one attempt at a time may be unresolved, and a key that was used up stays so. */
public class RechargeSlotModel {
    private final Set<Integer> over = new HashSet<>();
    private int unresolved;

    /**
     * Begins an attempt, or goes on with the one under that key, or finds that it is over. Which of them is not told: an attempt may be called
     * off between its beginning and its answer.
     */
    public String recharge(int key) {
        if (over.contains(key)) {
            return "granted";
        }
        if (unresolved != 0 && unresolved != key) {
            return "RECHARGE_UNRESOLVED";
        }
        unresolved = key;
        return "granted";
    }

    /** Calls off the attempt under that key. */
    public String cancel(int key) {
        if (unresolved == key) {
            unresolved = 0;
            over.add(key);
        }
        return over.contains(key) ? "over" : "RECHARGE_NOT_FOUND";
    }
}
