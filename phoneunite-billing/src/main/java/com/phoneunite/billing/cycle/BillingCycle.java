package com.phoneunite.billing.cycle;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.cycle.Settlement.Payment;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanRefusal;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.refusal.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The cycle of an account's money: rules B4 to B10, O5 to O7 and P11 as far as periods and arrears go. Each method works in the unit
 * of work that is open on the account. Thread-safe.
 */
public final class BillingCycle {

    private final CyclePorts ports;
    private final CycleBooks books;
    private final Prices prices;
    private final ArrearsBook arrears;
    private final Suspensions suspensions;
    private final PlanChanges planChanges;
    private final Timetable timetable;

    public BillingCycle(CyclePorts ports, Grace grace) {
        this.ports = ports;
        this.books = new CycleBooks(ports);
        this.prices = new Prices(ports.plans(), new Holdings(ports.core().holdings()));
        this.arrears = new ArrearsBook(books, ports.arrears());
        this.suspensions = new Suspensions(books, prices, grace);
        this.planChanges = new PlanChanges(books, prices);
        this.timetable = new Timetable(books, prices, suspensions, arrears);
    }

    /**
     * What settling did.
     *
     * @param paid how many periods were paid, free ones and those of returns included
     * @param pastDue how many organizations have something due that was not covered, and work on
     * @param suspended how many organizations were suspended
     * @param returned how many organizations came back from suspension
     * @param mayBeFunded whether an automatic recharge is to be tried at once; what is not covered is not recorded until it was
     */
    public record Settled(int paid, int pastDue, int suspended, int returned, boolean mayBeFunded) {

        static final Settled NOTHING = new Settled(0, 0, 0, 0, false);

        /** What both did, the other one later. */
        Settled and(Settled later) {
            return new Settled(
                    paid + later.paid(),
                    later.pastDue(),
                    suspended + later.suspended(),
                    returned + later.returned(),
                    later.mayBeFunded());
        }
    }

    /**
     * Rules A3, B9 and X4: what is wrong with putting an organization of the account on that plan. Reads no repository.
     *
     * @return {@code UNKNOWN_PLAN}, {@code PLAN_CURRENCY_MISMATCH} or {@code PLAN_ARCHIVED}; empty if nothing is
     */
    public Optional<Refusal> checkPlan(Account account, PlanName name) {
        Optional<BillingPlan> plan = ports.plans().find(name);
        if (plan.isEmpty()) {
            return Optional.of(new PlanRefusal.UnknownPlan(name));
        }
        return plan.get().offerTo(account.currency());
    }

    /**
     * Rules A3, B9 and X4: what is wrong with changing the plan of an organization to that one. The plan that it is on it may keep, also
     * where it is no longer offered.
     *
     * @return as {@link #checkPlan}
     */
    public Optional<Refusal> checkPlanChange(Account account, Organization organization, PlanName name, Instant at) {
        return checkPlan(account, name)
                .filter(wrong -> !planChanges.current(organization, at).equals(name));
    }

    /** Rule B4: the first organization becomes billable when its trial ends. */
    public void beginAfterTrial(Account account, Organization first, Change change) {
        PeriodAnchor anchor = PeriodAnchor.at(0, first.trialEndsAt().orElseThrow(), account.zone());
        books.anchored(Subscription.from(account.id(), first.id(), account.zone(), anchor), change);
        timetable.schedule(change);
    }

    /**
     * Rule O5: a further organization is billable at once. What is due is settled first; then the first month is charged. What is due and
     * not covered, and nobody has recorded as past due yet, is short like the first month itself.
     */
    public ChargeOutcome beginAtOnce(Account account, Organization added, Change change) {
        boolean wasPastDue = isPastDue(account.id());
        Settled settled = settle(change);
        Subscription subscription = Subscription.from(
                account.id(), added.id(), account.zone(), PeriodAnchor.at(0, change.at(), account.zone()));
        PeriodTerms terms = prices.of(added, subscription, subscription.next());
        if (isPastDue(account.id()) || settled.pastDue() > 0) {
            CycleRefusal refusal = new CycleRefusal.AccountPastDue();
            return wasPastDue
                    ? new ChargeOutcome.Refused(refusal)
                    : new ChargeOutcome.NotCovered(refusal, terms.priceMinor());
        }
        LedgerHead head = books.head(account.id());
        if (!BalanceLedger.covers(head.balanceMinor(), terms.priceMinor())) {
            return new ChargeOutcome.NotCovered(BalanceLedger.tooLow(head, terms.priceMinor()), terms.priceMinor());
        }
        books.anchored(subscription, change);
        books.pay(subscription.next(), terms, change);
        books.save(subscription, subscription.paid(terms));
        timetable.schedule(change);
        return new ChargeOutcome.Charged(terms.price());
    }

