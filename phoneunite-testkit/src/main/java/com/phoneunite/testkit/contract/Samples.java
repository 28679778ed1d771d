package com.phoneunite.testkit.contract;

import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.Shortage;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.recharge.Attempt;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the ports of billing keep, with no more in it than a test needs. */
final class Samples {

    static final ZoneId ZONE = ZoneId.of("UTC");
    static final PaymentToken CARD = PaymentToken.of("tok_visa");

    private Samples() {}

    static Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }

    static Actor owner(int account) {
        return Actor.user(Facts.owner(account));
    }

    /** Its first period is due at that moment. */
    static Subscription due(int account, int ordinal, Instant moment) {
        return Subscription.from(
                Facts.account(account), Facts.organizationId(account, ordinal), ZONE, PeriodAnchor.at(0, moment, ZONE));
    }

    static Subscription pastDue(int ordinal, Instant moment, Instant since, Instant graceUntil) {
        return pastDue(due(1, ordinal, moment), since, graceUntil);
    }

    /** The same with a shortage of its first period. */
    static Subscription pastDue(Subscription one, Instant since, Instant graceUntil) {
        return with(one, Optional.of(new Shortage(0, since, graceUntil)), Optional.empty());
    }

    static Subscription suspended(int ordinal, Instant moment, Instant since) {
        return suspended(due(1, ordinal, moment), since);
    }

    /** The same, suspended. */
    static Subscription suspended(Subscription one, Instant since) {
        return with(one, Optional.empty(), Optional.of(since));
    }

    /** The same with its first period paid. */
    static Subscription paid(Subscription one) {
        return new Subscription(
                one.account(),
                one.organization(),
                one.zone(),
                one.anchor(),
                one.nextPeriod() + 1,
                one.paid(),
                Optional.empty(),
                Optional.empty(),
                one.planned());
    }

    private static Subscription with(Subscription one, Optional<Shortage> shortage, Optional<Instant> suspended) {
        return new Subscription(
                one.account(),
                one.organization(),
                one.zone(),
                one.anchor(),
                one.nextPeriod(),
                one.paid(),
                shortage,
                suspended,
                one.planned());
    }

    static Attempt attempt(int account, IdempotencyKey key, long minor, Instant at) {
        return new Attempt(Facts.account(account), key, RechargeKind.MANUAL, usd(minor), CARD, owner(account), at);
    }

    /** Asked for once; checked as long as it is unresolved, a minute after it was recorded. */
    static Recharge recharge(Attempt attempt, RechargeState state) {
        Optional<Instant> check =
                state.isUnresolved() ? Optional.of(attempt.recordedAt().plusSeconds(60)) : Optional.empty();
        return recharge(attempt, state, check, false);
    }

    /** Settled, and to be looked up at that moment because of a notification. */
    static Recharge hinted(Attempt attempt, Instant check) {
        return recharge(attempt, RechargeState.DECLINED, Optional.of(check), true);
    }

    private static Recharge recharge(Attempt attempt, RechargeState state, Optional<Instant> check, boolean hinted) {
        Instant at = attempt.recordedAt();
        return new Recharge(
                attempt,
                state,
                1,
                at,
                at,
                state == RechargeState.SUCCEEDED ? Optional.of(attempt.amount()) : Optional.empty(),
                state == RechargeState.DECLINED ? Optional.of(DeclineReason.RETRY_LATER) : Optional.empty(),
                Optional.empty(),
                check,
                hinted,
                Optional.empty());
    }

    /** A refund of one minor unit that is checked at that moment as long as it is unresolved. */
    static Refund refund(Recharge of, IdempotencyKey key, RefundState state, Instant check) {
        Instant at = of.attempt().recordedAt();
        return new Refund(
                of.account(),
                key,
                of.key(),
                usd(1),
                of.attempt().actor(),
                state,
                1,
                at,
                at,
                at,
                state.isUnresolved() ? Optional.of(check) : Optional.empty(),
                Optional.empty());
    }

    static Reversal reversal(Recharge of, ReportedReversal.Kind kind, String reference, ReversalState state) {
        return new Reversal(
                of.account(),
                kind,
                reference,
                of.key(),
                usd(1),
                state,
                of.attempt().recordedAt(),
                Optional.empty());
    }

    static Arrear arrear(int account, String reference, Instant since, long minor, long leftMinor) {
        return new Arrear(Facts.account(account), reference, since, minor, leftMinor, leftMinor < minor ? 1 : 0);
    }
}
