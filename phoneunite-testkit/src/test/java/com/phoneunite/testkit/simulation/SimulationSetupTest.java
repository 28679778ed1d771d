package com.phoneunite.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** What a host is told who has set a simulation up wrongly, and how what it finds is repeated. */
class SimulationSetupTest {

    private static final int SHORT = 60;

    @Test
    void X1_aStoreThatWasUsedBeforeIsRefusedAtTheBeginning() {
        BillingStore one = BillingStore.in(InMemoryStore.create());
        Simulation onOne = Simulation.over(() -> one).steps(SHORT);
        onOne.run();
        for (long seed = 1; seed <= 3; seed++) {
            assertThatThrownBy(onOne.seed(seed)::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the store was not empty at the beginning: over(...) must answer with a new one each"
                            + " time");
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a host does by mistake
    void X4_aWiringOrASupplierThatAnswersNullIsRefusedAtTheBeginning() {
        assertThatThrownBy(Simulation.inMemory().wiring(parts -> null)::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the wiring answered null");
        assertThatThrownBy(Simulation.over(() -> null)::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("over(...) answered null");
    }

    /** The line that repeats a failure keeps what it names, and where that is nothing, nothing. */
    @Test
    void X1_toKeepNoCommandIsNotToKeepAll() {
        assertThat(Simulation.inMemory().steps(SHORT).only().run().steps()).isZero();
    }

    @Test
    void X1_whatIsCutShortIsPartOfTheStory() {
        SimulationFailure failure = catchThrowableOfType(
                SimulationFailure.class,
                Simulation.over(PlantedBug.in("recharges", "saveCard", (behind, arguments) -> {
                            throw new IllegalArgumentException("planted");
                        }))
                        .steps(1_000)::run);

        assertThat(failure.commands()).isNotEmpty();
        for (int command : failure.commands()) {
            assertThat(failure.getMessage()).contains("\n    " + command + " host ");
        }
        assertThat(failure).hasMessageContaining(" (cut short by IllegalArgumentException)\nRepeat it: ");
    }

    @Test
    void X1_whatTheOtherHostWasDoingIsPartOfTheStory() {
        Story story = new Story();
        story.begins(0, "7 host 0: a month passes");
        story.begins(1, "8 host 1: run billing");
        story.ends(0, "7 host 0: a month passes: it is 2026-03-10T16:12:00Z");
        story.isCutShort(0, "B5");
        story.isCutShort(1, "the other host");
        assertThat(story.lines())
                .containsExactly(
                        "7 host 0: a month passes: it is 2026-03-10T16:12:00Z",
                        "8 host 1: run billing (cut short by the other host)");
    }
}
