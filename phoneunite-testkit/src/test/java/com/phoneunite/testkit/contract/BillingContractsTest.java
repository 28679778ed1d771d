package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.billing.store.BillingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contracts of billing's ports reject what is broken, by the rule that it breaks, and nothing else. */
class BillingContractsTest {

    private static final int SEEDS = 100;

    private static List<BrokenAdapter> all() {
        return Stream.of(
                        BrokenSubscriptions.all(),
                        BrokenRecharges.all(),
                        BrokenReversals.all(),
                        BrokenBooks.all(),
                        BrokenPlainUsage.all(),
                        BrokenTogether.all(),
                        BrokenDirectories.all(),
                        BrokenCaches.ofBilling(),
                        BrokenLimits.ofBilling())
                .flatMap(List::stream)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> X1_everyBrokenAdapterOfBillingIsRejected() {
        return all().stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::requireRejected));
    }

    @Test
    void X1_everyTestOfAContractOfBillingRejectsSomething() {
        Set<String> tests = new TreeSet<>(ContractTests.of(BillingContracts.class));
        tests.removeAll(ContractTests.of(LedgerRepositoryContract.class));
        Set<String> rejecting = all().stream().map(BrokenAdapter::test).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rejecting).as("tests that a broken adapter fails").isEqualTo(tests);
    }

    @TestFactory
    Stream<DynamicTest> X1_aRightAdapterIsNeverRejectedWhateverTheFacts() {
        return ContractTests.of(BillingContracts.class).stream()
                .map(test -> DynamicTest.dynamicTest(
                        test,
                        () -> assertThat(rejections(test))
                                .as("seeds by which the memory store is rejected")
                                .isEmpty()));
    }

    private static List<String> rejections(String test) {
        List<String> rejections = new ArrayList<>();
        LongStream.rangeClosed(1, SEEDS).forEach(seed -> {
            BillingSubject memory = new BillingSubject(BillingSubject::memory, BillingContractsTest::same, seed);
            Optional<Throwable> rejected = ContractTests.run(memory, BillingContracts.class, test);
            rejected.ifPresent(why -> rejections.add(seed + ": " + why));
        });
        return rejections;
    }

    private static BillingStore same(BillingStore store) {
        return store;
    }
}
