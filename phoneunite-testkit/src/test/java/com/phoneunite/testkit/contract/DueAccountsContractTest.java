package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Lease;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract of the directory of dues rejects each of these, by the rule that it breaks. */
class DueAccountsContractTest {

    @TestFactory
    Stream<DynamicTest> B6_everyBrokenDirectoryIsRejected() {
        return broken().stream().map(one -> DynamicTest.dynamicTest(one.toString(), one::requireRejected));
    }

    @Test
    void B6_everyTestOfTheDirectoryRejectsSomething() {
        assertThat(broken().stream().map(BrokenAdapter::test).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContractTests.of(DueAccountsContract.class));
    }

    private static BrokenAdapter broken(
            String test, String fault, UnaryOperator<DueAccounts> directory, String... words) {
        return new BrokenAdapter(fault, DueAccountsContract.class, () -> subject(directory), test, List.of(words));
    }

    private static DueAccountsContract subject(UnaryOperator<DueAccounts> fault) {
        return () -> {
            BillingStore store = BillingStore.in(InMemoryStore.create());
            DueAccounts broken = fault.apply(store.dueAccounts());
            return (BillingStore) Proxy.newProxyInstance(
                    BillingStore.class.getClassLoader(),
                    new Class<?>[] {BillingStore.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("dueAccounts") ? broken : method.invoke(store, arguments));
        };
    }

    private static List<BrokenAdapter> broken() {
        return List.of(
                broken(
                        "B6_accountsAreListedInTheOrderOfTheirDues",
                        "accounts in the order of their ids",
                        DuesNotInOrder::new,
                        "what is due"),
                broken(
                        "B6_accountsAreListedInTheOrderOfTheirDues",
                        "`<` for `<=` at the moment",
                        DueBeforeForDueUntil::new,
                        "what is due"),
                broken(
                        "B6_aLaterScheduleReplacesTheFormer",
                        "a schedule that is never taken off",
                        DueForEver::new,
                        "once it is done",
                        "[]"),
                broken(
                        "X1_aScheduleThatIsRolledBackTakesNoEffect",
                        "a directory written before the commit",
                        ScheduledBeforeCommit::new,
                        "after a rollback"),
                broken(
                        "B5_oneWorkerAtATimeHasAnAccount",
                        "a lease without a condition",
                        LeaseForEverybody::new,
                        "an account that is leased",
                        "expected was 0"),
                broken(
                        "B5_oneWorkerAtATimeHasAnAccount",
                        "a lease that never runs out",
                        LeaseForEver::new,
                        "once the first has run out",
                        "expected was 1"),
                broken(
                        "B5_whoHasLostALeaseIsToldByItsFence",
                        "a lease told by its account alone",
                        LeaseWithoutFence::new,
                        "a lost lease",
                        "expected was false"),
                broken(
                        "B5_whoHasLostALeaseIsToldByItsFence",
                        "a lease that anybody gives back",
                        ReleaseWithoutFence::new,
                        "another worker gave back",
                        "expected was true"),
                broken(
                        "B6_anAccountThatFailsIsSetAsideAndItsFailuresAreCounted",
                        "a failure that is given back at once",
                        NoBackOff::new,
                        "set aside",
                        "expected was 0"));
    }

    /** A directory in front of another one, which does all the work; a fault overrides one method. */
    private static class InFront implements DueAccounts {

        final DueAccounts behind;

        InFront(DueAccounts behind) {
            this.behind = behind;
        }

        @Override
        public void schedule(AccountId account, Optional<Instant> due) {
            behind.schedule(account, due);
        }

        @Override
        public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
            return behind.list(until, after, limit);
        }

        @Override
        public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
            return behind.lease(accounts, now, until);
        }

        @Override
        public boolean holds(Lease lease) {
            return behind.holds(lease);
        }

        @Override
        public void release(Lease lease) {
            behind.release(lease);
        }

        @Override
        public void setAside(Lease lease, Instant now, Instant until) {
            behind.setAside(lease, now, until);
        }
    }

    private static final class DuesNotInOrder extends InFront {
        DuesNotInOrder(DueAccounts behind) {
            super(behind);
        }

        @Override
        public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
            return behind.list(until, after, limit).stream()
                    .sorted(Comparator.comparing(DueAccount::account))
                    .toList();
        }
    }

    private static final class DueBeforeForDueUntil extends InFront {
        DueBeforeForDueUntil(DueAccounts behind) {
            super(behind);
        }

        @Override
        public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
            return behind.list(until.minusNanos(1_000), after, limit);
        }
    }

    private static final class DueForEver extends InFront {
        DueForEver(DueAccounts behind) {
            super(behind);
        }

        @Override
        public void schedule(AccountId account, Optional<Instant> due) {
            due.ifPresent(one -> behind.schedule(account, due));
        }
    }

    private static final class ScheduledBeforeCommit extends InFront {
        ScheduledBeforeCommit(DueAccounts behind) {
            super(behind);
        }

        private final Map<AccountId, DueAccount> written = new ConcurrentHashMap<>();

        @Override
        public void schedule(AccountId account, Optional<Instant> due) {
            due.ifPresent(one -> written.put(account, new DueAccount(one, account)));
        }

        @Override
        public List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit) {
            return written.values().stream().sorted().limit(limit).toList();
        }
    }

    private static final class LeaseForEverybody extends InFront {
        LeaseForEverybody(DueAccounts behind) {
            super(behind);
        }

        @Override
        public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
            return accounts.stream().map(one -> new Lease(one, 1, 0)).toList();
        }
    }

    private static final class LeaseForEver extends InFront {
        LeaseForEver(DueAccounts behind) {
            super(behind);
        }

        @Override
        public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
            return behind.lease(accounts, now, until.plusSeconds(86_400));
        }
    }

    private static final class LeaseWithoutFence extends InFront {
        LeaseWithoutFence(DueAccounts behind) {
            super(behind);
        }

        @Override
        public boolean holds(Lease lease) {
            return true;
        }
    }

    private static final class ReleaseWithoutFence extends InFront {
        ReleaseWithoutFence(DueAccounts behind) {
            super(behind);
        }

        private final Map<AccountId, Lease> last = new ConcurrentHashMap<>();

        @Override
        public List<Lease> lease(List<AccountId> accounts, Instant now, Instant until) {
            List<Lease> leases = behind.lease(accounts, now, until);
            leases.forEach(one -> last.put(one.account(), one));
            return leases;
        }

        @Override
        public void release(Lease lease) {
            behind.release(last.getOrDefault(lease.account(), lease));
        }
    }

    private static final class NoBackOff extends InFront {
        NoBackOff(DueAccounts behind) {
            super(behind);
        }

        @Override
        public void setAside(Lease lease, Instant now, Instant until) {
            behind.release(lease);
        }
    }
}
