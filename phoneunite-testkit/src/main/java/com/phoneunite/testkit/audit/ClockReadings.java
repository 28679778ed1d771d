package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the host's clock said at each look, at whatever account, and which of them was the last one at which account. Between two looks at an
 * account others may be looked at, after the clock has moved on or gone back, while it was worked on.
 */
final class ClockReadings {

    /** By the number of the look, where the clock had gone back; none is later than one behind it. */
    private final NavigableMap<Long, Instant> lows = new TreeMap<>();

    private final Map<AccountId, Look> lastLooks = new HashMap<>();
    private Instant last = Instant.MIN;
    private long count;

    /** A look, by its number, and what the clock said. */
    private record Look(long number, Instant reading) {}

    /** Notes a look. */
    void look(Instant now) {
        count++;
        if (count == 1 || now.isBefore(last)) {
            while (!lows.isEmpty() && !lows.lastEntry().getValue().isBefore(now)) {
                lows.pollLastEntry();
            }
            lows.put(count, now);
        }
        last = now;
    }

    /** Notes that the look which was noted last was at that account. */
    void at(AccountId account) {
        lastLooks.put(account, new Look(count, last));
    }

    /**
     * The earliest that the clock has said since the account was looked at, or since the first look of all where it was not; empty before that
     * one.
     */
    Optional<Instant> earliestSince(AccountId account) {
        Optional<Look> own = Optional.ofNullable(lastLooks.get(account));
        Optional<Instant> back = Optional.ofNullable(
                        lows.higherEntry(own.map(Look::number).orElse(0L)))
                .map(Map.Entry::getValue);
        return own.map(Look::reading)
                .map(reading -> back.filter(reading::isAfter).orElse(reading))
                .or(() -> back);
    }
}