    /**
     * Rule B9: puts an organization on another plan. What is due and covered is charged first. The plan that it is on changes nothing but
     * that it drops a plan that was planned. Which plan that is, is known only once what is due was settled.
     *
     * @param change by whom, and when
     */
    public ChargeOutcome changePlan(
            Account account, OrganizationId organization, PlanName plan, PlanChange when, Change change) {
        settle(change);
        Organization settled = ports.core()
                .organizations()
                .find(change.account(), organization)
                .orElseThrow();
        Optional<Refusal> wrong = checkPlanChange(account, settled, plan, change.at());
        if (wrong.isPresent()) {
            return new ChargeOutcome.Refused(wrong.get());
        }
        if (when == PlanChange.AT_NEXT_PERIOD) {
            planChanges.atNextPeriod(settled, plan, change);
            if (books.subscription(settled).isSuspended()) {
                timetable.scheduleNow(change);
            }
            return new ChargeOutcome.Charged(
                    Money.zero(books.head(change.account()).currency()));
        }
        ChargeOutcome outcome = planChanges.now(settled, plan, isPastDue(change.account()), change);
        if (outcome instanceof ChargeOutcome.Charged charged) {
            if (charged.amount().isNegative()) {
                settle(change);
            } else if (!books.subscription(settled).isChargedAt(change.at())) {
                timetable.scheduleNow(change);
            } else {
                timetable.schedule(change);
            }
        }
        return outcome;
    }

    /**
     * Rules B6 to B8: pays what the balance covers: arrears, what is due, returns from suspension; and records what it does not, unless
     * an automatic recharge is to be tried first. It is the system's doing, whoever brought the occasion.
     */
    public Settled settle(Change occasion) {
        return settle(occasion, false);
    }

    /** Rule B8: settles, and records what is not covered in any case, once an automatic recharge has been tried. */
    public Settled conclude(Change occasion) {
        return settle(occasion, true);
    }

    private Settled settle(Change occasion, boolean funded) {
        Change change = new Change(occasion.account(), Actor.system(), occasion.at());
        arrears.pay(change);
        List<Due> dues =
                books.withOrganizations(change.account(), ports.subscriptions().due(change.account(), change.at()));
        Map<OrganizationId, Subscription> after = pay(dues, change);
        Suspensions.Returned returned =
                arrears.anyOpen(change.account()) ? Suspensions.Returned.NONE : suspensions.bringBack(change);
        forgetUsageThatIsCovered(change.account());
        boolean mayBeFunded = !funded && timetable.mayBeFunded(change);
        int paid = returned.charged();
        int pastDue = 0;
        int suspended = 0;
        for (Due due : dues) {
            Subscription now = after.getOrDefault(due.organization().id(), due.subscription());
            paid += now.nextPeriod() - due.subscription().nextPeriod();
            if (now.nextDue().isAfter(change.at())) {
                books.save(now, now.notPastDue());
                books.become(now, OrganizationState.ACTIVE, change);
            } else if (mayBeFunded || !suspensions.shortage(now, change)) {
                pastDue++;
            } else {
                suspended++;
            }
        }
        timetable.schedule(change);
        return new Settled(paid, pastDue, suspended, returned.all(), mayBeFunded);
    }

    /** Pays the dues that the balance covers, and keeps how far each subscription is paid for. */
    private Map<OrganizationId, Subscription> pay(List<Due> dues, Change change) {
        Map<OrganizationId, Subscription> after = new HashMap<>();
        if (dues.isEmpty()) {
            return after;
        }
        long balance = books.head(change.account()).balanceMinor();
        Settlement settlement = Settlement.of(dues, balance, change.at(), prices.from(change.account(), dues));
        dues.forEach(due -> after.put(due.organization().id(), due.subscription()));
        for (Payment payment : settlement.payments()) {
            books.pay(payment.period(), payment.terms(), change);
            after.computeIfPresent(payment.organization().id(), (id, one) -> one.paid(payment.terms()));
        }
        dues.forEach(due -> books.save(
                due.subscription(), after.getOrDefault(due.organization().id(), due.subscription())));
        return after;
    }

    /** Rule O7: charges what is due and covered, and lets the rest of the organization lapse. */
    public void end(Organization closing, Change change) {
        settle(change);
        ports.subscriptions().remove(closing.account(), closing.id());
        timetable.schedule(change);
    }

