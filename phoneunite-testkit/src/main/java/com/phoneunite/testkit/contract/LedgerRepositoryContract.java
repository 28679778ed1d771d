package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.LedgerBench.posting;
import static com.phoneunite.testkit.contract.LedgerBench.use;
import static com.phoneunite.testkit.contract.LedgerBench.word;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What the port of the ledger must do: {@link com.phoneunite.billing.ledger.LedgerRepository}. */
public interface LedgerRepositoryContract extends BillingStoreContract {

    @Test
    default void B2_aDeductionLeavesMoreThanZeroOrIsRefused() {
        Proof.of("B2", "an account is used up to nothing, or loses the last cent that it may use", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            proof.same("a deduction of the whole balance", "BALANCE_TOO_LOW", word(bench.post(use(100, "all"))));
            proof.same("the balance after a refusal", 100L, bench.balance());
            proof.same("a deduction that leaves one minor unit", "Posted", word(bench.post(use(99, "most"))));
            proof.same("the balance after it", 1L, bench.balance());
        });
    }

    @Test
    default void B2_aShortfallIsTheAmountAndOneMinorUnitLessTheBalance() {
        Proof.of("B2", "a customer recharges what they were told is short, and is refused again", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            Object shortfall = bench.post(use(130, "more"))
                    .<Object>fold(
                            entry -> "an entry",
                            () -> "nothing",
                            no -> no.facts().getOrDefault("shortfall", "none"));
            proof.same("the shortfall", Money.ofMinor(CurrencyUnit.USD, 31), shortfall);
        });
    }

    @Test
    default void B2_anAmountOfZeroIsCoveredAndPostsNothing() {
        Proof.of("B2", "an organization on a free plan falls past due", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            proof.same("zero on a new ledger", "NothingToPost", word(bench.post(use(0, "free"))));
            proof.same("the number of entries", 0, bench.entries().size());
        });
    }

    @Test
    default void B2_manyThreadsOnALowBalanceTakeNoMoreThanItHas() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("B2", "calls that end at once are served for money that is not there", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            int threads = 8;
            CyclicBarrier together = new CyclicBarrier(threads);
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            List<Future<String>> calls = new ArrayList<>();
            for (int call = 0; call < threads; call++) {
                Posting posting = use(30, "call-" + call);
                calls.add(pool.submit(() -> {
                    bench.balance();
                    together.await(30, TimeUnit.SECONDS);
                    return word(bench.post(posting));
                }));
            }
            pool.shutdown();
            int posted = 0;
            for (Future<String> call : calls) {
                posted += call.get(60, TimeUnit.SECONDS).equals("Posted") ? 1 : 0;
            }
            proof.same("how many deductions of 30 from 100 were acknowledged", 3, posted);
            proof.same("the balance after them", 10L, bench.balance());
        });
    }

    @Test
    default void B3_theSameReferenceChangesNothingAndAnswersWithTheFirstEntry() {
        Proof.of("B3", "a caller who asks again after a timeout is charged twice", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(10, "call"));
            LedgerEntry first = bench.entries().get(1);
            PostingOutcome again = bench.post(use(10, "call"));
            proof.same("the same posting again", new PostingOutcome.AlreadyPosted(first), again);
            proof.same("the balance after it", 90L, bench.balance());
        });
    }

    @Test
    default void B3_theSameReferenceWithAnotherAmountIsRefused() {
        Proof.of("B3", "a host believes that an amount was charged that never was", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(10, "call"));
            proof.same("the reference with another amount", "REFERENCE_REUSED", word(bench.post(use(20, "call"))));
            proof.same("the balance after it", 90L, bench.balance());
        });
    }

    @Test
    default void B3_theSameReferenceForAnotherOrganizationIsRefused() {
        Proof.of("B3", "the usage of one brand stands on the statement of another", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(10, "call"));
            Posting other = posting(1, Optional.of(Facts.organizationId(1, 1)), EntryKind.USAGE, 10, "call", Facts.NOW);
            proof.same("the reference for another organization", "REFERENCE_REUSED", word(bench.post(other)));
        });
    }

    @Test
    default void B3_aReferenceIsUniqueForItsKindOnly() {
        Proof.of("B3", "a refund is never posted because a call has the same reference", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            bench.post(use(10, "one"));
            proof.same(
                    "the reference with another kind",
                    "Posted",
                    word(bench.post(posting(EntryKind.REFUND, 10, "one"))));
        });
    }

    @Test
    default void B3_aReferenceIsUniqueInItsAccountOnly() {
        Proof.of("B3", "an account is not charged because another one used the same reference", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            Posting other = posting(2, Optional.empty(), EntryKind.RECHARGE, 100, "recharge-100", Facts.NOW);
            proof.same("the reference in another account", "Posted", word(bench.post(other)));
        });
    }

    @Test
    default void B3_balancesAndSequencesAreAChain() {
        Proof.of("B3", "the balance is not the sum of the entries, and nobody can say which is right", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(5_000_000_000L);
            bench.post(use(10, "one"));
            bench.post(use(20, "two"));
            List<LedgerEntry> entries = bench.entries();
            proof.list(
                    "sequences",
                    List.of(1L, 2L, 3L),
                    entries.stream().map(LedgerEntry::sequence).toList());
            proof.list(
                    "balances after the entries",
                    List.of(5_000_000_000L, 4_999_999_990L, 4_999_999_970L),
                    entries.stream().map(LedgerEntry::balanceAfterMinor).toList());
            proof.same("the balance", 4_999_999_970L, bench.balance());
        });
    }

    @Test
    default void B3_recordedTimesNeverDecrease() {
        Proof.of("B3", "a statement of a month that was closed changes once a clock is set back", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            Instant later = Facts.NOW.plusSeconds(60);
            bench.post(posting(1, Optional.empty(), EntryKind.RECHARGE, 100, "first", later));
            bench.post(use(10, "set-back"));
            proof.list(
                    "recorded times after a clock was set back",
                    List.of(later, later),
                    bench.entries().stream().map(LedgerEntry::recordedAt).toList());
        });
    }

    @Test
    default void B3_manyAtOnceEqualTheSameOneByOne() {
        Proof.of("B3", "a batch of usage loses calls, or serves them for money that is not there", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            List<Posting> batch = List.of(use(60, "a"), use(60, "b"), use(30, "c"), use(30, "c"), use(9, "d"));
            List<String> words = bench.facts().change(1, () -> bench.ledger().postAll(batch)).stream()
                    .map(LedgerBench::word)
                    .toList();
            proof.list(
                    "a batch of which the second is not covered",
                    List.of("Posted", "BALANCE_TOO_LOW", "Posted", "AlreadyPosted", "Posted"),
                    words);
            proof.same("the balance after a batch", 1L, bench.balance());
        });
    }

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
                    "the last entry strictly before the second",
                    Optional.of("recharge-100"),
                    bench.view(() -> bench.ledger().lastBefore(account, later)).map(LedgerEntry::reference));
            proof.same(
                    "the last entry before any",
                    Optional.empty(),
                    bench.view(() -> bench.ledger().lastBefore(account, Facts.NOW))
                            .map(LedgerEntry::reference));
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
    default void A3_anAmountInAnotherCurrencyIsRefused() {
        Proof.of("A3", "100 yen are charged as 100 cents", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            Posting foreign = new Posting(
                    Facts.change(1, Facts.NOW),
                    EntryKind.USAGE,
                    Optional.empty(),
                    Money.ofMinor(CurrencyUnit.EUR, 10),
                    "foreign",
                    Facts.NOW);
            proof.same("an amount in euros on a ledger in dollars", "CURRENCY_MISMATCH", word(bench.post(foreign)));
            proof.same("the balance after it", 100L, bench.balance());
        });
    }

    @Test
    default void A1_aPostingWithoutALedgerIsAFault() {
        Proof.of("A1", "money is kept for an account that does not exist", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            AccountId none = Facts.account(3);
            Posting posting = posting(3, Optional.empty(), EntryKind.RECHARGE, 1, "one", Facts.NOW);
            proof.same(
                    "the head of a ledger that was never opened",
                    Optional.empty(),
                    bench.facts().view(3, () -> bench.ledger().head(none)));
            proof.refuses(PhoneUniteFault.class, "a posting without a ledger", () -> bench.post(posting));
        });
    }

    @Test
    default void X1_whatIsRolledBackWasNeverPosted() {
        Proof.of("X1", "an organization that was not added is charged for its first month", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            proof.refuses(
                    IllegalStateException.class,
                    "a change that fails after it has posted",
                    () -> bench.facts().change(1, () -> {
                        bench.ledger().post(use(10, "call"));
                        throw new IllegalStateException("undone");
                    }));
            proof.same("the balance after a rollback", 100L, bench.balance());
            proof.same("a posting that was rolled back, again", "Posted", word(bench.post(use(10, "call"))));
            proof.same("its sequence", 2L, bench.entries().get(1).sequence());
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
        });
    }

    @Test
    default void B3_accountsAreListedByIdBehindACursor() {
        Proof.of("B3", "a proof of all ledgers never looks at some of them", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            List<AccountId> all = List.of(Facts.account(1), Facts.account(2));
            proof.list("all accounts", all, bench.ledger().accounts(Optional.empty(), 10));
            proof.list("one account", all.subList(0, 1), bench.ledger().accounts(Optional.empty(), 1));
            proof.list(
                    "accounts after the first",
                    all.subList(1, 2),
                    bench.ledger().accounts(Optional.of(all.get(0)), 10));
        });
    }
}
