package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.store.BillingStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the directory of accounts with something to reconcile must do: {@link com.phoneunite.billing.store.BillingStore#checks}. */
public interface ChecksContract extends BillingStoreContract {

    @Test
    default void P7_accountsToReconcileAreInTheOrderOfTheirChecks() {
        Proof.of(
                "P7",
                "an account is never reconciled, or long after others",
                proof -> new DirectoryProofs(this, BillingStore::checks).order(proof));
    }

    @Test
    default void P7_accountsToReconcileAtOneMomentAreListedByTheirIds() {
        Proof.of(
                "P7",
                "of the accounts that are checked at one moment some are never reconciled",
                proof -> new DirectoryProofs(this, BillingStore::checks).sameMoment(proof));
    }

    @Test
    default void X5_noMoreChecksAreListedThanAskedFor() {
        Proof.of(
                "X5",
                "a reconciliation reads all accounts that there are into memory",
                proof -> new DirectoryProofs(this, BillingStore::checks).limit(proof));
    }

    @Test
    default void P7_aLaterCheckReplacesTheFormer() {
        Proof.of(
                "P7",
                "every reconciliation looks at accounts that have nothing to check",
                proof -> new DirectoryProofs(this, BillingStore::checks).replaced(proof));
    }

    @Test
    default void X1_aCheckThatIsRolledBackTakesNoEffect() {
        Proof.of(
                "X1",
                "an account is reconciled, or never again, by a change that never was",
                proof -> new DirectoryProofs(this, BillingStore::checks).rollback(proof));
    }

    @Test
    default void X1_checksAreThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of(
                "X1",
                "after a restart a payment that nobody knows of is never looked up",
                proof -> new DirectoryProofs(this, BillingStore::checks).restart(proof));
    }

    @Test
    default void P7_oneWorkerAtATimeReconcilesAnAccount() {
        Proof.of(
                "P7",
                "two hosts ask about the same payments at once",
                proof -> new DirectoryProofs(this, BillingStore::checks).oneAtATime(proof));
    }

    @Test
    default void P7_accountsToReconcileAreLeasedInTheOrderInWhichTheyAreGiven() {
        Proof.of(
                "P7",
                "of two payments the one that has been unknown longer is asked about last, each time",
                proof -> new DirectoryProofs(this, BillingStore::checks).leaseOrder(proof));
    }

    @Test
    default void P7_ofManyWorkersOneReconcilesAnAccount() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of(
                "P7",
                "two hosts that start at once both ask about every payment",
                proof -> new DirectoryProofs(this, BillingStore::checks).ofManyOneHasIt(proof));
    }

    @Test
    default void P7_whoHasLostACheckIsToldByItsFence() {
        Proof.of(
                "P7",
                "a worker that wakes after losing its lease goes on reconciling beside the next one",
                proof -> new DirectoryProofs(this, BillingStore::checks).fence(proof));
    }

    @Test
    default void P7_noCheckHasTheFenceOfAnother() {
        Proof.of(
                "P7",
                "a worker that slept for an hour takes the lease of the present one for its own",
                proof -> new DirectoryProofs(this, BillingStore::checks).noFenceTwice(proof));
    }

    @Test
    default void P7_anAccountThatCannotBeReconciledIsSetAside() {
        Proof.of(
                "P7",
                "an account that always fails takes the time of all the others",
                proof -> new DirectoryProofs(this, BillingStore::checks).failures(proof));
    }

    @Test
    default void X2_aCheckOfAClockThatRanAheadCountsForNothing() {
        Proof.of(
                "X2",
                "after a clock was set right an account is reconciled no more for a year",
                proof -> new DirectoryProofs(this, BillingStore::checks).clockBack(proof));
    }

    @Test
    default void X2_aCheckOfAClockALittleAheadCounts() {
        Proof.of(
                "X2",
                "two hosts whose clocks differ by seconds reconcile the same account at once",
                proof -> new DirectoryProofs(this, BillingStore::checks).clocksApart(proof));
    }

    @Test
    default void P7_whatIsToBeCheckedIsApartFromWhatIsDue() {
        Proof.of("P7", "an account that is being billed is not reconciled, or never billed once it was", proof -> {
            MoneyBench bench = new MoneyBench(this);
            BillingStore store = bench.store();
            Instant now = bench.drawn().at(1);
            Instant until = now.plusSeconds(60);
            List<AccountId> one = List.of(Facts.account(1));
            bench.write(() -> store.dueAccounts().schedule(one.get(0), Optional.of(now)));
            proof.list(
                    "what is to be checked, with something due",
                    List.of(),
                    store.checks().list(now, Optional.empty(), 10));
            bench.write(() -> store.checks().schedule(one.get(0), Optional.empty()));
            proof.same(
                    "how many accounts have something due, with nothing to be checked",
                    1,
                    store.dueAccounts().list(now, Optional.empty(), 10).size());
            store.dueAccounts().lease(one, now, until);
            proof.same(
                    "leases for reconciliation of an account that is leased for billing",
                    1,
                    store.checks().lease(one, now, until).size());
        });
    }
}
