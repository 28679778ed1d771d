package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.billing.store.BillingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the directory of accounts with something due must do: {@link com.phoneunite.billing.cycle.DueAccounts}. */
public interface DueAccountsContract extends BillingStoreContract {

    @Test
    default void B6_accountsAreListedInTheOrderOfTheirDues() {
        Proof.of("B6", "an account is never billed, or long after others that fell due later", proof -> {
            BillingStore store = billingStore();
            Facts facts = Facts.in(store.core());
            DueAccounts due = store.dueAccounts();
            Instant later = Facts.NOW.plusSeconds(1);
            facts.write(1, () -> due.schedule(Facts.account(1), Optional.of(later)));
            facts.write(2, () -> due.schedule(Facts.account(2), Optional.of(Facts.NOW)));
            DueAccount first = new DueAccount(Facts.NOW, Facts.account(2));
            DueAccount second = new DueAccount(later, Facts.account(1));
            proof.list("what is due", List.of(first, second), due.list(later, Optional.empty(), 10));
            proof.list("what is due behind the first", List.of(second), due.list(later, Optional.of(first), 10));
            proof.list("what was due before the second", List.of(first), due.list(Facts.NOW, Optional.empty(), 10));
        });
    }

    @Test
    default void B6_aLaterScheduleReplacesTheFormer() {
        Proof.of("B6", "every run looks at accounts that have nothing due", proof -> {
            BillingStore store = billingStore();
            Facts facts = Facts.in(store.core());
            DueAccounts due = store.dueAccounts();
            facts.write(1, () -> due.schedule(Facts.account(1), Optional.of(Facts.NOW)));
            facts.write(1, () -> due.schedule(Facts.account(1), Optional.empty()));
            proof.list("what is due once it is done", List.of(), due.list(Facts.NOW, Optional.empty(), 10));
        });
    }

    @Test
    default void X1_aScheduleThatIsRolledBackTakesNoEffect() {
        Proof.of("X1", "an account is listed, or taken off the list, by a change that never was", proof -> {
            BillingStore store = billingStore();
            Facts facts = Facts.in(store.core());
            DueAccounts due = store.dueAccounts();
            proof.refuses(
                    IllegalStateException.class,
                    "a change that fails after it has scheduled",
                    () -> facts.change(1, () -> {
                        due.schedule(Facts.account(1), Optional.of(Facts.NOW));
                        throw new IllegalStateException("undone");
                    }));
            proof.list("what is due after a rollback", List.of(), due.list(Facts.NOW, Optional.empty(), 10));
        });
    }

    @Test
    default void B5_oneWorkerAtATimeHasAnAccount() {
        Proof.of("B5", "two hosts bill the same account at once", proof -> {
            DueAccounts due = dueAccountsWithFacts();
            List<AccountId> one = List.of(Facts.account(1));
            Instant until = Facts.NOW.plusSeconds(60);
            proof.same(
                    "leases of a free account",
                    1,
                    due.lease(one, Facts.NOW, until).size());
            proof.same(
                    "leases of an account that is leased",
                    0,
                    due.lease(one, until.minusSeconds(1), until.plusSeconds(60)).size());
            proof.same(
                    "leases once the first has run out",
                    1,
                    due.lease(one, until, until.plusSeconds(60)).size());
        });
    }

    @Test
    default void B5_whoHasLostALeaseIsToldByItsFence() {
        Proof.of("B5", "a worker that wakes after losing its lease goes on billing beside the next one", proof -> {
            BillingStore store = billingStore();
            Facts facts = Facts.in(store.core());
            DueAccounts due = store.dueAccounts();
            List<AccountId> one = List.of(Facts.account(1));
            Instant until = Facts.NOW.plusSeconds(60);
            Lease lost = due.lease(one, Facts.NOW, until).get(0);
            Lease held = due.lease(one, until, until.plusSeconds(60)).get(0);
            proof.same("whether a lost lease is held", false, facts.change(1, () -> due.holds(lost)));
            due.release(lost);
            due.setAside(lost, until, until.plusSeconds(600));
            proof.same(
                    "whether a lease is held that another worker gave back",
                    true,
                    facts.change(1, () -> due.holds(held)));
        });
    }

    @Test
    default void B6_anAccountThatFailsIsSetAsideAndItsFailuresAreCounted() {
        Proof.of("B6", "an account that always fails takes the time of all the others", proof -> {
            DueAccounts due = dueAccountsWithFacts();
            List<AccountId> one = List.of(Facts.account(1));
            Instant until = Facts.NOW.plus(Duration.ofMinutes(1));
            due.setAside(due.lease(one, Facts.NOW, until).get(0), Facts.NOW, until);
            proof.same(
                    "leases of an account that is set aside",
                    0,
                    due.lease(one, Facts.NOW.plusSeconds(1), until).size());
            Lease next = due.lease(one, until, until.plusSeconds(60)).get(0);
            proof.same("failures before the next lease", 1, next.failures());
            due.release(next);
            Lease fresh = due.lease(one, until, until.plusSeconds(60)).get(0);
            proof.same("failures after an account was billed", 0, fresh.failures());
        });
    }

    private DueAccounts dueAccountsWithFacts() {
        BillingStore store = billingStore();
        Facts.in(store.core());
        return store.dueAccounts();
    }
}
