package com.phoneunite.testkit.simulation;

import com.phoneunite.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The clock of both hosts, and who moves it. */
final class SimulatedTime {

    /** A call of a gateway is over within its deadline: so the clock does not outrun one that is on its way. */
    private static final Duration WHILE_A_CALL_IS_ON_ITS_WAY = Duration.ofSeconds(10);

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final MutableClock clock;
    private BooleanSupplier aCallIsOnItsWay = () -> false;
    private Instant latest;
    private Optional<Instant> whereItWas = Optional.empty();

    SimulatedTime(Instant start) {
        clock = MutableClock.at(start);
        latest = start;
    }

    MutableClock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    void isHeldUpWhile(BooleanSupplier onItsWay) {
        aCallIsOnItsWay = onItsWay;
    }

    /** The latest moment that there was. */
    Instant latest() {
        return latest;
    }

    /** Moves the clock, as far as it may; whether it is there. */
    boolean move(Instant to) {
        Instant most = now().plus(WHILE_A_CALL_IS_ON_ITS_WAY);
        boolean isHeldUp = to.isAfter(most) && aCallIsOnItsWay.getAsBoolean();
        set(isHeldUp ? most : to);
        return !isHeldUp;
    }

    /** A year ahead, or back to where it was before that. */
    boolean aYearAheadOrBack() {
        if (whereItWas.isPresent()) {
            set(whereItWas.get());
            whereItWas = Optional.empty();
            return true;
        }
        Instant here = now();
        boolean isThere = move(here.plus(A_YEAR));
        whereItWas = isThere ? Optional.of(here) : Optional.empty();
        return isThere;
    }

    /** Nobody's clock is wrong any more. */
    void catchUp() {
        whereItWas = Optional.empty();
        set(latest);
    }

    private void set(Instant moment) {
        clock.set(moment);
        latest = latest.isBefore(moment) ? moment : latest;
    }
}
