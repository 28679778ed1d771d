package com.phoneunite.testkit.contract;

import static com.phoneunite.testkit.contract.LedgerBench.posting;
import static com.phoneunite.testkit.contract.LedgerBench.use;
import static com.phoneunite.testkit.contract.LedgerBench.word;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The part of {@link LedgerRepositoryContract} about references, which are posted once. */
public interface LedgerReferences extends BillingStoreContract {

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
    default void B3_ofManyWithOneReferenceOneIsPosted() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("B3", "a caller who asks again while the first request is under way is charged twice", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            bench.recharge(100);
            List<String> words = Crowd.of(
                    () -> bench.view(() -> bench.ledger().find(Facts.account(1), EntryKind.USAGE, "call")),
                    number -> () -> word(bench.post(use(10, "call"))));
            proof.same(
                    "how many of eight postings under one reference were posted",
                    1,
                    Collections.frequency(words, "Posted"));
            proof.same("the balance after them", 90L, bench.balance());
        });
    }

    @Test
    default void B3_whateverIsPostedTheBalanceIsTheSumOfWhatWasAccepted() {
        Proof.of("B3", "the balance is not what the entries say, and nobody can tell which of them is wrong", proof -> {
            LedgerBench bench = new LedgerBench(billingStore());
            new LedgerProgram(bench, seed()).run(proof, 80);
        });
    }
}
