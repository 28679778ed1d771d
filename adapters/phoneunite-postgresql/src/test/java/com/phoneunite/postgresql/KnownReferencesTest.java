package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule B3: how long references are asked for after one was refused, wherever the clock of the machine begins. */
class KnownReferencesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 40, Long.MAX_VALUE - 5, Long.MIN_VALUE})
    void B3_theyAreAskedForAMinuteAfterOneWasRefused(long begin) {
        AtomicLong nanos = new AtomicLong(begin);
        KnownReferences known = new KnownReferences(nanos::get);
        long minute = KnownReferences.ASKING.toNanos();
        assertThat(known.areAskedFor()).as("nothing was refused").isFalse();

        known.refused();
        assertThat(known.areAskedFor()).as("just refused").isTrue();
        nanos.set(begin + minute - 1);
        assertThat(known.areAskedFor()).as("a minute later, less a moment").isTrue();

        known.refused();
        nanos.set(begin + 2 * minute - 2);
        assertThat(known.areAskedFor()).as("refused again meanwhile").isTrue();
        nanos.set(begin + 2 * minute - 1);
        assertThat(known.areAskedFor()).as("a minute after the last").isFalse();
    }
}
