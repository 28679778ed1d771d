package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.BillingCycle;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Outbox;
import java.util.Optional;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule P11: refunds and disputes that a gateway reports as done, each exactly once by its reference and in any order. Runs inside a unit of
 * work. Thread-safe.
 */
final class ReportedReversals {

    private static final Logger LOG = LoggerFactory.getLogger(ReportedReversals.class);

    private final Outbox outbox;
    private final LedgerRepository ledger;
    private final ReversalRepository reversals;
    private final BillingCycle cycle;
    private final AutoRechargeBook autoRecharge;

    ReportedReversals(
            Outbox outbox,
            LedgerRepository ledger,
            ReversalRepository reversals,
            BillingCycle cycle,
            AutoRechargeBook autoRecharge) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.reversals = reversals;
        this.cycle = cycle;
        this.autoRecharge = autoRecharge;
    }

    /**
     * What the gateway reports of an attempt.
     *
     * @return whether money has come back or arrears have ended, so that there is something to settle
     */
    boolean report(Recharge recharge, ReportedReversal told, Change change) {
        Optional<Reversal> known = reversals.findReversal(recharge.account(), told.kind(), told.reference());
        if (known.isEmpty()) {
            record(recharge, told, change);
            return false;
        }
        Reversal reversal = known.get();
        if (!reversal.amount().equals(told.amount()) || !reversal.recharge().equals(recharge.key())) {
            LOG.error(
                    "account={} {} {}: reported with other facts than before, and left as it was",
                    recharge.account(),
                    told.kind(),
                    told.reference());
            return false;
        }
        return told.returned() && bringBack(reversal, change);
    }

    /** An attempt has been credited: what was reported of it before is taken now. */
    void credited(Recharge recharge, Change change) {
        for (Reversal reversal : reversals.reversalsOf(recharge.account(), recharge.key())) {
            if (reversal.state() == ReversalState.WAITING) {
                become(reversal, stateOf(reversal.amount(), change.account(), true), change);
            }
        }
    }

    /** What was taken of an attempt and has not come back, in minor units. */
    long takenMinor(Recharge recharge) {
        return reversals.reversalsOf(recharge.account(), recharge.key()).stream()
                .filter(one -> one.state() == ReversalState.TAKEN)
                .mapToLong(one -> one.taken().getAmountMinorLong())
                .sum();
    }

    /** Rule P9: a person has decided what is taken, if anything. */
    Reversal resolve(Reversal inReview, Resolution decided, Change change) {
        ReversalState next = decided.amount().isPresent() ? ReversalState.TAKEN : ReversalState.RETURNED;
        outbox.append(
                change,
                Optional.empty(),
                new RechargeEvent.ReversalResolved(
                        inReview.kind(), inReview.reference(), decided.amount(), decided.evidence()));
        return become(inReview.resolved(inReview.state(), decided), next, change);
    }

    private void record(Recharge recharge, ReportedReversal told, Change change) {
        ReversalState state = told.returned()
                ? ReversalState.RETURNED
                : stateOf(told.amount(), change.account(), recharge.credited().isPresent());
        Reversal reversal = new Reversal(
                recharge.account(),
                told.kind(),
                told.reference(),
                recharge.key(),
                told.amount(),
                state,
                change.at(),
                Optional.empty());
        reversals.save(reversal);
        outbox.append(
                change,
                Optional.empty(),
                new RechargeEvent.ReversalRecorded(
                        told.kind(), told.reference(), recharge.key(), told.amount(), state));
        if (state == ReversalState.TAKEN) {
            take(reversal, change);
        }
    }

    private ReversalState stateOf(Money amount, AccountId account, boolean isCredited) {
        if (!isCredited) {
            return ReversalState.WAITING;
        }
        return amount.getCurrencyUnit().equals(head(account).currency())
                ? ReversalState.TAKEN
                : ReversalState.IN_REVIEW;
    }

    private Reversal become(Reversal reversal, ReversalState next, Change change) {
        Reversal became = reversal.become(next);
        reversals.save(became);
        outbox.append(
                change,
                Optional.empty(),
                new RechargeEvent.ReversalStateChanged(reversal.kind(), reversal.reference(), reversal.state(), next));
        if (next == ReversalState.TAKEN) {
            take(became, change);
        }
        return became;
    }

    /** All of it, or all of the balance but one minor unit; the rest is arrears. */
    private void take(Reversal reversal, Change change) {
        long amount = reversal.taken().getAmountMinorLong();
        long taken = Math.min(amount, Math.max(0, head(change.account()).balanceMinor() - 1));
        autoRecharge.reversed(change);
        post(reversal, takes(reversal.kind()), taken, change);
        if (taken < amount) {
            cycle.owe(change, reversal.arrears(), amount - taken);
        }
    }

    /** A dispute won cancels its arrears, and credits what had been paid of it. */
    private boolean bringBack(Reversal reversal, Change change) {
        if (reversal.state() == ReversalState.RETURNED) {
            return false;
        }
        become(reversal, ReversalState.RETURNED, change);
        if (reversal.state() != ReversalState.TAKEN) {
            return false;
        }
        long forgiven = cycle.forgive(change, reversal.arrears());
        post(reversal, returns(reversal.kind()), reversal.taken().getAmountMinorLong() - forgiven, change);
        cycle.credited(change);
        return true;
    }

    private void post(Reversal reversal, EntryKind kind, long minor, Change change) {
        Posting posting = new Posting(
                change,
                kind,
                Optional.empty(),
                Money.ofMinor(head(change.account()).currency(), minor),
                reversal.reference(),
                change.at());
        ledger.post(posting).fold(entry -> reversal, () -> reversal, refusal -> {
            throw new PhoneUniteFault(kind + " " + reversal.reference() + " of account " + reversal.account()
                    + " was reported, and refused as " + refusal.code());
        });
    }

    private static EntryKind takes(ReportedReversal.Kind kind) {
        return switch (kind) {
            case REFUND -> EntryKind.REVERSAL;
            case DISPUTE -> EntryKind.DISPUTE;
        };
    }

    private static EntryKind returns(ReportedReversal.Kind kind) {
        return switch (kind) {
            case REFUND -> EntryKind.REVERSAL_RETURNED;
            case DISPUTE -> EntryKind.DISPUTE_WON;
        };
    }

    private LedgerHead head(AccountId account) {
        return ledger.head(account).orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
    }
}
