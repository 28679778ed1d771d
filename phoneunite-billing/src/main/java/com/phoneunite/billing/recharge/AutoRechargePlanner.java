package com.phoneunite.billing.recharge;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.FundingTerms;
import com.phoneunite.billing.cycle.Owed;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.store.Store;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * Rules P4 and P10: decides whether an automatic recharge is attempted now, and of how much. Writes nothing. Runs inside a unit of work.
 * Thread-safe.
 */
final class AutoRechargePlanner implements FundingTerms {

    private static final Set<RechargeState> COUNTED = Arrays.stream(RechargeState.values())
            .filter(state -> !state.hasFailed())
            .collect(Collectors.toUnmodifiableSet());

    private final Store core;
    private final RechargeRepository recharges;
    private final AutoRechargeBook book;
    private final GatewayCapabilities gateway;

    AutoRechargePlanner(Store core, RechargeRepository recharges, AutoRechargeBook book, GatewayCapabilities gateway) {
        this.core = core;
        this.recharges = recharges;
        this.book = book;
        this.gateway = gateway;
    }

    /** Why an automatic recharge is not attempted. */
    enum Left {
        /** It is not set. */
        OFF,
        /** The balance is not below the threshold, and covers what is due. */
        NOT_NEEDED,
        /** An attempt of the account is unresolved (rule P5). */
        UNRESOLVED,
        /** An attempt of the account is in review (rule P5). */
        IN_REVIEW,
        /** It has stopped (rule P10). */
        STOPPED,
        /** It waits after a decline (rule P10). */
        WAITING,
        /** There is no card on file, or the account is closed. */
        NOTHING_TO_CHARGE,
        /** It would be more than one posting or the balance can carry. */
        TOO_LARGE,
        /** It would exceed the cap of the month. */
        CAP_REACHED;

        /** Whether a smaller amount could be attempted. */
        private boolean isOfTheAmount() {
            return this == TOO_LARGE || this == CAP_REACHED;
        }
    }

    /** An attempt to make. */
    record Intent(IdempotencyKey key, Money amount, PaymentToken card) {}

    /**
     * What is to be done.
     *
     * @param intent the attempt to make
     * @param left why there is none
     * @param amount how much it would be, where that was worked out
     * @param next when it is to be tried: now where there is an attempt to make
     * @param leavesUsage whether usage that was refused is left out
     */
    record Plan(
            Optional<Intent> intent,
            Optional<Left> left,
            Optional<Money> amount,
            Optional<Instant> next,
            boolean leavesUsage) {

        static Plan left(Left why) {
            return new Plan(Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty(), false);
        }

        static Plan later(Left why, Money amount, Instant next) {
            return new Plan(Optional.empty(), Optional.of(why), Optional.of(amount), Optional.of(next), false);
        }

        private Plan leavingUsage() {
            return new Plan(intent, left, amount, next, true);
        }
    }

    @Override
    public boolean isBelowThreshold(AccountId account, long balanceMinor) {
        return book.of(account)
                .setting()
                .filter(one -> one.needs(balanceMinor, 0))
                .isPresent();
    }

    @Override
    public Optional<Instant> nextTry(AccountId account, Supplier<Owed> owed, Instant now) {
        return book.of(account).setting().isEmpty()
                ? Optional.empty()
                : plan(account, owed.get(), 0, now).next();
    }

    /**
     * The plan.
     *
     * @param furtherDueMinor what is asked for beyond what is owed, in minor units, from 0
     */
    Plan plan(AccountId id, Owed owed, long furtherDueMinor, Instant now) {
        return plan(id, owed, furtherDueMinor, now, month -> 0);
    }

