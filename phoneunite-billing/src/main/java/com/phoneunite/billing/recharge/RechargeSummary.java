package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A payment attempt as the owner and an operator see it: all but the card's token. Immutable.
 *
 * @param account the account
 * @param key its key
 * @param kind who brought it about
 * @param amount what the gateway was asked for
 * @param actor who asked for it
 * @param recordedAt when it was recorded
 * @param state where it stands
 * @param outcome the same as its caller is told, with the next step where one is waited for
 * @param captured what the gateway says was captured
 * @param credited what was credited
 * @param resolution what a person has decided about it
 */
public record RechargeSummary(
        AccountId account,
        IdempotencyKey key,
        RechargeKind kind,
        Money amount,
        Actor actor,
        Instant recordedAt,
        RechargeState state,
        RechargeOutcome outcome,
        Optional<Money> captured,
        Optional<Money> credited,
        Optional<Resolution> resolution) {

    /** The attempt without its token. */
    public static RechargeSummary of(Recharge recharge) {
        Attempt attempt = recharge.attempt();
        return new RechargeSummary(
                attempt.account(),
                attempt.key(),
                attempt.kind(),
                attempt.amount(),
                attempt.actor(),
                attempt.recordedAt(),
                recharge.state(),
                recharge.outcome(),
                recharge.captured(),
                recharge.credited(),
                recharge.resolution());
    }
}
