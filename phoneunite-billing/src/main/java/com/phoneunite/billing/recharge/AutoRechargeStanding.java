package com.phoneunite.billing.recharge;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.input.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule P10: how auto-recharge stands in an account. Immutable.
 *
 * @param account the account
 * @param setting what the owner has set; empty where it is off
 * @param attempts how many attempts it has made; those that were provably never sent, and made again, count once
 * @param declines how many of the last attempts in a row were declined by the card
 * @param notBefore when it may try again after a decline
 * @param stopped why it does not try at all
 * @param capReached whether the last attempt was left because of the cap of the month
 */
public record AutoRechargeStanding(
        AccountId account,
        Optional<AutoRecharge> setting,
        long attempts,
        int declines,
        Optional<Instant> notBefore,
        Optional<Stop> stopped,
        boolean capReached) {

    /** After how many declines in a row it stops. */
    static final int STOP_AFTER = 8;

    private static final Duration FIRST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final String PREFIX = "auto/";

    /** Why auto-recharge has stopped. Names are stored and never renamed. */
    public enum Stop {
        /** The card was declined for good. Goes on once the card is replaced or a recharge by hand succeeds. */
        NEVER_WITH_THIS_CARD,
        /** The card was declined too often in a row. Goes on once the card is replaced or a recharge by hand succeeds. */
        TOO_MANY_DECLINES,
        /** Money that was captured was taken back (rule P11). Goes on once a recharge by hand succeeds. */
        REVERSED
    }

    public AutoRechargeStanding {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(notBefore, "notBefore");
        Objects.requireNonNull(stopped, "stopped");
        setting.ifPresent(new AutoRecharge.Rule()::require);
        if (attempts < 0 || declines < 0) {
            throw new IllegalArgumentException("attempts and declines count from 0");
        }
    }

    static AutoRechargeStanding off(AccountId account) {
        return new AutoRechargeStanding(account, Optional.empty(), 0, 0, Optional.empty(), Optional.empty(), false);
    }

    /** Whether a key is one of those of automatic attempts, which a caller's never is. */
    public static boolean isAutomatic(String key) {
        return key.startsWith(PREFIX);
    }

    /** The key of the last attempt, where there was one. */
    Optional<IdempotencyKey> lastKey() {
        return attempts == 0 ? Optional.empty() : Optional.of(new IdempotencyKey(PREFIX + attempts));
    }

    /** The key of the attempt after the last. */
    IdempotencyKey nextKey() {
        return new IdempotencyKey(PREFIX + (attempts + 1));
    }

    AutoRechargeStanding set(Optional<AutoRecharge> now) {
        return new AutoRechargeStanding(account, now, attempts, declines, notBefore, stopped, false);
    }

    /** An attempt is made under that key. */
    AutoRechargeStanding attempted(IdempotencyKey key) {
        long made = key.equals(nextKey()) ? attempts + 1 : attempts;
        return new AutoRechargeStanding(account, setting, made, declines, notBefore, stopped, false);
    }

    AutoRechargeStanding left(boolean becauseOfTheCap) {
        return new AutoRechargeStanding(account, setting, attempts, declines, notBefore, stopped, becauseOfTheCap);
    }

    /** An automatic attempt was declined. Misconfiguration is no decline of the card. */
    AutoRechargeStanding declined(DeclineReason reason, Instant at) {
        return switch (reason) {
            case RETRY_LATER, CUSTOMER_MUST_ACT -> declined(at);
            case NEVER_WITH_THIS_CARD ->
                new AutoRechargeStanding(
                        account,
                        setting,
                        attempts,
                        declines + 1,
                        notBefore,
                        Optional.of(stopped.orElse(Stop.NEVER_WITH_THIS_CARD)),
                        capReached);
            case MISCONFIGURED -> this;
        };
    }

    private AutoRechargeStanding declined(Instant at) {
        int count = declines + 1;
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(count - 1, 8));
        Instant until = at.plus(doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled);
        Optional<Stop> stop = count >= STOP_AFTER ? stopped.or(() -> Optional.of(Stop.TOO_MANY_DECLINES)) : stopped;
        Instant wait = notBefore.map(before -> Moments.later(before, until)).orElse(until);
        return new AutoRechargeStanding(account, setting, attempts, count, Optional.of(wait), stop, capReached);
    }

    /** A recharge has succeeded: by hand, it starts everything anew. */
    AutoRechargeStanding succeeded(RechargeKind kind) {
        return anew(kind == RechargeKind.MANUAL ? Optional.empty() : stopped);
    }

    /** Another card is on file: what was declined was the former one. */
    AutoRechargeStanding cardReplaced() {
        return anew(stopped.filter(why -> why == Stop.REVERSED));
    }

    /** Rule P11: captured money was taken back. */
    AutoRechargeStanding reversed() {
        return new AutoRechargeStanding(
                account, setting, attempts, declines, notBefore, Optional.of(Stop.REVERSED), capReached);
    }

    private AutoRechargeStanding anew(Optional<Stop> stop) {
        return new AutoRechargeStanding(account, setting, attempts, 0, Optional.empty(), stop, capReached);
    }
}
