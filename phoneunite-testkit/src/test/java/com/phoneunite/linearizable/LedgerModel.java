package com.phoneunite.linearizable;

import java.util.HashMap;
import java.util.Map;

/** What rules B2 and B3 say of one account, for one thread: a balance that stays above zero, and references that are used once. */
public class LedgerModel {
    private final Map<Integer, Integer> posted = new HashMap<>();
    private long balance;

    /** Adds to the balance. */
    public String credit(int reference, int amount) {
        return post(reference, amount);
    }

    /** Takes from the balance what leaves it above zero. */
    public String use(int reference, int amount) {
        return balance - amount <= 0 && !posted.containsKey(-reference) ? "BALANCE_TOO_LOW" : post(-reference, amount);
    }

    /** The balance. */
    public long balance() {
        return balance;
    }

    private String post(int reference, int amount) {
        Integer before = posted.putIfAbsent(reference, amount);
        if (before != null) {
            return before == amount ? "AlreadyPosted" : "REFERENCE_REUSED";
        }
        balance += reference > 0 ? amount : -amount;
        return "Posted";
    }
}
