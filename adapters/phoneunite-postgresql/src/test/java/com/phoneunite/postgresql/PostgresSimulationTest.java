package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.simulation.Simulation;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two hosts over one PostgreSQL, with faults, crashes and clocks that are drawn from a seed. */
class PostgresSimulationTest {

    private static final int STEPS = 1_000;

    /** One step is taken here for so many that are taken in memory. */
    private static final int SHARE = 50;

    private static final int JUDGED = 2;

    /** A trace tells every outcome and every balance: the embedded store, whose every step is judged elsewhere, judges this one. */
    @Test
    void X1_theSameProgramDoesTheSameAsInMemory() {
        seeds().forEach(seed -> assertThat(compared(Simulation.over(PostgresSimulationTest::emptied), seed))
                .as("seed %d", seed)
                .isEqualTo(compared(Simulation.inMemory(), seed)));
    }

    /** The auditor reads through the ports of the store itself: what PostgreSQL answers is judged, and not what it was told. */
    @Test
    void X1_noRuleIsBrokenByWhatIsReadFromTheDatabase() {
        seeds().limit(JUDGED)
                .forEach(seed -> assertThat(Simulation.over(PostgresSimulationTest::emptied)
                                .seed(seed)
                                .steps(STEPS)
                                .run()
                                .steps())
                        .isEqualTo(STEPS));
    }

    private static LongStream seeds() {
        Long asked = Long.getLong("phoneunite.simulation.seed");
        long count = Long.getLong("phoneunite.simulation.steps", 1_000_000) / STEPS / SHARE;
        return asked == null ? LongStream.rangeClosed(1, Math.max(count, JUDGED)) : LongStream.of(asked);
    }

    private static BillingStore emptied() {
        return PostgresStore.on(TestDatabase.empty().host());
    }

    private static String compared(Simulation simulation, long seed) {
        return simulation
                .audit((store, book, terms) -> new Unjudged())
                .seed(seed)
                .steps(STEPS)
                .run()
                .traceHash();
    }

    /** What is compared step by step needs no further judge. */
    private static final class Unjudged implements Audit {
        @Override
        public void touched(AccountId account, Instant now) {}

        @Override
        public void everything(Instant now) {}

        @Override
        public void quiet(Instant now) {}
    }
}
