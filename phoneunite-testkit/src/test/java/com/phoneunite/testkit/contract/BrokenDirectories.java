package com.phoneunite.testkit.contract;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.billing.store.BillingStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Directories of accounts with one fault each; each of them is rejected as either of the two that there are. */
final class BrokenDirectories {

    private static final Breaking<DueAccounts> DUE =
            new Breaking<>(DueAccountsContract.class, DueAccounts.class, "dueAccounts");
    private static final Breaking<DueAccounts> CHECKS =
            new Breaking<>(ChecksContract.class, DueAccounts.class, "checks");

    private BrokenDirectories() {}

    static List<BrokenAdapter> all() {
        List<BrokenAdapter> all = new ArrayList<>();
        for (Fault fault :
                Stream.of(lists(), leases(), clocks()).flatMap(List::stream).toList()) {
            all.add(DUE.whole(fault.due, fault.fault, store -> fault.broken.apply(store.dueAccounts()), fault.words));
            all.add(CHECKS.whole(fault.check, fault.fault, store -> fault.broken.apply(store.checks()), fault.words));
        }
        all.add(DUE.forgetful("X1_whatIsDueIsThereAfterARestart", "what is due after a restart", "answered []"));
        all.add(CHECKS.forgetful("X1_checksAreThereAfterARestart", "what is due after a restart", "answered []"));
        all.add(CHECKS.whole(
                "P7_whatIsToBeCheckedIsApartFromWhatIsDue",
                "one table for both directories",
                BillingStore::dueAccounts,
                "what is to be checked, with something due"));
        all.add(CHECKS.whole(
                "P7_whatIsToBeCheckedIsApartFromWhatIsDue",
                "one lease for both directories",
                store -> Spoiled.port(
                        DueAccounts.class,
                        store.checks(),
                        "lease",
                        (real, given) -> store.dueAccounts()
                                .lease(Leases.accounts(given[0]), (Instant) given[1], (Instant) given[2])),
                "leased for billing"));
        return all;
    }

