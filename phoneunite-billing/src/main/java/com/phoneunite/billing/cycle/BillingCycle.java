package com.phoneunite.billing.cycle;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.cycle.Settlement.Payment;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.refusal.Decision;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Store;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Carries out rules B4 to B7 and O5: begins subscriptions, and charges what is due, in the unit of work that is open on the
 * account. Thread-safe.
 */
public final class BillingCycle {

    private final Store core;
    private final LedgerRepository ledger;
    private final SubscriptionRepository subscriptions;
    private final DueAccounts dueAccounts;
    private final PlanCatalog plans;
    private final Holdings holdings;

    public BillingCycle(
            Store core,
            LedgerRepository ledger,
            SubscriptionRepository subscriptions,
            DueAccounts dueAccounts,
            PlanCatalog plans) {
        this.core = core;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.dueAccounts = dueAccounts;
        this.plans = plans;
        this.holdings = new Holdings(core.holdings());
    }

    /**
     * What settling did.
     *
     * @param paid how many periods were paid, free ones included
     * @param pastDue how many organizations have something due that was not covered
     */
    public record Settled(int paid, int pastDue) {}

    /** Rule B4: the first organization becomes billable when its trial ends. */
    public void beginAfterTrial(Account account, Organization first, Change change) {
        PeriodAnchor anchor = PeriodAnchor.at(0, first.trialEndsAt().orElseThrow(), account.zone());
        anchored(Subscription.from(account.id(), first.id(), account.zone(), anchor), change);
        schedule(change);
    }

    /**
     * Rule O5: a further organization is billable at once. What is due is settled first; then the first month is charged.
     *
     * @return what was charged, or the refusal; after a refusal the caller abandons the unit of work
     */
    public Decision<Money> beginAtOnce(Account account, Organization added, Change change) {
        settle(change);
        if (subscriptions.anyPastDue(account.id())) {
            return Decision.refused(new CycleRefusal.AccountPastDue());
        }
        Subscription subscription = Subscription.from(
                account.id(), added.id(), account.zone(), PeriodAnchor.at(0, change.at(), account.zone()));
        Money price = priceOf(added, subscription.next());
        LedgerHead head = head(account.id());
        if (!BalanceLedger.covers(head.balanceMinor(), price.getAmountMinorLong())) {
            return Decision.refused(BalanceLedger.tooLow(head, price.getAmountMinorLong()));
        }
        anchored(subscription, change);
        pay(new Payment(added, subscription.next(), price), change);
        subscriptions.save(subscription.paid());
        schedule(change);
        return Decision.granted(price);
    }

    /**
     * Rules B6 and B7: charges what is due as far as the balance reaches, and records what it does not reach. It is the system's
     * doing, whoever brought the occasion.
     */
    public Settled settle(Change occasion) {
        Change change = new Change(occasion.account(), Actor.system(), occasion.at());
        List<Due> dues = subscriptions.due(change.account(), change.at()).stream()
                .map(subscription -> new Due(organization(subscription), subscription))
                .filter(due -> due.organization().isOpen())
                .toList();
        if (dues.isEmpty()) {
            schedule(change);
            return new Settled(0, 0);
        }
        Settlement settlement = Settlement.of(dues, head(change.account()).balanceMinor(), change.at(), this::priceOf);
        Map<OrganizationId, Subscription> after = new HashMap<>();
        dues.forEach(due -> after.put(due.organization().id(), due.subscription()));
        for (Payment payment : settlement.payments()) {
            pay(payment, change);
            after.computeIfPresent(payment.organization().id(), (id, subscription) -> subscription.paid());
        }
        for (Due due : dues) {
            OrganizationId id = due.organization().id();
            conclude(
                    due,
                    after.getOrDefault(id, due.subscription()),
                    settlement.unpaid().contains(id),
                    change);
        }
        schedule(change);
        return new Settled(settlement.payments().size(), settlement.unpaid().size());
    }

    /** Rule O7: charges what is due and covered, and lets the rest of the organization lapse. */
    public void end(Organization closing, Change change) {
        settle(change);
        subscriptions.remove(closing.account(), closing.id());
        schedule(change);
    }

    /**
     * Rule B8: money came in. Whatever becomes of settling from it, the next run finds the account and settles.
     */
    public void credited(Change change) {
        dueAccounts.schedule(change.account(), Optional.of(change.at()));
    }

    /**
     * Rule B5: what a period costs: the prices in force and what was held at its start, however late it is charged.
     *
     * @throws PhoneUniteFault if the catalogue does not know the organization's plan any more
     */
    public Money priceOf(Organization organization, BillingPeriod period) {
        return plans.find(organization.plan())
                .orElseThrow(() -> new PhoneUniteFault("the catalogue does not know plan " + organization.plan()
                        + ", which organization " + organization.id() + " is on"))
                .versionAt(period.start())
                .priceOf(holdings.atStartOf(organization.account(), organization.id(), period.start()));
    }

    private void conclude(Due due, Subscription paidSoFar, boolean isPastDue, Change change) {
        Subscription concluded = paidSoFar.pastDue(isPastDue, change.at());
        if (!concluded.equals(due.subscription())) {
            subscriptions.save(concluded);
        }
        become(due.organization(), isPastDue ? OrganizationState.PAST_DUE : OrganizationState.ACTIVE, change);
    }

    private void become(Organization organization, OrganizationState next, Change change) {
        if (organization.state() != next) {
            core.organizations().save(organization.become(next));
            record(change, organization.id(), new OrganizationEvent.StateChanged(organization.state(), next));
        }
    }

    private void pay(Payment payment, Change change) {
        Posting posting = new Posting(
                change,
                EntryKind.PERIOD,
                Optional.of(payment.organization().id()),
                payment.amount(),
                payment.period().reference(),
                payment.period().start());
        boolean posted = ledger.post(posting).fold(entry -> true, () -> false, refusal -> {
            throw new PhoneUniteFault("period " + posting.reference() + " of account " + change.account()
                    + " was covered, and refused as " + refusal.code());
        });
        if (!posted) {
            BillingPeriod free = payment.period();
            record(
                    change,
                    payment.organization().id(),
                    new CycleEvent.FreePeriodPaid(free.reference(), free.start(), free.end()));
        }
    }

    private void anchored(Subscription subscription, Change change) {
        subscriptions.save(subscription);
        record(change, subscription.organization(), new CycleEvent.Anchored(subscription.anchor()));
    }

    private void record(Change change, OrganizationId organization, DomainEvent event) {
        core.outbox().append(change, Optional.of(organization), event);
    }

    private void schedule(Change change) {
        AccountId account = change.account();
        Optional<Instant> next = Stream.concat(
                        subscriptions.nextDue(account).stream(),
                        subscriptions.nextPastDueAfter(account, change.at()).stream())
                .min(Comparator.naturalOrder());
        dueAccounts.schedule(account, next);
    }

    private Organization organization(Subscription subscription) {
        return core.organizations()
                .find(subscription.account(), subscription.organization())
                .orElseThrow(() -> new PhoneUniteFault("organization " + subscription.organization() + " of account "
                        + subscription.account() + " has a subscription and is not there"));
    }

    private LedgerHead head(AccountId account) {
        return ledger.head(account).orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
    }
}
