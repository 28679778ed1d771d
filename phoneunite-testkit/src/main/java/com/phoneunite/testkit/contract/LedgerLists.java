package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.LedgerBench.posting;
import static com.phoneunite.testkit.contract.LedgerBench.use;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgerRepositoryContract} about lists, sums and balances of the past. */
public interface LedgerLists extends BillingStoreContract {

    @Test
    default void B3_aListGoesOnBehindItsCursor() {
        Proof.of("B3", "a statement shows an entry twice, or leaves one out", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(1, "a"));
            bench.post(use(2, "b"));
            bench.post(use(3, "c"));
            AccountId account = Facts.account(1);
            proof.list(
                    "two entries after the first",
                    List.of("a", "b"),
                    bench.references(() -> bench.ledger().list(account, 1, 2)));
            proof.none("the entries", bench.references(() -> bench.ledger().list(account, 0, 0)));
            proof.list(
                    "the entries after the third",
                    List.of("c"),
                    bench.references(() -> bench.ledger().list(account, 3, 1_000)));
            proof.list(
                    "all entries",
                    List.of("recharge-100", "a", "b", "c"),
                    bench.references(() -> bench.ledger().list(account, 0, Integer.MAX_VALUE)));
        });
    }

    @Test
    default void I1_aListOfAnOrganizationShowsItsEntriesOnly() {
        Proof.of("I1", "an administrator reads what another brand of the account has spent", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(1, "mine"));
            Optional<OrganizationId> other = Optional.of(Facts.organizationId(1, 1));
            bench.post(posting(1, other, EntryKind.USAGE, 2, "theirs", Facts.NOW));
            AccountId account = Facts.account(1);
            proof.list(
                    "the entries of an organization",
                    List.of("theirs"),
                    bench.references(() -> bench.ledger().listOf(account, other, 0, 10)));
            proof.none(
                    "the entries of an organization",
                    bench.references(() -> bench.ledger().listOf(account, other, 0, 0)));
            proof.list(
                    "the entries of the account as a whole",
                    List.of("recharge-100"),
                    bench.references(() -> bench.ledger().listOf(account, Optional.empty(), 0, 10)));
        });
    }

    @Test
    default void B12_theBalanceAsOfAMomentIsThatBeforeIt() {
        Proof.of("B12", "an entry at midnight stands on the statements of both months", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            Instant later = Facts.NOW.plusSeconds(60);
            bench.recharge(100);
            bench.post(posting(1, Optional.empty(), EntryKind.USAGE, 1, "later", later));
            AccountId account = Facts.account(1);
            proof.same(
                    "the balance strictly before the second entry",
                    Optional.of(100L),
                    bench.view(() -> bench.ledger().headBefore(account, later)).map(LedgerHead::balanceMinor));
            proof.same(
                    "the balance before any entry",
                    Optional.empty(),
                    bench.view(() -> bench.ledger().headBefore(account, Facts.NOW))
                            .map(LedgerHead::balanceMinor));
        });
    }

    @Test
    default void B12_sumsAreExactHoweverLarge() {
        Proof.of("B12", "a statement of a large account does not add up", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(3_000_000_000L);
            bench.recharge(2_000_000_000L);
            proof.same(
                    "the sum of two recharges",
                    5_000_000_000L,
                    bench.view(() -> bench.ledger().sumMinor(Facts.account(1), Optional.empty(), 0, 2)));
            proof.same(
                    "the sum of the second alone",
                    2_000_000_000L,
                    bench.view(() -> bench.ledger().sumMinor(Facts.account(1), Optional.empty(), 1, 2)));
        });
    }

    @Test
    default void B12_sumsOfSeveralOrganizationsAreThoseOfEach() {
        Proof.of("B12", "the billing page tells of one brand what was spent for another", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(1_000_000);
            bench.post(used(0, 100, "one"));
            bench.post(used(1, 20, "two"));
            bench.post(used(0, 3, "three"));
            bench.post(used(1, 5, "four"));
            bench.post(posting(2, Optional.empty(), EntryKind.RECHARGE, 100, "theirs", Facts.NOW));
            bench.post(posting(2, Optional.of(Facts.organizationId(2, 0)), EntryKind.USAGE, 7, "one", Facts.NOW));
            List<OrganizationId> asked = List.of(
                    Facts.organizationId(1, 1),
                    Facts.organizationId(1, 9),
                    Facts.organizationId(2, 0),
                    Facts.organizationId(1, 0));
            for (int after = 0; after <= 5; after++) {
                for (int until = 0; until <= 5; until++) {
                    int from = after;
                    int to = until;
                    Map<OrganizationId, Long> each = new HashMap<>();
                    asked.forEach(id -> each.put(
                            id,
                            bench.view(() -> bench.ledger().sumMinor(Facts.account(1), Optional.of(id), from, to))));
                    proof.same(
                            "the sums of four organizations, of which one has no entries and one is of another account",
                            each,
                            bench.view(() -> bench.ledger().sumsMinor(Facts.account(1), asked, from, to)));
                }
            }
            Map<OrganizationId, Long> many = new HashMap<>();
            Facts.manyOrganizations().forEach(id -> many.put(id, 0L));
            many.put(Facts.organizationId(1, 0), -103L);
            proof.same(
                    "the sum of one organization, asked for among ten thousand",
                    many,
                    bench.view(() -> bench.ledger().sumsMinor(Facts.account(1), List.copyOf(many.keySet()), 0, 5)));
            proof.same(
                    "the sums of none",
                    Map.of(),
                    bench.view(() -> bench.ledger().sumsMinor(Facts.account(1), List.of(), 0, 5)));
        });
    }

    @Test
    default void X3_entriesAreReadByTheirPositions() {
        Proof.of("X3", "a dispatcher skips a ledger entry, or delivers it for ever", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.facts().change(1, () -> bench.outbox().take(Facts.account(1), Facts.NOW));
            bench.post(use(1, "call"));
            long position = bench.entries().get(1).position();
            proof.list(
                    "the entries behind the position before the second",
                    List.of("call"),
                    bench.references(() -> bench.ledger().listByPosition(Facts.account(1), position - 1, 10)));
            proof.none(
                    "the entries by their positions",
                    bench.references(() -> bench.ledger().listByPosition(Facts.account(1), 0, 0)));
        });
    }

    @Test
    default void B12_amongManyEntriesEachMomentAndPositionFindsItsOwn() {
        Proof.of("B12", "the balance of a busy month is that of another moment", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.facts().change(1, () -> bench.outbox().take(Facts.account(1), Facts.NOW));
            findsEach(proof, bench);
            bench.recharge(1_000);
            findsEach(proof, bench);
            for (int i = 0; i < 23; i++) {
                // Three of a time, and the clock goes back now and then; events stand between them, and another
                // account's entries.
                Instant at = Facts.NOW.plusSeconds(10L * (i / 3) - i % 2);
                bench.post(posting(2, Optional.empty(), EntryKind.RECHARGE, 1, "theirs-" + i, at.plusSeconds(3)));
                bench.post(posting(1, Optional.of(Facts.organizationId(1, i % 2)), EntryKind.USAGE, 1, "use-" + i, at));
                for (int taken = 0; taken < i % 4; taken++) {
                    bench.facts().change(1, () -> bench.outbox().take(Facts.account(1), at));
                }
            }
            findsEach(proof, bench);
            bench.facts().write(1, () -> {
                bench.ledger().post(use(1, "not-committed-yet"));
                findsEach(proof, bench);
            });
        });
    }

    /** Each moment around an entry and each position, beside what a list of all entries tells. */
    private static void findsEach(Proof proof, LedgerBench bench) {
        List<LedgerEntry> entries = bench.entries();
        List<Instant> moments = Stream.concat(
                        Stream.of(Facts.NOW), entries.stream().map(LedgerEntry::recordedAt))
                .flatMap(at -> Stream.of(at.minusNanos(1_000), at, at.plusNanos(1_000), at.plusSeconds(3)))
                .toList();
        for (Instant moment : moments) {
            Optional<LedgerEntry> last = entries.stream()
                    .filter(one -> one.recordedAt().isBefore(moment))
                    .reduce((earlier, later) -> later);
            proof.same(
                    "where the ledger stood before " + moment,
                    last.map(LedgerHead::upTo),
                    bench.view(() -> bench.ledger().headBefore(Facts.account(1), moment)));
        }
        long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).position();
        for (long position = 0; position <= last + 3; position++) {
            long after = position;
            proof.list(
                    "two entries behind position " + after,
                    entries.stream()
                            .filter(one -> one.position() > after)
                            .limit(2)
                            .toList(),
                    bench.view(() -> bench.ledger().listByPosition(Facts.account(1), after, 2)));
        }
    }

    @Test
    default void B3_accountsAreListedByIdBehindACursor() {
        Proof.of("B3", "a proof of all ledgers never looks at some of them", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            List<AccountId> all = List.of(Facts.account(1), Facts.account(2));
            proof.list("all accounts", all, bench.ledger().accounts(Optional.empty(), 10));
            proof.list("one account", all.subList(0, 1), bench.ledger().accounts(Optional.empty(), 1));
            proof.none("the accounts", bench.ledger().accounts(Optional.empty(), 0));
            proof.list(
                    "accounts after the first",
                    all.subList(1, 2),
                    bench.ledger().accounts(Optional.of(all.get(0)), 10));
        });
    }

    private static Posting used(int ordinal, long minor, String reference) {
        return posting(1, Optional.of(Facts.organizationId(1, ordinal)), EntryKind.USAGE, minor, reference, Facts.NOW);
    }
}
