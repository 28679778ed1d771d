package com.phoneunite.billing;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.PaymentMethod;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.page.Forecast;
import com.phoneunite.billing.page.Forecasts;
import com.phoneunite.billing.page.Statements;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.CallersKeyRule;
import com.phoneunite.billing.recharge.CardOutcome;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.StandingCursor;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.store.UnitOfWorkFault;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Billing of an account as a signed-in user sees it and may act on it. All but {@link #page}, {@link #charges} and {@link
 * #explain} is the owner's alone (rule A2) and answers {@code OWNER_REQUIRED} to others, {@code USER_NOT_FOUND} to who is not active any more. Safe for any number of threads.
 */
public final class AccountBilling {

    private final BillingDesk desk;
    private final UserRef viewer;

    AccountBilling(BillingDesk desk, UserRef viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /**
     * Rules P1 and P2: puts a card on file in place of any other, by the gateway's token for it. The gateway is asked what card it
     * is; nothing is charged.
     *
     * @param token the gateway's token, never a card number
     * @return what may be shown of the card
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code ACCOUNT_CLOSED}, {@code PAYMENT_METHOD_REJECTED},
     *     {@code PAYMENT_GATEWAY_UNAVAILABLE}
     * @throws UnitOfWorkFault inside a unit of work
     */
    public PaymentMethod putPaymentMethodOnFile(@Nullable String token) {
        BillingDesk.valid(new NewCard(token));
        PaymentToken card = PaymentToken.of(Objects.requireNonNull(token));
        if (desk.core().unitOfWork().isOpen()) {
            throw UnitOfWorkFault.mustNotBeOpen("putting a payment method on file");
        }
        view(() -> desk.openAndOwnedBy(viewer));
        CardOutcome.Known known = RefusedException.granted(desk.cardOnFile().describe(card));
        return change(() -> desk.cardOnFile().put(desk.openAndOwnedBy(viewer), card, known, changeNow()));
    }

    /**
     * Rule P3: removes the card from file. Where there is none, nothing changes.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}, {@code PAYMENT_METHOD_IN_USE}
     */
    public void removePaymentMethod() {
        change(() -> {
            Account account = desk.ownedBy(viewer);
            RefusedException.throwIf(desk.cardOnFile().remove(account, changeNow()));
            return account;
        });
    }

    /**
     * Rules P4 to P8: recharges the balance from the card on file, and settles what is due from it. What is not certain is {@link
     * RechargeOutcome.Unresolved}; ask again under the same key, which never charges twice, or leave it to {@link Billing#reconcile()}.
     *
     * @param key a key of the caller's, 1 to 100 visible ASCII characters, not beginning with {@code auto/}
     * @param amount more than zero, in the account's currency
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code CURRENCY_MISMATCH}, {@code
     *     IDEMPOTENCY_KEY_REUSED}, {@code ACCOUNT_CLOSED}, {@code PAYMENT_METHOD_REQUIRED}, {@code RECHARGE_UNRESOLVED}, {@code BALANCE_LIMIT_EXCEEDED}
     * @throws UnitOfWorkFault inside a unit of work
     */
    public RechargeOutcome recharge(@Nullable String key, @Nullable Money amount) {
        BillingDesk.valid(new NewRecharge(key, amount));
        return RefusedException.granted(desk.recharging()
                .recharge(
                        viewer.account(),
                        () -> desk.ownedBy(viewer),
                        this::changeNow,
                        new IdempotencyKey(Objects.requireNonNull(key)),
                        Objects.requireNonNull(amount)));
    }

    /**
     * Rule P5: calls off a recharge that waits for an action of the owner's, once the payment gateway confirms. Until it does, the answer
     * is what the recharge is. One that is called off already is answered so again.
     *
     * @param key the key of the recharge, by hand or automatic
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code RECHARGE_NOT_FOUND}, {@code
     *     RECHARGE_NOT_CANCELLABLE}, {@code NOT_SUPPORTED_BY_GATEWAY}
     * @throws UnitOfWorkFault inside a unit of work
     */
    public RechargeOutcome cancelRecharge(@Nullable String key) {
        BillingDesk.valid(new KnownRecharge(key));
        return RefusedException.granted(desk.recharging()
                .cancel(
                        viewer.account(),
                        () -> desk.ownedBy(viewer),
                        this::changeNow,
                        new IdempotencyKey(Objects.requireNonNull(key))));
    }

    /**
     * Rules P4 and P5: the recharges of the account, by hand and automatic, in the order in which they were recorded.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}
     */
    public Page<RechargeSummary> recharges(PageRequest page) {
        Optional<RechargeCursor> after =
                RefusedException.granted(BillingDesk.valid(page).cursorAs(RechargeCursor::parse));
        return view(() -> desk.recharges(desk.ownedBy(viewer), after, page.limit()));
    }

    /**
     * Rule P4: sets auto-recharge, in place of any other. The next run, addition or plan change that needs it makes use of it.
     *
     * @param setting when it recharges, how much, and the cap of the month, in the account's currency
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code CURRENCY_MISMATCH}, {@code ACCOUNT_CLOSED}, {@code
     *     PAYMENT_METHOD_REQUIRED}
     */
    public void autoRecharge(@Nullable AutoRecharge setting) {
        BillingDesk.valid(new NewAutoRecharge(setting));
        setAutoRecharge(Optional.ofNullable(setting));
    }

    /**
     * Rule P4: turns auto-recharge off. An attempt that is unresolved stays so. Where it is off already, nothing changes.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}
     */
    public void removeAutoRecharge() {
        setAutoRecharge(Optional.empty());
    }

    /**
     * Rule P10: how auto-recharge stands.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}
     */
    public AutoRechargeStanding autoRecharge() {
        return view(() ->
                desk.payments().autoRecharging().standing(desk.ownedBy(viewer).id()));
    }

    private void setAutoRecharge(Optional<AutoRecharge> setting) {
        change(() -> {
            Account account = desk.ownedBy(viewer);
            RefusedException.throwIf(desk.payments().autoRecharging().set(account, setting, changeNow()));
            return account;
        });
    }

    /**
     * Rule B9: puts an organization on another plan. {@link PlanChange#NOW}: what is due and covered is charged first; then what is left
     * of a period that is paid, today included, is charged or credited by the day; in a trial, and where the current period is not paid,
     * the plan is replaced and nothing is charged. {@link PlanChange#AT_NEXT_PERIOD}: nothing is charged until the first period that
     * starts later, which is charged by the new plan. Either takes the place of a change that was planned; the plan that the organization
     * is on cancels it, and changes nothing else. Asking again is safe.
     *
     * @return what was charged; negative where it was credited
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code ORGANIZATION_NOT_FOUND}, {@code UNKNOWN_PLAN}, {@code
     *     PLAN_CURRENCY_MISMATCH}, {@code PLAN_ARCHIVED}; where more is to be charged {@code ACCOUNT_PAST_DUE}, {@code BALANCE_TOO_LOW},
     *     {@code RECHARGE_UNRESOLVED}
     */
    public Money changePlan(OrganizationId organization, @Nullable String plan, PlanChange when) {
        BillingDesk.valid(new NewPlan(organization, plan, when));
        return new PlanDesk(desk, viewer).change(organization, new PlanName(Objects.requireNonNull(plan)), when);
    }

    /**
     * Rule B2: the balance.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}
     */
    public Money balance() {
        return view(() -> desk.ledger(desk.ownedBy(viewer).id()).balance());
    }

    /**
     * Rule B3: the balance at a moment, after everything that had been recorded then.
     *
     * @param moment from the year 1970 to the year 9999; one that is to come answers with the balance of now
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}
     */
    public Money balanceAt(@Nullable Instant moment) {
        BillingDesk.valid(new At(moment));
        return view(
                () -> new Statements(desk.core().organizations(), desk.store().ledger())
                        .balanceAt(desk.ownedBy(viewer), Moments.toMicroseconds(Objects.requireNonNull(moment))));
    }

    /**
     * Rule B13: why a charge, or a credit, is what it is: the version of the plan, the period, the quantities, the unit prices, the rule.
     * The owner may ask for every entry of the account, others for those of the open organizations that they manage; every other entry
     * is answered for like one that was never posted.
     *
     * @param kind the kind of the entry
     * @param reference the reference of the entry
     * @throws RefusedException {@code INVALID_INPUT}, {@code USER_NOT_FOUND}, {@code ENTRY_NOT_FOUND}
     */
    public Explanation explain(@Nullable EntryKind kind, @Nullable String reference) {
        BillingDesk.valid(new Entry(kind, reference));
        return view(() -> new OrganizationCharges(desk, viewer)
                .explain(Objects.requireNonNull(kind), Objects.requireNonNull(reference)));
    }

    /**
     * Rules B11 and I4: what was charged for an open organization, and credited, in the order in which it was posted, for whoever manages
     * it.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     */
    public Page<Charge> charges(OrganizationId organization, PageRequest page) {
        BillingDesk.valid(page);
        OrganizationId asked = BillingDesk.given("organization", organization);
        return view(() -> new OrganizationCharges(desk, viewer).list(asked, page));
    }

    /**
     * Rule B11: what falls due in so many months, what auto-recharge would add if its attempts succeed, and the first charge that falls
     * short.
     *
     * @param months 1 to {@value Forecast#MAX_MONTHS}
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}
     */
    public Forecast forecast(int months) {
        BillingDesk.valid(new Horizon(months));
        return view(() -> {
            Account account = desk.ownedBy(viewer);
            return new Forecasts(desk.cycle())
                    .of(
                            account,
                            desk.ledger(account.id()).balance(),
                            changeNow().at(),
                            months,
                            desk.payments().autoRecharging().foreseen(account));
        });
    }

    /** Rule B12: the statements of the account. */
    public AccountStatements statements() {
        return new AccountStatements(desk, viewer.account(), () -> desk.ownedBy(viewer));
    }

    /**
     * Rule B3: the entries of the ledger, in the order in which they were posted. The cursor of an entry is its sequence: what has been
     * posted since is asked for with {@code PageRequest.first(100).after(Long.toString(last.sequence()))}.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}
     */
    public Page<LedgerEntry> entries(PageRequest page) {
        long after = RefusedException.granted(BillingDesk.valid(page).cursorAs(AccountBilling::sequence))
                .orElse(0L);
        return view(() -> Page.of(
                desk.store().ledger().list(desk.ownedBy(viewer).id(), after, page.limit() + 1),
                page.limit(),
                entry -> Long.toString(entry.sequence())));
    }

    /** Rule B11: the billing page, with the first {@value PageRequest#MAX_LIMIT} organizations. */
    public BillingPage page() {
        return page(PageRequest.first(PageRequest.MAX_LIMIT));
    }

    /**
     * Rule B11: the billing page of the organizations that the user manages.
     *
     * @throws RefusedException {@code INVALID_INPUT}; {@code USER_NOT_FOUND} if the user is not active any more
     */
    public BillingPage page(PageRequest page) {
        Optional<StandingCursor> after =
                RefusedException.granted(BillingDesk.valid(page).cursorAs(StandingCursor::parse));
        return view(() -> new BillingPages(desk, viewer).read(after, page.limit()));
    }

    private static long sequence(String cursor) {
        long sequence = Long.parseLong(cursor);
        if (sequence < 1 || !Long.toString(sequence).equals(cursor)) {
            throw new IllegalArgumentException("sequences count from 1");
        }
        return sequence;
    }

    private Change changeNow() {
        return desk.change(viewer.account(), Actor.user(viewer.user()));
    }

    private <T> T view(Supplier<T> work) {
        return desk.core().unitOfWork().view(viewer.account(), work);
    }

    private <T> T change(Supplier<T> work) {
        return desk.core().unitOfWork().change(viewer.account(), work);
    }

    private record NewCard(
            @Conforms(PaymentToken.Rule.class) @Nullable String token) {

        /** Hides the token. */
        @Override
        public String toString() {
            return "NewCard[hidden]";
        }
    }

    private record Entry(
            @Conforms(Given.class) @Nullable EntryKind kind,
            @Conforms(Posting.ReferenceRule.class) @Nullable String reference) {}

    private record Horizon(
            @Conforms(Forecast.MonthsRule.class) int months) {}

    private record At(
            @Conforms(MoneyRules.Happened.class) @Nullable Instant moment) {}

    private record KnownRecharge(
            @Conforms(IdempotencyKey.Rule.class) @Nullable String key) {}

    private record NewAutoRecharge(
            @Conforms(AutoRecharge.Rule.class) @Nullable AutoRecharge autoRecharge) {}

    private record NewPlan(
            @Conforms(Given.class) OrganizationId organization,
            @Conforms(PlanName.Rule.class) @Nullable String plan,
            @Conforms(Given.class) PlanChange when) {}

    private record NewRecharge(
            @Conforms(CallersKeyRule.class) @Nullable String key,
            @Conforms(MoneyRules.Positive.class) @Nullable Money amount) {}
}
