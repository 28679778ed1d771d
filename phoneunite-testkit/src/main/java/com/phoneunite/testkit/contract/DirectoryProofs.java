package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.billing.store.BillingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is proved of a directory of accounts, whichever of the two it is. */
final class DirectoryProofs {

    private final MoneyBench bench;
    private final Function<BillingStore, DueAccounts> port;
    private final DueAccounts due;
    private final Instant now;
    private final Instant until;

    DirectoryProofs(BillingStoreContract contract, Function<BillingStore, DueAccounts> port) {
        this.port = port;
        bench = new MoneyBench(contract);
        due = port.apply(bench.store());
        now = bench.drawn().at(1);
        until = now.plusSeconds(60);
    }

    void order(Proof proof) {
        Instant later = now.plusSeconds(1);
        schedule(1, Optional.of(later));
        schedule(2, Optional.of(now));
        DueAccount first = new DueAccount(now, Facts.account(2));
        DueAccount second = new DueAccount(later, Facts.account(1));
        proof.list("what is due", List.of(first, second), due.list(later, Optional.empty(), 10));
        proof.list("what is due behind the first", List.of(second), due.list(later, Optional.of(first), 10));
        proof.list("what was due before the second", List.of(first), due.list(now, Optional.empty(), 10));
    }

    void sameMoment(Proof proof) {
        schedule(2, Optional.of(now));
        schedule(1, Optional.of(now));
        DueAccount first = new DueAccount(now, Facts.account(1));
        DueAccount second = new DueAccount(now, Facts.account(2));
        proof.list("accounts due at one moment, by id", List.of(first, second), due.list(now, Optional.empty(), 10));
        proof.list(
                "accounts due at the moment of the first, behind it",
                List.of(second),
                due.list(now, Optional.of(first), 10));
        proof.list("accounts due behind the last", List.of(), due.list(now.plusSeconds(1), Optional.of(second), 10));
    }

    void limit(Proof proof) {
        schedule(1, Optional.of(now));
        schedule(2, Optional.of(now.plusSeconds(1)));
        proof.list(
                "at most one account that is due",
                List.of(new DueAccount(now, Facts.account(1))),
                due.list(now.plusSeconds(1), Optional.empty(), 1));
        proof.none("what is due", due.list(now.plusSeconds(1), Optional.empty(), 0));
    }

    void replaced(Proof proof) {
        schedule(1, Optional.of(now));
        Instant later = now.plusSeconds(1);
        schedule(1, Optional.of(later));
        proof.list(
                "what is due once it was put off",
                List.of(new DueAccount(later, Facts.account(1))),
                due.list(later, Optional.empty(), 10));
        schedule(1, Optional.empty());
        proof.list("what is due once it is done", List.of(), due.list(later, Optional.empty(), 10));
    }

    void rollback(Proof proof) {
        List<DueAccount> one = List.of(new DueAccount(now, Facts.account(1)));
        scheduledInVain(proof, Optional.of(now));
        proof.list("what is due after a rollback", List.of(), due.list(now, Optional.empty(), 10));
        schedule(1, Optional.of(now));
        proof.list("what is due once it is scheduled after a rollback", one, due.list(now, Optional.empty(), 10));
        scheduledInVain(proof, Optional.empty());
        proof.list("what is due after its removal was rolled back", one, due.list(now, Optional.empty(), 10));
        schedule(1, Optional.empty());
        proof.list("what is due once it is removed again", List.of(), due.list(now, Optional.empty(), 10));
    }

    private void scheduledInVain(Proof proof, Optional<Instant> moment) {
        proof.refuses(
                IllegalStateException.class,
                "a change that fails after it has scheduled",
                () -> bench.facts().change(1, () -> {
                    due.schedule(Facts.account(1), moment);
                    throw new IllegalStateException("undone");
                }));
    }

    void restart(Proof proof) {
        bench.provesRestart(
                proof,
                "what is due",
                () -> due.schedule(Facts.account(1), Optional.of(now)),
                store -> port.apply(store).list(now, Optional.empty(), 10));
    }