    /**
     * @param due the test of what is due that fails
     * @param check the test of checks that fails
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Fault(String due, String check, String fault, UnaryOperator<DueAccounts> broken, String... words) {}

    private static List<Fault> lists() {
        String order = "B6_accountsAreListedInTheOrderOfTheirDues";
        String checkOrder = "P7_accountsToReconcileAreInTheOrderOfTheirChecks";
        String same = "B6_accountsDueAtOneMomentAreListedByTheirIds";
        String checkSame = "P7_accountsToReconcileAtOneMomentAreListedByTheirIds";
        return List.of(
                new Fault(
                        order,
                        checkOrder,
                        "accounts in the order of their ids",
                        listing((real, given) -> sorted(real, Comparator.comparing(DueAccount::account), given)),
                        "what is due"),
                new Fault(
                        order,
                        checkOrder,
                        "`<` for `<=` at the moment",
                        listing((real, given) ->
                                real.list(((Instant) given[0]).minusNanos(1_000), after(given), (int) given[2])),
                        "what is due"),
                new Fault(
                        order,
                        checkOrder,
                        "what is due later listed, too",
                        listing((real, given) ->
                                real.list(((Instant) given[0]).plusSeconds(3_600), after(given), (int) given[2])),
                        "what was due before the second"),
                new Fault(
                        same,
                        checkSame,
                        "a cursor that knows the moment only",
                        listing((real, given) -> list(real, given).stream()
                                .filter(one -> after(given)
                                        .map(last -> one.due().isAfter(last.due()))
                                        .orElse(true))
                                .toList()),
                        "behind it",
                        "answered []"),
                new Fault(
                        same,
                        checkSame,
                        "equal moments left to chance",
                        listing((real, given) -> sorted(
                                real,
                                Comparator.comparing(DueAccount::due)
                                        .thenComparing(DueAccount::account, Comparator.reverseOrder()),
                                given)),
                        "accounts due at one moment, by id"),
                new Fault(
                        same,
                        checkSame,
                        "a cursor that shows its own account again",
                        listing((real, given) -> real.list(
                                (Instant) given[0],
                                after(given).map(one -> new DueAccount(one.due().minusNanos(1), one.account())),
                                (int) given[2])),
                        "behind it"),
                new Fault(
                        "X5_noMoreDueAccountsAreListedThanAskedFor",
                        "X5_noMoreChecksAreListedThanAskedFor",
                        "a limit that is not kept",
                        listing((real, given) -> real.list((Instant) given[0], after(given), 500)),
                        "at most one account"),
                new Fault(
                        "B6_aLaterScheduleReplacesTheFormer",
                        "P7_aLaterCheckReplacesTheFormer",
                        "a schedule that is never taken off",
                        real -> Spoiled.port(DueAccounts.class, real, "schedule", (same1, given) -> {
                            if (((Optional<?>) given[1]).isPresent()) {
                                Breaking.call(same1, "schedule", given);
                            }
                            return null;
                        }),
                        "once it is done"),
                new Fault(
                        "B6_aLaterScheduleReplacesTheFormer",
                        "P7_aLaterCheckReplacesTheFormer",
                        "the earliest schedule kept for the last",
                        BrokenDirectories::keepingTheEarliest,
                        "once it was put off"),
                new Fault(
                        "X1_aScheduleThatIsRolledBackTakesNoEffect",
                        "X1_aCheckThatIsRolledBackTakesNoEffect",
                        "a directory written before the commit",
                        BrokenDirectories::writtenAtOnce,
                        "after a rollback"));
    }

    private static List<Fault> leases() {
        String one = "B5_oneWorkerAtATimeHasAnAccount";
        String oneCheck = "P7_oneWorkerAtATimeReconcilesAnAccount";
        String fence = "B5_whoHasLostALeaseIsToldByItsFence";
        String checkFence = "P7_whoHasLostACheckIsToldByItsFence";
        String failing = "B6_anAccountThatFailsIsSetAsideAndItsFailuresAreCounted";
        String failingCheck = "P7_anAccountThatCannotBeReconciledIsSetAside";
        return List.of(
                new Fault(
                        one,
                        oneCheck,
                        "a lease without a condition",
                        real -> Spoiled.port(
                                DueAccounts.class,
                                real,
                                "lease",
                                (same, given) -> Leases.accounts(given[0]).stream()
                                        .map(account -> new Lease(account, 1, 0))
                                        .toList()),
                        "an account that is leased",
                        "expected was 0"),
                new Fault(
                        one,
                        oneCheck,
                        "a lease that never runs out",
                        real -> Spoiled.port(
                                DueAccounts.class,
                                real,
                                "lease",
                                (same, given) -> same.lease(
                                        Leases.accounts(given[0]),
                                        (Instant) given[1],
                                        ((Instant) given[2]).plusSeconds(86_400))),
                        "once the first has run out",
                        "expected was 1"),
                new Fault(
                        "B6_accountsAreLeasedInTheOrderInWhichTheyAreGiven",
                        "P7_accountsToReconcileAreLeasedInTheOrderInWhichTheyAreGiven",
                        "leases in the order of their accounts",
                        real ->
                                Spoiled.port(
                                        DueAccounts.class,
                                        real,
                                        "lease",
                                        (same, given) -> same
                                                .lease(Leases.accounts(given[0]), (Instant) given[1], (Instant)
                                                        given[2])
                                                .stream()
                                                .sorted(Comparator.comparing(Lease::account))
                                                .toList()),
                        "in which order"),
                new Fault(
                        "B5_ofManyWorkersOneHasAnAccount",
                        "P7_ofManyWorkersOneReconcilesAnAccount",
                        "looks first, and then leases",
                        BrokenDirectories::leasingWhatWasSeenFree,
                        "who all saw them free"),
                new Fault(
                        fence,
                        checkFence,
                        "a lease told by its account alone",
                        real -> Spoiled.port(DueAccounts.class, real, "holds", (same, given) -> true),
                        "a lost lease",
                        "expected was false"),
                new Fault(
                        fence,
                        checkFence,
                        "a lease that anybody gives back",
                        real -> new Leases(real) {
                            @Override
                            public void release(Lease lease) {
                                claims.remove(lease.account());
                            }
                        },
                        "another worker gave back",
                        "expected was true"),
                new Fault(
                        "B5_noLeaseHasTheFenceOfAnother",
                        "P7_noCheckHasTheFenceOfAnother",
                        "a fence that counts anew with each row",
                        real -> new Leases(real) {
                            @Override
                            long fenceAfter(Claim former) {
                                return former == null ? 1 : former.fence() + 1;
                            }
                        },
                        "the fence of an earlier one"),
                new Fault(
                        failing,
                        failingCheck,
                        "a failure that is given back at once",
                        real -> Spoiled.port(DueAccounts.class, real, "setAside", (same, given) -> {
                            same.release((Lease) given[0]);
                            return null;
                        }),
                        "set aside",
                        "expected was 0"),
                new Fault(
                        failing,
                        failingCheck,
                        "failures that are noted and not counted",
                        real ->
                                Spoiled.port(
                                        DueAccounts.class,
                                        real,
                                        "lease",
                                        (same, given) -> same
                                                .lease(Leases.accounts(given[0]), (Instant) given[1], (Instant)
                                                        given[2])
                                                .stream()
                                                .map(lease -> new Lease(
                                                        lease.account(), lease.fence(), Math.min(1, lease.failures())))
                                                .toList()),
                        "after two in a row",
                        "expected was 2"));
    }

    private static List<Fault> clocks() {
        return List.of(
                new Fault(
                        "X2_aLeaseOfAClockThatRanAheadCountsForNothing",
                        "X2_aCheckOfAClockThatRanAheadCountsForNothing",
                        "a lease that counts until it runs out, whatever the time",
                        real -> new Leases(real) {
                            @Override
                            boolean counts(Claim claim, Instant now) {
                                return now.isBefore(claim.until());
                            }
                        },
                        "a year ahead"),
                new Fault(
                        "X2_aLeaseOfAClockALittleAheadCounts",
                        "X2_aCheckOfAClockALittleAheadCounts",
                        "a lease that counts from its beginning only",
                        real -> new Leases(real) {
                            @Override
                            boolean counts(Claim claim, Instant now) {
                                return now.isBefore(claim.until()) && !now.isBefore(claim.since());
                            }
                        },
                        "half a minute ahead",
                        "expected was 0"));
    }

    private static UnaryOperator<DueAccounts> listing(Spoiled.Fault<DueAccounts> fault) {
        return real -> Spoiled.port(DueAccounts.class, real, "list", fault);
    }

    private static DueAccounts keepingTheEarliest(DueAccounts real) {
        Map<AccountId, Instant> first = new ConcurrentHashMap<>();
        return Spoiled.port(DueAccounts.class, real, "schedule", (same, given) -> {
            AccountId account = (AccountId) given[0];
            Optional<Instant> asked = ((Optional<?>) given[1]).map(Instant.class::cast);
            asked.ifPresent(one -> first.merge(account, one, (former, now) -> former.isBefore(now) ? former : now));
            same.schedule(account, asked.map(one -> first.get(account)));
            return null;
        });
    }

    private static DueAccounts writtenAtOnce(DueAccounts real) {
        Map<AccountId, DueAccount> written = new ConcurrentHashMap<>();
        DueAccounts writing = Spoiled.port(DueAccounts.class, real, "schedule", (same, given) -> {
            AccountId account = (AccountId) given[0];
            ((Optional<?>) given[1]).ifPresent(one -> written.put(account, new DueAccount((Instant) one, account)));
            return null;
        });
        return Spoiled.port(
                DueAccounts.class,
                writing,
                "list",
                (same, given) -> written.values().stream().sorted().toList());
    }

    private static DueAccounts leasingWhatWasSeenFree(DueAccounts real) {
        @SuppressWarnings("ThreadLocalUsage") // each directory has its own: what one has seen must not reach another
        ThreadLocal<Boolean> seen = ThreadLocal.withInitial(() -> false);
        AtomicLong fences = new AtomicLong();
        DueAccounts looking = Spoiled.port(DueAccounts.class, real, "list", (same, given) -> {
            seen.set(true);
            return list(same, given);
        });
        return Spoiled.port(
                DueAccounts.class,
                looking,
                "lease",
                (same, given) -> seen.get()
                        ? Leases.accounts(given[0]).stream()
                                .map(account -> new Lease(account, fences.incrementAndGet(), 0))
                                .toList()
                        : same.lease(Leases.accounts(given[0]), (Instant) given[1], (Instant) given[2]));
    }

    private static List<DueAccount> sorted(DueAccounts real, Comparator<DueAccount> order, Object... given) {
        return list(real, given).stream().sorted(order).toList();
    }

    private static List<DueAccount> list(DueAccounts real, Object... given) {
        return real.list((Instant) given[0], after(given), (int) given[2]);
    }

    private static Optional<DueAccount> after(Object... given) {
        return ((Optional<?>) given[1]).map(DueAccount.class::cast);
    }
}
