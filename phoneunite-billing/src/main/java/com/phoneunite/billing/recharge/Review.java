package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.ledger.LedgerRefusal;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.Refusal;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rules P7 and P9: a named person decides, with evidence, what nobody else could. Runs inside a unit of work; where it answers that money has
 * come in, the caller settles after it. Thread-safe.
 */
public final class Review {

    private final RechargeRepository recharges;
    private final ReversalRepository reversals;
    private final Attempts attempts;
    private final Refunds refunds;
    private final ReportedReversals reported;

    Review(PaymentPorts ports, Attempts attempts, Refunds refunds, ReportedReversals reported) {
        this.recharges = ports.recharges();
        this.reversals = ports.reversals();
        this.attempts = attempts;
        this.refunds = refunds;
        this.reported = reported;
    }

    /**
     * Decides about an attempt.
     *
     * @param captured what is credited, in the account's currency; empty where nothing was captured, or it was given back elsewhere
     */
    public Decision<Recharge> recharge(
            Account account, IdempotencyKey key, Optional<Money> captured, String evidence, Change change) {
        Optional<Recharge> inReview =
                recharges.find(account.id(), key).filter(one -> one.state() == RechargeState.IN_REVIEW);
        Optional<Refusal> refusal = refusal(account, inReview, captured);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        Resolution decided = new Resolution(change.actor(), change.at(), evidence, captured);
        return Decision.granted(
                attempts.resolve(inReview.orElseThrow(), inReview.orElseThrow().resolved(decided), decided, change));
    }

    /**
     * Decides about a refund of ours.
     *
     * @param done whether the customer has the money; otherwise it is given back to the balance
     */
    public Decision<Refund> refund(Account account, IdempotencyKey key, boolean done, String evidence, Change change) {
        Optional<Refund> inReview =
                reversals.findRefund(account.id(), key).filter(one -> one.state() == RefundState.IN_REVIEW);
        if (inReview.isEmpty()) {
            return Decision.refused(new RechargeRefusal.NotInReview());
        }
        Refund refund = inReview.get();
        Optional<Money> amount = done ? Optional.of(refund.amount()) : Optional.empty();
        Resolution decided = new Resolution(change.actor(), change.at(), evidence, amount);
        return Decision.granted(refunds.resolve(refund, decided, change));
    }

    /**
     * Decides about a refund or dispute that was reported in another currency.
     *
     * @param taken what is taken, in the account's currency; empty where nothing is
     */
    public Decision<Reversal> reversal(
            Account account,
            ReportedReversal.Kind kind,
            String reference,
            Optional<Money> taken,
            String evidence,
            Change change) {
        Optional<Reversal> inReview = reversals
                .findReversal(account.id(), kind, reference)
                .filter(one -> one.state() == ReversalState.IN_REVIEW);
        Optional<Refusal> refusal = refusal(account, inReview, taken);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        Resolution decided = new Resolution(change.actor(), change.at(), evidence, taken);
        return Decision.granted(reported.resolve(inReview.orElseThrow(), decided, change));
    }

    private static Optional<Refusal> refusal(Account account, Optional<?> inReview, Optional<Money> amount) {
        if (inReview.isEmpty()) {
            return Optional.of(new RechargeRefusal.NotInReview());
        }
        return amount.filter(one -> !one.getCurrencyUnit().equals(account.currency()))
                .map(one -> new LedgerRefusal.CurrencyMismatch(account.currency(), one.getCurrencyUnit()));
    }
}
