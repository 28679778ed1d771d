package com.phoneunite.billing;

import static java.util.Objects.requireNonNull;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.recharge.InReview;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeRefusal;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.RefundResult;
import com.phoneunite.billing.recharge.RefundState;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.billing.recharge.Resolution;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.recharge.ReversalState;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments in the hands of a person or a program of the host, whose name is recorded with everything that they do: refunds, reported refunds
 * and disputes (rule P11), and what only a person can decide (rules P7 and P9). Safe for any number of threads.
 */
public final class OperatorPayments {

    private final BillingDesk desk;
    private final Actor operator;

    OperatorPayments(BillingDesk desk, Actor operator) {
        this.desk = desk;
        this.operator = operator;
    }

    /**
     * The recharges of an account, by hand and automatic, in the order in which they were recorded.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}
     */
    public Page<RechargeSummary> recharges(AccountId account, PageRequest page) {
        BillingDesk.given("account", account);
        Optional<RechargeCursor> after =
                RefusedException.granted(BillingDesk.valid(page).cursorAs(RechargeCursor::parse));
        return view(account, () -> desk.recharges(desk.account(account), after, page.limit()));
    }

    /**
     * Rule P11: gives back a part of what a recharge brought in. It is deducted before the gateway is asked, and given back to the balance
     * only on a definite no; what is not certain is settled by {@link Billing#reconcile()}. The same key again goes on where it was.
     *
     * @param key a key of the caller's, 1 to 100 visible ASCII characters; after a definite no another try takes another key
     * @param recharge the key of the recharge
     * @param amount more than zero, and at most what remains of the recharge
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code CURRENCY_MISMATCH}, {@code
     *     RECHARGE_NOT_FOUND}, {@code NOT_SUPPORTED_BY_GATEWAY}, {@code REFUND_EXCEEDS_RECHARGE}, {@code BALANCE_TOO_LOW}, {@code
     *     IDEMPOTENCY_KEY_REUSED}
     * @throws com.phoneunite.store.UnitOfWorkFault inside a unit of work
     */
    public RefundResult refund(
            @Nullable AccountId account, @Nullable String key, @Nullable String recharge, @Nullable Money amount) {
        BillingDesk.valid(new NewRefund(account, key, recharge, amount));
        AccountId id = requireNonNull(account);
        return RefusedException.granted(desk.payments()
                .refunds()
                .refund(
                        id,
                        () -> desk.account(id),
                        () -> desk.change(id, operator),
                        new IdempotencyKey(requireNonNull(key)),
                        new IdempotencyKey(requireNonNull(recharge)),
                        requireNonNull(amount)));
    }

    /**
     * Rule P11: reports a refund or dispute that the gateway has done, or that has come back, where the gateway does not tell the library
     * itself. The same reference again changes nothing.
     *
     * @param recharge the key of the recharge whose money was taken back
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code RECHARGE_NOT_FOUND}
     */
    public void report(@Nullable AccountId account, @Nullable String recharge, @Nullable ReportedReversal reversal) {
        BillingDesk.valid(new NewReversal(account, recharge, reversal));
        AccountId id = requireNonNull(account);
        changeAndSettle(id, change -> {
            Recharge charged = desk.store()
                    .recharges()
                    .find(desk.account(id).id(), new IdempotencyKey(requireNonNull(recharge)))
                    .orElseThrow(() -> new RefusedException(new RechargeRefusal.RechargeNotFound()));
            desk.payments().lookUps().apply(charged, requireNonNull(reversal), change);
            return charged;
        });
    }

    /**
     * Rules P7 and P9: the recharges of all accounts that a person must decide about, by account and key.
     *
     * @throws RefusedException {@code INVALID_INPUT}
     */
    public Page<RechargeSummary> rechargesInReview(PageRequest page) {
        return inReview(
                page,
                desk.store().recharges()::inReview,
                one -> desk.store()
                        .recharges()
                        .find(one.account(), new IdempotencyKey(one.key()))
                        .filter(recharge -> recharge.state() == RechargeState.IN_REVIEW)
                        .map(RechargeSummary::of));
    }

    /**
     * Rules P7 and P9: decides that a recharge in review was captured, and credits that amount.
     *
     * @param amount what is credited, more than zero and in the account's currency
     * @param evidence what the operator knows it by, 1 to 2,000 characters
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code NOT_IN_REVIEW}, {@code CURRENCY_MISMATCH}
     */
    public RechargeSummary resolveAsCaptured(
            @Nullable AccountId account, @Nullable String key, @Nullable Money amount, @Nullable String evidence) {
        BillingDesk.valid(new Captured(account, key, amount, evidence));
        return resolve(
                requireNonNull(account), requireNonNull(key), Optional.ofNullable(amount), requireNonNull(evidence));
    }

    /**
     * Rules P7 and P9: decides that a recharge in review was definitely not captured, or that what was captured has been given back, and
     * credits nothing.
     *
     * @param evidence what the operator knows it by, 1 to 2,000 characters
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code NOT_IN_REVIEW}
     */
    public RechargeSummary resolveAsNotCaptured(
            @Nullable AccountId account, @Nullable String key, @Nullable String evidence) {
        BillingDesk.valid(new Decided(account, key, evidence));
        return resolve(requireNonNull(account), requireNonNull(key), Optional.empty(), requireNonNull(evidence));
    }

    private RechargeSummary resolve(AccountId id, String key, Optional<Money> amount, String evidence) {
        return RechargeSummary.of(changeAndSettle(
                id,
                change -> RefusedException.granted(desk.payments()
                        .review()
                        .recharge(desk.account(id), new IdempotencyKey(key), amount, evidence, change))));
    }

