package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import com.phoneunite.testkit.jqwik.BillingDeed;
import com.phoneunite.testkit.jqwik.BillingPrograms;
import com.phoneunite.testkit.jqwik.Programs;
import com.phoneunite.testkit.jqwik.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The same programs, generated, are observed to do the same on PostgreSQL as in memory: every answer, and all that is there afterwards. */
class PostgresProgramsProperties {

    /**
     * A try empties a database and does some hundred transactions. A program that fails is not made smaller by itself: that would go on in
     * another thread when its time is over, in the database of the next test.
     */
    private static final int TRIES = 40;

    private static final String START = "2026-01-31T15:00:00.123456789Z";

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void X1_everyAnswerIsTheSameAsInMemory(
            @ForAll("programs") List<Step<FrontDoorDeed>> program, @ForAll("starts") String start) {
        FrontDoorRun inMemory = new FrontDoorRun(memory(), start);
        FrontDoorRun inDatabase = new FrontDoorRun(postgres(), start);
        assertThat(inDatabase.all(program)).isEqualTo(inMemory.all(program));
        requireSame(inDatabase.told(), inMemory.told());
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void B3_everyProgramOfBillingEndsTheSameAsInMemory(@ForAll("billing") List<Step<BillingDeed>> program) {
        PhoneUniteFixture inMemory = FrontDoorRun.begun(memory(), START);
        PhoneUniteFixture inDatabase = FrontDoorRun.begun(postgres(), START);
        List<String> plans = List.of("standard", "small");
        assertThat(BillingPrograms.run(program, inDatabase, plans))
                .isEqualTo(BillingPrograms.run(program, inMemory, plans));
        requireSame(FrontDoorRun.told(inDatabase), FrontDoorRun.told(inMemory));
    }

    private static void requireSame(FrontDoorRun.Told inDatabase, FrontDoorRun.Told inMemory) {
        assertThat(inDatabase.stored().differences(inMemory.stored()))
                .as("what differs in the store")
                .isEmpty();
        assertThat(inDatabase.pages()).isEqualTo(inMemory.pages());
        assertThat(inDatabase.statements()).isEqualTo(inMemory.statements());
        assertThat(inDatabase.exports()).isEqualTo(inMemory.exports());
        assertThat(inDatabase.events()).isEqualTo(inMemory.events());
    }

    private static BillingStore memory() {
        return BillingStore.in(InMemoryStore.create());
    }

    private static BillingStore postgres() {
        return PostgresStore.on(TestDatabase.empty().host());
    }

    @Provide
    Arbitrary<List<Step<FrontDoorDeed>>> programs() {
        return Programs.of(FrontDoorDeed.class)
                .numbers(0, 10 * FrontDoorRun.TEXTS.size())
                .amounts(0, 3_000)
                .between(1, 40);
    }

    @Provide
    Arbitrary<List<Step<BillingDeed>>> billing() {
        return BillingPrograms.any();
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.of(
                START, "1970-02-01T00:00:00Z", "2024-02-29T23:59:59.999999999Z", "9990-12-31T23:59:59.999999Z");
    }
}