    void oneAtATime(Proof proof) {
        proof.same("leases of a free account", 1, lease(now, until).size());
        proof.same(
                "leases of an account that is leased",
                0,
                lease(until.minusSeconds(1), until.plusSeconds(60)).size());
        proof.same(
                "leases once the first has run out",
                1,
                lease(until, until.plusSeconds(60)).size());
    }

    void leaseOrder(Proof proof) {
        List<AccountId> given = List.of(Facts.account(2), Facts.account(3), Facts.account(1));
        proof.list(
                "which accounts are leased, in which order",
                given,
                due.lease(given, now, until).stream().map(Lease::account).toList());
    }

    void ofManyOneHasIt(Proof proof) throws Exception {
        schedule(1, Optional.of(now));
        schedule(2, Optional.of(now));
        List<AccountId> both = List.of(Facts.account(1), Facts.account(2));
        List<Lease> leases = new ArrayList<>();
        Crowd.of(() -> due.list(now, Optional.empty(), 10), number -> () -> due.lease(both, now, until))
                .forEach(leases::addAll);
        proof.list(
                "which accounts eight workers leased who all saw them free",
                both,
                leases.stream().map(Lease::account).sorted().toList());
    }

    void fence(Proof proof) {
        Lease lost = lease(now, until).get(0);
        Lease held = lease(until, until.plusSeconds(60)).get(0);
        proof.same("whether a lost lease is held", false, holds(lost));
        due.release(lost);
        due.setAside(lost, until, until.plusSeconds(600));
        proof.same("whether a lease is held that another worker gave back", true, holds(held));
    }

    void noFenceTwice(Proof proof) {
        Lease lost = lease(now, until).get(0);
        Lease done = lease(until, until.plusSeconds(60)).get(0);
        due.release(done);
        Lease held = lease(until, until.plusSeconds(60)).get(0);
        proof.that(
                held.fence() != lost.fence() && held.fence() != done.fence(),
                "gave a lease the fence of an earlier one",
                "a number that no other lease has");
        proof.same("whether the first of three leases is held", false, holds(lost));
    }

    void failures(Proof proof) {
        due.setAside(lease(now, until).get(0), now, until);
        proof.same(
                "leases of an account that is set aside",
                0,
                lease(now.plusSeconds(1), until).size());
        Lease next = lease(until, until.plusSeconds(60)).get(0);
        proof.same("failures before the next lease", 1, next.failures());
        due.setAside(next, until, until.plusSeconds(120));
        Instant then = until.plusSeconds(120);
        Lease third = lease(then, then.plusSeconds(60)).get(0);
        proof.same("failures after two in a row", 2, third.failures());
        due.release(third);
        proof.same(
                "failures after an account was billed",
                0,
                lease(then, then.plusSeconds(60)).get(0).failures());
    }

    void clockBack(Proof proof) {
        Instant ahead = now.plus(Duration.ofDays(365));
        Lease wrong = lease(ahead, ahead.plusSeconds(60)).get(0);
        List<Lease> right = lease(now, until);
        proof.same("leases of an account that a clock leased which ran a year ahead", 1, right.size());
        proof.same("whether the lease of a clock that ran ahead is held", false, holds(wrong));
        due.setAside(right.get(0), ahead, ahead.plusSeconds(60));
        proof.same(
                "leases of an account that a clock set aside which ran a year ahead",
                1,
                lease(now, until).size());
    }

    void clocksApart(Proof proof) {
        lease(now.plusSeconds(30), now.plusSeconds(90));
        proof.same(
                "leases of an account that was leased by a clock half a minute ahead",
                0,
                lease(now, until).size());
    }

    private List<Lease> lease(Instant from, Instant to) {
        return due.lease(List.of(Facts.account(1)), from, to);
    }

    private boolean holds(Lease lease) {
        return bench.facts().change(1, () -> due.holds(lease));
    }

    private void schedule(int account, Optional<Instant> moment) {
        bench.facts().write(account, () -> due.schedule(Facts.account(account), moment));
    }
}
