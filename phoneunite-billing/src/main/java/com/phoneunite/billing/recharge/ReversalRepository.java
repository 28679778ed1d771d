package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps what took captured money back: refunds of ours, and what a gateway reported. Each method but {@link
 * #refundsInReview} and {@link #reversalsInReview} runs inside a unit of work that is open on that account; without one it is a fault.
 * The order of keys and references is that of their ASCII characters, whatever the language of a database.
 */
public interface ReversalRepository {

    /** The refund of ours under that key. */
    Optional<Refund> findRefund(AccountId account, IdempotencyKey key);

    /** The refunds of ours of that attempt, all of them, by key. */
    List<Refund> refundsOf(AccountId account, IdempotencyKey recharge);

    /**
     * Rule P7: the refunds that are to be checked at that moment or before, all of them, in the order of their checks and then of their
     * keys.
     */
    List<Refund> refundsToCheck(AccountId account, Instant until);

    /** Rule P7: when the next refund is to be checked. */
    Optional<Instant> nextCheck(AccountId account);

    /** Keeps the refund in place of what was kept under its key. */
    void save(Refund refund);

    /** What was reported under that kind and reference. */
    Optional<Reversal> findReversal(AccountId account, ReportedReversal.Kind kind, String reference);

    /** What was reported of that attempt, all of it: disputes first, then by reference. */
    List<Reversal> reversalsOf(AccountId account, IdempotencyKey recharge);

    /** Keeps the reversal in place of what was kept under its kind and reference. */
    void save(Reversal reversal);

    /**
     * Rule P7: the refunds of all accounts that are in review, told by their keys, by account and key. Runs outside any unit of work.
     *
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<InReview> refundsInReview(Optional<InReview> after, int limit);

    /**
     * Rule P9: the reversals of all accounts that are in review, told by {@code kind/reference}, by account and that. Runs outside any unit
     * of work.
     *
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<InReview> reversalsInReview(Optional<InReview> after, int limit);
}
