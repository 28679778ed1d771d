package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.store.memory.InMemoryStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** The contracts of core's ports reject what is broken, by the rule that it breaks. */
class BrokenAdaptersContractTest {

    static Stream<BrokenAdapter> all() {
        return Stream.of(
                        BrokenUnitsOfWork.all(),
                        BrokenOutboxes.all(),
                        BrokenPhoneNumbers.all(),
                        BrokenAccounts.all(),
                        BrokenOrganizations.all(),
                        BrokenUsers.all(),
                        BrokenAdministrations.all(),
                        BrokenMemberships.all(),
                        BrokenInvitations.all(),
                        BrokenHoldings.all(),
                        BrokenReferences.all(),
                        BrokenCallTrees.all(),
                        BrokenSounds.all(),
                        BrokenResources.all(),
                        BrokenContents.all(),
                        BrokenRestarts.all(),
                        BrokenCaches.ofCore(),
                        BrokenLimits.ofCore(),
                        BrokenSources.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBrokenAdapterIsRejectedByTheRuleThatItBreaks(BrokenAdapter broken) {
        broken.requireRejected();
    }

    @Test
    void everyTestOfAContractRejectsSomething() {
        Set<String> tests = Stream.of(
                        StoreContracts.class, ClockContract.class, IdSourceContract.class, RandomnessContract.class)
                .flatMap(contract -> ContractTests.of(contract).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rejecting = all().map(BrokenAdapter::test).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rejecting).as("tests that a broken adapter fails").isEqualTo(tests);
    }

    @Test
    void whatAnAdapterDeclaresMissingIsSkippedWithItsReason() {
        CoreSubject alone =
                new CoreSubject(InMemoryStore::create, UnaryOperator.identity(), 1, Set.of(AdapterFeature.CONCURRENT));
        assertThat(ContractTests.run(alone, UnitOfWorkContract.class, "X1_changesOfOneAccountRunOneAtATime"))
                .get()
                .isInstanceOf(TestAbortedException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("declares that it lacks CONCURRENT");
    }

    @Test
    void whoNeitherReopensAStoreNorDeclaresThatIsToldSo() {
        UnitOfWorkContract silent = InMemoryStore::create;
        assertThatThrownBy(() -> silent.reopened(silent.store()))
                .hasMessageContaining("reopened(store)")
                .hasMessageContaining("DURABLE");
    }

    /** It is the host's test that is not finished, and no adapter that breaks a rule. */
    @Test
    void whoDoesNotReopenAStoreIsToldOfNoBrokenRule() {
        DurabilityContract silent = InMemoryStore::create;
        assertThat(ContractTests.run(
                        silent, DurabilityContract.class, "X1_theAccountAndItsPeopleAreThereAfterARestart"))
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo("implement reopened(store), or declare by missingFeatures() that the adapter lacks"
                        + " DURABLE");
    }

    @Test
    void aFailureShowsOfLongValuesWhatDiffers() {
        List<BrokenAdapter> cutting = all().filter(one -> one.fault().equals("a column for 4000 characters"))
                .toList();
        assertThat(cutting).hasSize(1);
        assertThat(cutting.get(0).failure().getMessage())
                .hasSizeLessThan(1_500)
                .containsPattern("answered ….{100,}, addedAt=.*and expected was …");
    }

    @Test
    void coreHasAsManyBrokenAdaptersAsTheGuideSays() {
        assertThat(all()).hasSizeGreaterThan(200);
    }

    @Test
    void theSentenceThatTheGuideShowsIsTheOneThatAFailureSays() {
        Throwable failure = BrokenPhoneNumbers.all().get(0).failure();
        assertThat(failure)
                .hasMessage("T1: the adapter answered true for a claim of a number that another account holds, and"
                        + " expected was false; in production, two customers hold one number, and calls reach the wrong"
                        + " one.");
    }
}
