package com.phoneunite.testkit.contract;

import com.phoneunite.input.Moments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule X2: what the clock must do that a host gives to {@code PhoneUnite.builder(store).clock(…)}. */
public interface ClockContract extends Contract {

    /** The clock. */
    InstantSource clock();

    @Test
    default void X2_theClockTellsMomentsThatCanBeKept() {
        Proof.of("X2", "what is to be kept of a moment overflows, and nothing is saved any more", proof -> {
            InstantSource clock = clock();
            Instant now = Moments.now(clock);
            boolean within = !now.isBefore(Instant.EPOCH) && now.isBefore(Instant.parse("+10000-01-01T00:00:00Z"));
            proof.that(within, "told the moment " + now, "a moment of the years 1970 to 9999");
        });
    }

    @Test
    default void X2_theClockTellsTheSameTimeInMilliseconds() {
        Proof.of("X2", "ids are made by another time than events, and lists stand in no order", proof -> {
            InstantSource clock = clock();
            long before = clock.instant().toEpochMilli();
            long millis = clock.millis();
            long after = clock.instant().toEpochMilli();
            boolean between = after < before || (before <= millis && millis <= after);
            proof.that(between, "told " + millis + " milliseconds", before + " to " + after);
        });
    }

    @Test
    default void X2_theClockIsReadByManyThreads() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("X2", "now and then a charge is dated years away", proof -> {
            InstantSource clock = clock();
            Instant first = clock.instant().minusSeconds(3_600);
            Instant last = first.plusSeconds(7_200);
            CompletableFuture<Void> end = new CompletableFuture<>();
            int[] astray = new int[2];
            Threads.run(end, () -> astray[1] = astray(clock, first, last));
            astray[0] = astray(clock, first, last);
            end.get(Threads.LONG_SECONDS, TimeUnit.SECONDS);
            proof.same("how many moments were over an hour away", 0, astray[0] + astray[1]);
        });
    }

    @Test
    default void X2_theClockGoesOn() {
        needs(AdapterFeature.MOVING);
        Proof.of("X2", "no trial ends, no period begins, and nothing is ever charged", proof -> {
            InstantSource clock = clock();
            Instant start = clock.instant();
            boolean moved = Threads.until(patience(), () -> !clock.instant().equals(start));
            proof.that(moved, "stood still at " + start, "that it goes on");
        });
    }

    private static int astray(InstantSource clock, Instant first, Instant last) {
        return (int) IntStream.range(0, 10_000)
                .mapToObj(i -> clock.instant())
                .filter(now -> now.isBefore(first) || now.isAfter(last))
                .count();
    }
}