    /**
     * Rule P11: the refunds of all accounts that a person must decide about, by account and key.
     *
     * @throws RefusedException {@code INVALID_INPUT}
     */
    public Page<Refund> refundsInReview(PageRequest page) {
        return inReview(
                page,
                desk.store().reversals()::refundsInReview,
                one -> desk.store()
                        .reversals()
                        .findRefund(one.account(), new IdempotencyKey(one.key()))
                        .filter(refund -> refund.state() == RefundState.IN_REVIEW));
    }

    /**
     * Rule P11: decides whether the customer has the money of a refund in review; otherwise it is given back to the balance.
     *
     * @param evidence what the operator knows it by, 1 to 2,000 characters
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code NOT_IN_REVIEW}
     */
    public Refund resolveRefund(
            @Nullable AccountId account, @Nullable String key, boolean done, @Nullable String evidence) {
        BillingDesk.valid(new Decided(account, key, evidence));
        AccountId id = requireNonNull(account);
        return changeAndSettle(
                id,
                change -> RefusedException.granted(desk.payments()
                        .review()
                        .refund(
                                desk.account(id),
                                new IdempotencyKey(requireNonNull(key)),
                                done,
                                requireNonNull(evidence),
                                change)));
    }

    /**
     * Rules P9 and P11: the refunds and disputes that were reported in another currency than the account's, by account, kind and reference.
     *
     * @throws RefusedException {@code INVALID_INPUT}
     */
    public Page<Reversal> reversalsInReview(PageRequest page) {
        return inReview(
                page,
                desk.store().reversals()::reversalsInReview,
                one -> reversal(one).filter(reversal -> reversal.state() == ReversalState.IN_REVIEW));
    }

    /**
     * Rules P9 and P11: decides what a refund or dispute in review takes.
     *
     * @param taken more than zero and in the account's currency; {@code null} where nothing is taken
     * @param evidence what the operator knows it by, 1 to 2,000 characters
     * @throws RefusedException {@code INVALID_INPUT}, {@code ACCOUNT_NOT_FOUND}, {@code NOT_IN_REVIEW}, {@code CURRENCY_MISMATCH}
     */
    public Reversal resolveReversal(
            @Nullable AccountId account,
            ReportedReversal.@Nullable Kind kind,
            @Nullable String reference,
            @Nullable Money taken,
            @Nullable String evidence) {
        BillingDesk.valid(new Taken(account, kind, reference, taken, evidence));
        AccountId id = requireNonNull(account);
        return changeAndSettle(
                id,
                change -> RefusedException.granted(desk.payments()
                        .review()
                        .reversal(
                                desk.account(id),
                                requireNonNull(kind),
                                requireNonNull(reference),
                                Optional.ofNullable(taken),
                                requireNonNull(evidence),
                                change)));
    }

    private Optional<Reversal> reversal(InReview one) {
        int slash = one.key().indexOf('/');
        return desk.store()
                .reversals()
                .findReversal(
                        one.account(),
                        ReportedReversal.Kind.valueOf(one.key().substring(0, slash)),
                        one.key().substring(slash + 1));
    }

    /** What has been decided since it was listed is left out. */
    private <T> Page<T> inReview(
            PageRequest page,
            BiFunction<Optional<InReview>, Integer, List<InReview>> directory,
            Function<InReview, Optional<T>> reader) {
        Decision<Optional<InReview>> cursor = BillingDesk.valid(page).cursorAs(InReview::parse);
        List<InReview> listed = directory.apply(RefusedException.granted(cursor), page.limit() + 1);
        Page<InReview> places = Page.of(listed, page.limit(), InReview::cursor);
        return new Page<>(
                places.items().stream()
                        .flatMap(one -> view(one.account(), () -> reader.apply(one)).stream())
                        .toList(),
                places.next());
    }

    /** Rule B8: what came in settles at once. */
    private <T> T changeAndSettle(AccountId account, Function<Change, T> work) {
        T done = desk.core().unitOfWork().change(account, () -> work.apply(desk.change(account, operator)));
        desk.payments().attempts().settle(account, () -> desk.change(account, operator));
        return done;
    }

    private <T> T view(AccountId account, Supplier<T> work) {
        return desk.core().unitOfWork().view(account, work);
    }

    private record NewRefund(
            @Conforms(Given.class) @Nullable AccountId account,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String key,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String recharge,
            @Conforms(MoneyRules.Positive.class) @Nullable Money amount) {}

    private record NewReversal(
            @Conforms(Given.class) @Nullable AccountId account,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String recharge,
            @Conforms(ReportedReversal.Rule.class) @Nullable ReportedReversal reversal) {}

    private record Captured(
            @Conforms(Given.class) @Nullable AccountId account,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String key,
            @Conforms(MoneyRules.Positive.class) @Nullable Money amount,

            @Conforms(Resolution.EvidenceRule.class) @Nullable
            String evidence) {}

    private record Decided(
            @Conforms(Given.class) @Nullable AccountId account,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String key,

            @Conforms(Resolution.EvidenceRule.class) @Nullable
            String evidence) {}

    private record Taken(
            @Conforms(Given.class) @Nullable AccountId account,
            @Conforms(Given.class) ReportedReversal.@Nullable Kind kind,
            @Conforms(IdempotencyKey.Rule.class) @Nullable String reference,

            @Conforms(value = MoneyRules.Positive.class, optional = true) @Nullable
            Money taken,

            @Conforms(Resolution.EvidenceRule.class) @Nullable
            String evidence) {}
}
