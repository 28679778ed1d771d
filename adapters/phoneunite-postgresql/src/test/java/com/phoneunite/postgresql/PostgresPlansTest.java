package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.Store;
import com.phoneunite.store.UnitOfWork;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule X5: nothing that is done in a large account, or beside many accounts, reads more than a page of what is there. */
class PostgresPlansTest {

    private static LargeDatabase large;

    @BeforeAll
    static void fill() {
        ExplainedSource.prepare(TestDatabase.empty());
        large = new LargeDatabase();
    }

    @AfterAll
    static void drop() {
        large.close();
    }

    /** What is wrong with the plans of some operations, and which ports they have called. */
    private record Looked(Set<String> faults, Set<String> called) {

        static Looked at(ExplainedSource.Mode mode, String round, Set<String> operations) {
            PlanJudge judge = new PlanJudge(large.sizes());
            Set<String> faults = new LinkedHashSet<>();
            try (ExplainedSource source = new ExplainedSource(TestDatabase.asItIs(), mode)) {
                CountedPorts ports = new CountedPorts(
                        new CountedSource(source.dataSource()),
                        PostgresStore.builder(source.dataSource())
                                .schema(LargeDatabase.SCHEMA)
                                .build());
                Operations.every(new Operations.Round(large, ports.store(), round, (operation, work) -> {
                    if (operations.isEmpty() || operations.contains(operation)) {
                        source.take();
                        work.run();
                        source.take().stream()
                                .map(ExplainedPlan::of)
                                .flatMap(plan -> judge.faults(plan).stream()
                                        .map(fault -> operation + ": " + fault + "\n      in "
                                                + plan.statement().replaceAll("\\s+", " ")))
                                .forEach(faults::add);
                    }
                }));
                return new Looked(faults, ports.most().keySet());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void X5_noPlanReadsMoreThanAPage(ExplainedSource.Mode mode) {
        Looked looked = Looked.at(mode, mode.toString(), Set.of());
        assertThat(looked.faults()).isEmpty();
        Set<String> missing = new TreeSet<>(ports());
        missing.removeAll(looked.called());
        assertThat(missing).as("ports that were not called").isEmpty();
    }

    private static Set<String> ports() {
        return Stream.of(Store.class, BillingStore.class)
                .flatMap(store -> Stream.of(store.getMethods()))
                .filter(port -> !Modifier.isStatic(port.getModifiers()))
                .map(Method::getReturnType)
                .filter(type -> type.isInterface() && type != Store.class && type != UnitOfWork.class)
                .flatMap(type -> Stream.of(type.getMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toSet());
    }

    /** An index, and what is done by it. */
    private record Index(String name, String operation) {}

    @Test
    void X5_anIndexThatIsMissingIsFound() {
        List<Index> indexes = List.of(
                new Index("ledger_entry_of_organization", "charges of an organization that has none"),
                new Index("recharge_by_time", "recharges"),
                new Index("due_account_by_due", "reconciling"),
                new Index("membership_of_user", "an invitation that is accepted"));
        List<String> unnoticed = new ArrayList<>();
        for (Index index : indexes) {
            String made = TestDatabase.asItIs()
                    .names("SELECT pg_get_indexdef('" + LargeDatabase.SCHEMA + "." + index.name() + "'::regclass)")
                    .get(0);
            TestDatabase.asItIs().execute("DROP INDEX " + LargeDatabase.SCHEMA + "." + index.name());
            try {
                Looked looked = Looked.at(
                        ExplainedSource.Mode.FORCE_CUSTOM_PLAN, "without-" + index.name(), Set.of(index.operation()));
                if (looked.faults().isEmpty()) {
                    unnoticed.add(index.name());
                }
            } finally {
                TestDatabase.asItIs().execute(made);
            }
        }
        assertThat(unnoticed).isEmpty();
    }
}
