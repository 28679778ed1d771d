package com.phoneunite.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
