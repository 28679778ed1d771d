package com.phoneunite.billing.recharge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rule P7: when what is not settled is reconciled: after 5 minutes, after 1 hour, then daily for 5 days; then it needs review. */
final class CheckSchedule {

    private static final List<Duration> AFTER = List.of(
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3),
            Duration.ofDays(4),
            Duration.ofDays(5));
    private static final Duration HINT_AGAIN = Duration.ofHours(1);

    private CheckSchedule() {}

    /** The first check. */
    static Instant first(Instant recordedAt) {
        return recordedAt.plus(AFTER.get(0));
    }

    /**
     * The next check after that moment; none once the schedule is through, and a person has to decide.
     *
     * @param recordedAt when what is checked was recorded
     */
    static Optional<Instant> after(Instant recordedAt, Instant moment) {
        return AFTER.stream()
                .map(recordedAt::plus)
                .filter(check -> check.isAfter(moment))
                .findFirst();
    }

    /** When something that a notification hinted at is looked up again, as long as nobody answers. */
    static Instant hintAgain(Instant moment) {
        return moment.plus(HINT_AGAIN);
    }
}