    /**
     * Rule B8: money came in. Whatever becomes of settling from it, the next run finds the account and settles.
     */
    public void credited(Change change) {
        timetable.scheduleNow(change);
    }

    /**
     * What auto-recharge or an attempt waits for has changed: the next run looks at the account. Reads no price, so that nothing that keeps an
     * account from being billed keeps anybody from recording what became of an attempt.
     */
    public void reschedule(Change change) {
        timetable.scheduleNow(change);
    }

    /**
     * Rule P11: records arrears and suspends every open organization. The same reference again changes nothing.
     *
     * @param reference what for, unique in the account: at most 140 visible ASCII characters
     * @param minor how much, in minor units, more than 0
     * @throws PhoneUniteFault if the reference stands for another amount
     */
    public void owe(Change change, String reference, long minor) {
        if (arrears.owe(change, reference, minor)) {
            suspensions.suspendAll(new Change(change.account(), Actor.system(), change.at()));
            timetable.scheduleNow(change);
        }
    }

    /**
     * Rule P11: cancels what is left of arrears. Settles nothing.
     *
     * @return how much that was, in minor units
     */
    public long forgive(Change change, String reference) {
        long left = arrears.forgive(change, reference);
        if (left > 0) {
            timetable.scheduleNow(change);
        }
        return left;
    }

    /** Rule P11: how much the account is in arrears, in minor units. */
    public long arrearsMinor(AccountId account) {
        return ports.arrears().openMinor(account);
    }

    /** Rule O5: whether anything of the account is past due or in arrears. */
    public boolean isPastDue(AccountId account) {
        return ports.subscriptions().anyPastDue(account) || arrears.anyOpen(account);
    }

    /** Rule P4: what the account owes that a recharge would have to pay, beside its balance. */
    public Owed owed(AccountId account, Instant at) {
        return timetable.owed(account, at);
    }

    /**
     * Rule B10: notes that usage was refused as the balance is too low. Where auto-recharge may answer it, the next run looks at the
     * account.
     */
    public void usageRefused(Change change, long minor) {
        ports.usageNeeds().save(change.account(), Optional.of(new UsageNeed(minor, change.at())));
        timetable.scheduleForUsage(change, minor);
    }

    /** Rule B10: forgets usage that was refused: auto-recharge was set only afterwards, or goes on without it. */
    public void forgetRefusedUsage(Change change) {
        ports.usageNeeds().save(change.account(), Optional.empty());
    }

    /** Rule B10: usage was deducted; where the balance fell below the threshold, the next run looks at the account. */
    public void usageDeducted(Change change, long balanceMinor) {
        if (ports.terms().isBelowThreshold(change.account(), balanceMinor)) {
            timetable.scheduleForUsage(change, 0);
        }
    }

    /**
     * Rule B11: what falls due next of organizations of the account, in their order: read at once.
     *
     * @throws PhoneUniteFault if the catalogue does not know a plan any more that is planned
     */
    public List<Upcoming> upcoming(AccountId account, List<Organization> organizations) {
        List<Due> dues = books.withSubscriptions(account, organizations);
        Settlement.Pricing pricing = prices.from(account, dues);
        return dues.stream()
                .map(due -> new Upcoming(
                        due.organization(),
                        due.subscription(),
                        ports.plans()
                                .find(due.organization().plan())
                                .map(plan -> pricing.termsOf(
                                                due, due.subscription().next())
                                        .price())))
                .toList();
    }

    /**
     * Rule B11: what runs would do at each moment to come on which something falls due, at the prices and quantities that are known now.
     * What is suspended is not told: nothing of it falls due before it returns.
     */
    public LookAhead.Seen lookAhead(AccountId account, LookAhead looking, LookAhead.Viewer viewer) {
        List<Due> all = books.withOrganizations(account, ports.subscriptions().due(account, looking.until()));
        List<Due> priced = all.stream()
                .filter(due -> prices.areKnown(due.organization(), due.subscription()))
                .toList();
        Instant until = new Outlook(
                        priced,
                        new Owed(books.head(account).balanceMinor(), 0, 0, timetable.refusedMinor(account)),
                        prices.from(account, priced),
                        looking,
                        viewer)
                .run();
        return new LookAhead.Seen(until, all.size() - priced.size());
    }

    private void forgetUsageThatIsCovered(AccountId account) {
        ports.usageNeeds()
                .find(account)
                .filter(need -> books.covers(account, need.minor()))
                .ifPresent(need -> ports.usageNeeds().save(account, Optional.empty()));
    }
}