    /**
     * The plan, where other recharges are foreseen. Usage that was refused is left out where it alone makes the recharge too large: what else
     * is owed is recharged for without it.
     *
     * @param foreseen what they add in a month, in minor units
     */
    Plan plan(AccountId id, Owed owed, long furtherDueMinor, Instant now, ToLongFunction<YearMonth> foreseen) {
        Plan plan = ofAll(id, owed, furtherDueMinor, now, foreseen);
        if (owed.usageMinor() == 0 || plan.left().filter(Left::isOfTheAmount).isEmpty()) {
            return plan;
        }
        Plan without = ofAll(id, owed.withoutUsage(), furtherDueMinor, now, foreseen);
        return without.intent().isPresent() ? without.leavingUsage() : plan;
    }

    private Plan ofAll(AccountId id, Owed owed, long furtherDueMinor, Instant now, ToLongFunction<YearMonth> foreseen) {
        AutoRechargeStanding standing = book.of(id);
        if (standing.setting().isEmpty()) {
            return Plan.left(Left.OFF);
        }
        AutoRecharge setting = standing.setting().get();
        OptionalLong needed =
                setting.amountMinor(owed.balanceMinor(), Math.addExact(owed.totalMinor(), furtherDueMinor));
        if (needed.isEmpty()) {
            return Plan.left(Left.NOT_NEEDED);
        }
        Optional<Left> heldUp = heldUp(id, standing);
        if (heldUp.isPresent()) {
            return Plan.left(heldUp.get());
        }
        long amountMinor = gateway.amountsOf(setting.currency()).raised(needed.getAsLong());
        if (amountMinor > Posting.MAX_MINOR || amountMinor > Attempts.MAX_BALANCE_MINOR - owed.balanceMinor()) {
            return Plan.left(Left.TOO_LARGE);
        }
        return plan(id, standing, Money.ofMinor(setting.currency(), amountMinor), now, foreseen);
    }

    private Plan plan(
            AccountId id,
            AutoRechargeStanding standing,
            Money amount,
            Instant now,
            ToLongFunction<YearMonth> foreseen) {
        Optional<Instant> wait = standing.notBefore().filter(now::isBefore);
        if (wait.isPresent()) {
            return Plan.later(Left.WAITING, amount, wait.get());
        }
        Account account = core.accounts().find(id).orElseThrow();
        YearMonth month = YearMonth.from(account.dateOf(now));
        Instant nextMonth = startOf(month.plusMonths(1), account);
        long counted =
                recharges.sumMinor(id, startOf(month, account), nextMonth, COUNTED) + foreseen.applyAsLong(month);
        long cap = standing.setting().orElseThrow().perMonth().getAmountMinorLong();
        if (amount.getAmountMinorLong() > cap - counted) {
            // Tried at once as long as nobody has been told, so that it is told.
            return Plan.later(Left.CAP_REACHED, amount, standing.capReached() ? nextMonth : now);
        }
        Intent intent = new Intent(key(id, standing), amount, recharges.card(id).orElseThrow());
        return new Plan(Optional.of(intent), Optional.empty(), Optional.of(amount), Optional.of(now), false);
    }

    private Optional<Left> heldUp(AccountId id, AutoRechargeStanding standing) {
        if (recharges.findUnresolved(id).isPresent()) {
            return Optional.of(Left.UNRESOLVED);
        }
        if (recharges.anyInReview(id)) {
            return Optional.of(Left.IN_REVIEW);
        }
        if (standing.stopped().isPresent()) {
            return Optional.of(Left.STOPPED);
        }
        return recharges.card(id).isEmpty()
                        || !core.accounts().find(id).orElseThrow().isOpen()
                ? Optional.of(Left.NOTHING_TO_CHARGE)
                : Optional.empty();
    }

    /** The key of an attempt that was provably never sent is used again, so that it is the same attempt. */
    private IdempotencyKey key(AccountId account, AutoRechargeStanding standing) {
        return standing.lastKey()
                .filter(last -> recharges
                        .find(account, last)
                        .filter(one -> one.state() == RechargeState.NOT_ATTEMPTED)
                        .isPresent())
                .orElseGet(standing::nextKey);
    }

    private static Instant startOf(YearMonth month, Account account) {
        return month.atDay(1).atStartOfDay(account.zone()).toInstant();
    }
}
