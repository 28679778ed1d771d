package com.phoneunite.testkit.simulation;

import com.phoneunite.account.AccountId;
import java.util.HashMap;
import java.util.Map;

/** Counts faults, and pairs of them that met one account within an epoch. Not thread-safe. */
final class FaultTally {

    private final long[] counts = new long[FaultTable.KINDS.size()];
    private final long[][] pairs = new long[counts.length][counts.length];
    private final Map<AccountId, Long> metInThisEpoch = new HashMap<>();

    void met(Enum<?> fault, AccountId account) {
        counts[FaultTable.numberOf(fault)]++;
        pair(FaultTable.numberOf(fault), account);
    }

    /** Everybody meets what happens to a process or to the clock. */
    void met(Enum<?> fault, Iterable<AccountId> all) {
        counts[FaultTable.numberOf(fault)]++;
        all.forEach(account -> pair(FaultTable.numberOf(fault), account));
    }

    private void pair(int number, AccountId account) {
        long before = metInThisEpoch.getOrDefault(account, 0L);
        for (long left = before; left != 0; left &= left - 1) {
            int other = Long.numberOfTrailingZeros(left);
            pairs[Math.min(number, other)][Math.max(number, other)]++;
        }
        metInThisEpoch.put(account, before | 1L << number);
    }

    void nextEpoch() {
        metInThisEpoch.clear();
    }

    FaultTable table() {
        return new FaultTable(counts, pairs);
    }
}
