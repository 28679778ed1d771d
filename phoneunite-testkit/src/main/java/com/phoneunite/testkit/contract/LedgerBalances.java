package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.LedgerBench.posting;
import static com.phoneunite.testkit.contract.LedgerBench.use;
import static com.phoneunite.testkit.contract.LedgerBench.word;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgerRepositoryContract} about the floor of the balance and what a ledger takes. */
public interface LedgerBalances extends BillingStoreContract {

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
            List<String> words = Crowd.of(bench::balance, call -> () -> word(bench.post(use(30, "call-" + call))));
            int posted = Collections.frequency(words, "Posted");
            proof.same("how many deductions of 30 from 100 were acknowledged", 3, posted);
            proof.same("the balance after them", 10L, bench.balance());
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
                        bench.balance();
                        throw new IllegalStateException("undone");
                    }));
            proof.same("the balance after a rollback", 100L, bench.balance());
            proof.same("a posting that was rolled back, again", "Posted", word(bench.post(use(10, "call"))));
            proof.same("its sequence", 2L, bench.entries().get(1).sequence());
        });
    }

    @Test
    default void B3_manyThreadsLeaveAChainWithoutAGap() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("B3", "of two calls that end at once one is served and never deducted", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(1_000);
            List<Long> told = Crowd.of(bench::balance, call -> () -> sequence(bench.post(use(1, "call-" + call))));
            proof.list(
                    "the sequences that eight threads were told",
                    List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L),
                    told.stream().sorted().toList());
            proof.same("the balance after eight threads", 992L, bench.balance());
        });
    }

    @Test
    default void X1_aPostingNeedsAUnitOfWork() {
        Proof.of("X1", "an organization is charged for that is not added", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            proof.refuses(
                    UnitOfWorkFault.class,
                    "a posting with no unit of work open",
                    () -> bench.ledger().post(use(10, "call")));
            proof.same("the balance after it", 100L, bench.balance());
        });
    }

    @Test
    default void X1_entriesAreThereAfterARestart() {
        needs(AdapterFeature.DURABLE);
        Proof.of("X1", "calls that were served are deducted twice, or money that was paid is gone", proof -> {
            BillingStore store = billingStore();
            LedgerBench bench = new LedgerBench(store);
            bench.recharge(100);
            bench.post(use(10, "call"));
            List<LedgerEntry> before = bench.entries();
            BillingStore anew = reopened(store);
            proof.list(
                    "the entries after a restart",
                    before,
                    anew.core()
                            .unitOfWork()
                            .view(Facts.account(1), () -> anew.ledger().list(Facts.account(1), 0, 1_000)));
        });
    }

    private static long sequence(PostingOutcome outcome) {
        return outcome.fold(LedgerEntry::sequence, LedgerEntry::sequence, () -> 0L, no -> -1L);
    }
}
