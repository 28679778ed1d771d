package com.phoneunite.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.PhoneUnite;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemorySimulationTest {

    private static BillingStore emptyStore() {
        return BillingStore.in(InMemoryStore.create());
    }

    private static WiredHost host(WiringParts parts) {
        Billing billing = Billing.builder(parts.store())
                .planCatalog(parts.plans())
                .paymentGateway(parts.gateway())
                .clock(parts.clock())
                .grace(parts.grace())
                .gatewayDeadline(parts.gatewayDeadline())
                .build();
        PhoneUnite phoneUnite = PhoneUnite.builder(parts.store().core())
                .billing(billing.organizations())
                .ids(parts.ids())
                .randomness(parts.randomness())
                .trialDays(parts.trialDays())
                .reserveExtensions("0")
                .build();
        return new WiredHost(phoneUnite, billing);
    }

    @Test
    void myStoreAndMyWiringKeepTheRules() {
        Simulation.over(InMemorySimulationTest::emptyStore)
                .wiring(InMemorySimulationTest::host)
                .steps(500)
                .seeds(1, 10)
                .workers(2)
                .run();
    }

    @Test
    void aReleaseGoesOnWhereItWasEnded(@TempDir Path folder) {
        SweepReport report = Simulation.over(InMemorySimulationTest::emptyStore)
                .steps(100)
                .seeds(1, 100)
                .rememberedIn(folder.resolve("finished"))
                .run();
        assertThat(report.steps()).isEqualTo(10_000);
        assertThat(report.faults().page()).contains("commit failed");
    }
}
