package com.phoneunite.testkit.contract;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Clocks and sources of ids and of random bytes, with one fault each. */
final class BrokenSources {

    private static final int BYTES = 32;

    private BrokenSources() {}

    static List<BrokenAdapter> all() {
        return List.of(
                clock(
                        "the end of time",
                        InstantSource.fixed(Instant.MAX),
                        "X2_theClockTellsMomentsThatCanBeKept",
                        "told the moment"),
                clock(
                        "seconds for milliseconds",
                        new SecondsForMillis(),
                        "X2_theClockTellsTheSameTimeInMilliseconds",
                        "milliseconds"),
                clock(
                        "another time in each thread",
                        () -> Thread.currentThread().isDaemon() ? Instant.EPOCH : Facts.NOW,
                        "X2_theClockIsReadByManyThreads",
                        "over an hour away"),
                clock("a clock that was stopped", InstantSource.fixed(Facts.NOW), "X2_theClockGoesOn", "stood still"),
                ids("a counter of four digits", () -> counting(10_000), "I2_noIdIsMadeTwice", "of 20000"),
                ids(
                        "a counter that begins with each start",
                        () -> counting(Long.MAX_VALUE),
                        "I2_noIdIsMadeTwiceAfterARestart",
                        "of two sources"),
                ids(
                        "a counter of each thread",
                        () -> {
                            ThreadLocal<Supplier<UUID>> each = ThreadLocal.withInitial(() -> counting(Long.MAX_VALUE));
                            return () -> each.get().get();
                        },
                        "I2_noIdIsMadeTwiceByManyThreads",
                        "of four threads"),
                randomness(
                        "half a token",
                        () -> drawing(new Random(), 16),
                        "M5_aTokenHasAllItsRandomBytes",
                        "the lengths"),
                randomness("one token for all", () -> () -> new byte[BYTES], "M5_noTokenIsMadeTwice", "of 2000"),
                randomness(
                        "a seed in the code",
                        () -> drawing(new Random(42), BYTES),
                        "M5_noTokenIsMadeTwiceAfterARestart",
                        "after a restart"),
                randomness(
                        "a seed of each thread",
                        () -> {
                            ThreadLocal<Random> each = ThreadLocal.withInitial(() -> new Random(42));
                            return () -> drawing(each.get(), BYTES).get();
                        },
                        "M5_noTokenIsMadeTwiceByManyThreads",
                        "of four threads"),
                randomness(
                        "one array for all tokens",
                        () -> {
                            Random random = new Random();
                            byte[] all = new byte[BYTES];
                            return () -> {
                                random.nextBytes(all);
                                return all;
                            };
                        },
                        "M5_theBytesOfATokenAreItsOwn",
                        "when asked again"),
                randomness(
                        "a number with zeros before it",
                        () -> {
                            Random random = new Random();
                            return () -> ByteBuffer.allocate(BYTES)
                                    .putLong(BYTES - Long.BYTES, random.nextLong())
                                    .array();
                        },
                        "M5_everyBitOfATokenIsRandom",
                        "always the same"),
                randomness(
                        "digits for bytes",
                        () -> {
                            Supplier<byte[]> digits = drawing(new Random(), BYTES);
                            return () -> {
                                byte[] bytes = digits.get();
                                for (int i = 0; i < bytes.length; i++) {
                                    bytes[i] = (byte) ('0' + (bytes[i] & 7));
                                }
                                return Arrays.copyOf(bytes, BYTES);
                            };
                        },
                        "M5_everyBitOfATokenIsRandom",
                        "always the same"));
    }

    private static BrokenAdapter clock(String fault, InstantSource clock, String test, String... words) {
        return new BrokenAdapter(fault, ClockContract.class, () -> new Impatient(clock), test, List.of(words));
    }

    private static BrokenAdapter ids(String fault, Supplier<Supplier<UUID>> ids, String test, String... words) {
        return new BrokenAdapter(
                fault, IdSourceContract.class, () -> (IdSourceContract) ids::get, test, List.of(words));
    }

    private static BrokenAdapter randomness(
            String fault, Supplier<Supplier<byte[]>> source, String test, String... words) {
        return new BrokenAdapter(
                fault, RandomnessContract.class, () -> (RandomnessContract) source::get, test, List.of(words));
    }

    private static Supplier<UUID> counting(long end) {
        AtomicLong last = new AtomicLong();
        return () -> new UUID(0x7000L, last.incrementAndGet() % end);
    }

    private static Supplier<byte[]> drawing(Random random, int length) {
        return () -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    private record Impatient(InstantSource clock) implements ClockContract {
        @Override
        public Duration patience() {
            return Duration.ofMillis(50);
        }
    }

    private static final class SecondsForMillis implements InstantSource {
        @Override
        public Instant instant() {
            return Facts.NOW;
        }

        @Override
        public long millis() {
            return Facts.NOW.getEpochSecond();
        }
    }
}
