package com.phoneunite.testkit.contract;

import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Moments, keys and amounts drawn from a seed. Those with a higher number are later, or come later in the order of their characters. */
final class Drawn {

    private static final String IN_ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final long seed;
    private final Instant first;
    private final long microsBetween;

    Drawn(long seed) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        first = Facts.NOW.plus(random.nextLong(40_000_000_000_000L), ChronoUnit.MICROS);
        microsBetween = random.nextLong(1, 3_600_000_000L);
    }

    /** A moment, with microseconds. */
    Instant at(int number) {
        return first.plus(number * microsBetween, ChronoUnit.MICROS);
    }

    /** 1 to 20 visible ASCII characters. Those of {@code 11} are before those of {@code 36}, which no dictionary would say. */
    IdempotencyKey key(int number) {
        return new IdempotencyKey(text(number));
    }

    /** As a key, for what is told by a text. */
    String text(int number) {
        SplittableRandom random = random(number);
        StringBuilder text = new StringBuilder()
                .append(IN_ORDER.charAt(number / IN_ORDER.length()))
                .append(IN_ORDER.charAt(number % IN_ORDER.length()));
        for (int more = random.nextInt(18); more > 0; more--) {
            text.append((char) random.nextInt('!', '~' + 1));
        }
        return text.toString();
    }

    /** An amount in minor units that is more than 32 bits hold. */
    long minor(int number) {
        return random(number).nextLong(5_000_000_000L, 400_000_000_000_000L);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 10_007 + number);
    }
}
