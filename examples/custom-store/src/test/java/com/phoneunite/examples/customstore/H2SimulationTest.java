package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.PlainUsage;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.simulation.Simulation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hosts over one store, with faults, crashes and clocks that are drawn from a seed. */
class H2SimulationTest {

    private static final AtomicInteger STORES = new AtomicInteger();

    @TempDir
    private Path folder;

    /** A trace tells every outcome and every balance: the embedded store, whose every step is judged elsewhere, judges this one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void X1_theSameProgramDoesTheSameOnAStoreOfTheHostsOwn(long seed) {
        assertThat(traceHash(seed, () -> H2Store.inMemory("simulated-" + STORES.incrementAndGet(), folder)))
                .isEqualTo(traceHash(seed, H2SimulationTest::judge));
    }

    /** It posts no usage in a step of its own, as the other does not: with it, faults would strike at other calls. */
    private static BillingStore judge() {
        BillingStore memory = BillingStore.in(InMemoryStore.create());
        return (BillingStore) Proxy.newProxyInstance(
                H2SimulationTest.class.getClassLoader(),
                new Class<?>[] {BillingStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("plainUsage") ? PlainUsage.NONE : method.invoke(memory, arguments));
    }

    private static String traceHash(long seed, Supplier<BillingStore> stores) {
        return Simulation.over(stores)
                .audit((store, book, terms) -> new Unjudged())
                .seed(seed)
                .steps(1_000)
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
