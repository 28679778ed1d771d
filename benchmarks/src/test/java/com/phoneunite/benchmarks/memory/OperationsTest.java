package com.phoneunite.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.store.memory.MemoryTable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How operations grow: counted, never timed. */
class OperationsTest {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;

    /** What each of these asks the ports, of an account with so many entries. */
    private static Map<String, Map<String, Long>> askedWith(int entries) {
        MemoryHost host = new MemoryHost(1, 1);
        Posters.oneStep(host).postAll(new Load("history", 1, entries));
        CountedStore counted = new CountedStore(host.store());
        BillingOperator desk = new MemoryHost(counted.store(), 0, 0).billing().actingAs("desk");
        AccountId account = MemoryHost.account(0);
        Map<String, Map<String, Long>> asked = new TreeMap<>();
        counted.take();
        desk.balance(account);
        asked.put("balance", counted.take());
        desk.deductUsage(Usage.of(account, MemoryHost.organization(0, 0), "another", MemoryHost.usd(1)));
        asked.put("usage", counted.take());
        desk.deductUsage(Usage.of(account, MemoryHost.organization(0, 0), "another", MemoryHost.usd(1)));
        asked.put("the same usage again", counted.take());
        desk.deductUsage(Usage.of(account, MemoryHost.organization(0, 0), "call-history-0", MemoryHost.usd(1)));
        asked.put("the oldest usage again", counted.take());
        return asked;
    }

    @Test
    void X5_anAccountOfAMillionEntriesAsksThePortsAsOftenAsOneOfAThousand() {
        Map<String, Map<String, Long>> few = askedWith(FEW);
        assertThat(askedWith(MANY)).isEqualTo(few);
        assertThat(few.values()).allSatisfy(asked -> assertThat(asked).isNotEmpty());
        assertThat(few.get("usage")).containsEntry("PlainUsage.post", 1L).hasSize(2);
    }

    /** What a run asks for a month, over accounts of ten organizations each. */
    private static Map<String, Long> askedByARun(int organizations) {
        CountedStore counted = new CountedStore(BillingStore.in(InMemoryStore.create()));
        MemoryHost host =
                new MemoryHost(counted.store(), organizations / RunBenchmark.PER_ACCOUNT, RunBenchmark.PER_ACCOUNT);
        counted.take();
        assertThat(host.billing().run().paid()).isEqualTo(organizations);
        return counted.take();
    }

    @Test
    void B6_aRunOfTenThousandOrganizationsAsksThePortsAHundredTimesWhatOneOfAHundredAsks() {
        Map<String, Long> few = askedByARun(100);
        Map<String, Long> many = askedByARun(10_000);
        // Accounts are listed and leased a hundred at a time: 10 of them in one step, 1,000 in ten, and a last look.
        Map<String, Long> byAccount = new TreeMap<>(few);
        byAccount.keySet().removeIf(OperationsTest::isOfABatch);
        Map<String, Long> expected = new TreeMap<>();
        byAccount.forEach((call, count) -> expected.put(call, 100 * count));
        Map<String, Long> found = new TreeMap<>(many);
        found.keySet().removeIf(OperationsTest::isOfABatch);
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(many.get("DueAccounts.list")).isEqualTo(11);
        assertThat(many.get("DueAccounts.lease")).isEqualTo(10);
    }

    private static boolean isOfABatch(String call) {
        return call.equals("DueAccounts.list")
                || call.equals("DueAccounts.lease")
                || call.equals("DueAccounts.releaseAll")
                || call.equals("UnitOfWork.isOpen")
                || call.equals("UnitOfWork.mostTogether");
    }

    /** A key that counts how often it is compared. */
    private record Key(int value, AtomicLong compared) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            compared.incrementAndGet();
            return Integer.compare(value, other.value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && value == key.value;
        }

        @Override
        public int hashCode() {
            return Integer.hashCode(value);
        }
    }

    /** The most comparisons that a look-up takes in a table of so many rows. */
    private static long comparisons(int rows) {
        InMemoryStore store = InMemoryStore.create();
        AccountId account = MemoryHost.account(0);
        MemoryTable<Key, Integer> table = store.table();
        AtomicLong compared = new AtomicLong();
        return store.unitOfWork().change(account, () -> {
            for (int i = 0; i < rows; i++) {
                table.put(account, new Key(i, compared), i);
            }
            long most = 0;
            for (int i = 0; i < rows; i += rows / 100) {
                compared.set(0);
                assertThat(table.find(account, new Key(i, compared))).contains(i);
                most = Math.max(most, compared.get());
            }
            return most;
        });
    }

    @Test
    void X5_aTableOfAMillionRowsIsSearchedInTwiceTheStepsOfOneOfAThousandAndNotInMore() {
        assertThat(comparisons(FEW)).isLessThanOrEqualTo(20);
        assertThat(comparisons(MANY))
                .as("twice the logarithm is the depth of a red-black tree")
                .isLessThanOrEqualTo(40);
    }
}
