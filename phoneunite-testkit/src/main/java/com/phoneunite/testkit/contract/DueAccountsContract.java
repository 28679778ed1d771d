package com.phoneunite.testkit.contract;

import com.phoneunite.billing.store.BillingStore;
import org.junit.jupiter.api.Test;

/** What the directory of accounts with something due must do: {@link com.phoneunite.billing.cycle.DueAccounts}. */
public interface DueAccountsContract extends BillingStoreContract {

    @Test
    default void B6_accountsAreListedInTheOrderOfTheirDues() {
        Proof.of(
                "B6",
                "an account is never billed, or long after others that fell due later",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).order(proof));
    }

    @Test
    default void B6_accountsDueAtOneMomentAreListedByTheirIds() {
        Proof.of(
                "B6",
                "at the first of a month half of the accounts are never billed",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).sameMoment(proof));
    }

    @Test
    default void X5_noMoreDueAccountsAreListedThanAskedFor() {
        Proof.of(
                "X5",
                "a run reads all accounts that there are into memory",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).limit(proof));
    }

    @Test
    default void B6_aLaterScheduleReplacesTheFormer() {
        Proof.of(
                "B6",
                "every run looks at accounts that have nothing due",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).replaced(proof));
    }

    @Test
    default void X1_aScheduleThatIsRolledBackTakesNoEffect() {
        Proof.of(
                "X1",
                "an account is listed, or taken off the list, by a change that never was",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).rollback(proof));
    }

    @Test
    default void X1_whatIsDueIsThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of(
                "X1",
                "after a restart an account is never billed again",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).restart(proof));
    }

    @Test
    default void B5_oneWorkerAtATimeHasAnAccount() {
        Proof.of(
                "B5",
                "two hosts bill the same account at once",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).oneAtATime(proof));
    }

    @Test
    default void B6_accountsAreLeasedInTheOrderInWhichTheyAreGiven() {
        Proof.of(
                "B6",
                "of two accounts the one that has waited longer is billed last, at each run",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).leaseOrder(proof));
    }

    @Test
    default void B5_ofManyWorkersOneHasAnAccount() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of(
                "B5",
                "two hosts that start at once both bill every account",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).ofManyOneHasIt(proof));
    }

    @Test
    default void B5_whoHasLostALeaseIsToldByItsFence() {
        Proof.of(
                "B5",
                "a worker that wakes after losing its lease goes on billing beside the next one",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).fence(proof));
    }

    @Test
    default void B5_noLeaseHasTheFenceOfAnother() {
        Proof.of(
                "B5",
                "a worker that slept for an hour takes the lease of the present one for its own",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).noFenceTwice(proof));
    }

    @Test
    default void B6_anAccountThatFailsIsSetAsideAndItsFailuresAreCounted() {
        Proof.of(
                "B6",
                "an account that always fails takes the time of all the others",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).failures(proof));
    }

    @Test
    default void X2_aLeaseOfAClockThatRanAheadCountsForNothing() {
        Proof.of(
                "X2",
                "after a clock was set right an account is billed no more for a year",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).clockBack(proof));
    }

    @Test
    default void X2_aLeaseOfAClockALittleAheadCounts() {
        Proof.of(
                "X2",
                "two hosts whose clocks differ by seconds bill the same account at once",
                proof -> new DirectoryProofs(this, BillingStore::dueAccounts).clocksApart(proof));
    }
}
