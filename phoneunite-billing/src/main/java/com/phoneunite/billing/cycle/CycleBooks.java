package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * What all parts of the cycle read and write, each time with the event that tells of it. Decides nothing. Runs in the unit of work
 * that is open on the account.
 */
record CycleBooks(CyclePorts ports) {

    LedgerHead head(AccountId account) {
        return ports.ledger()
                .head(account)
                .orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
    }

    boolean covers(AccountId account, long amountMinor) {
        return BalanceLedger.covers(head(account).balanceMinor(), amountMinor);
    }

    Organization organization(Subscription subscription) {
        return ports.core()
                .organizations()
                .find(subscription.account(), subscription.organization())
                .orElseThrow(() -> isMissing(subscription));
    }

    /** The subscriptions with their organizations, in their order: read at once. */
    List<Due> withOrganizations(AccountId account, List<Subscription> subscriptions) {
        if (subscriptions.isEmpty()) {
            return List.of();
        }
        Map<OrganizationId, Organization> found = ports
                .core()
                .organizations()
                .findAll(
                        account,
                        subscriptions.stream().map(Subscription::organization).toList())
                .stream()
                .collect(Collectors.toMap(Organization::id, Function.identity()));
        return subscriptions.stream()
                .map(one -> new Due(
                        Optional.ofNullable(found.get(one.organization())).orElseThrow(() -> isMissing(one)), one))
                .toList();
    }

    /** The organizations with their subscriptions, in their order: read at once. */
    List<Due> withSubscriptions(AccountId account, List<Organization> organizations) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        Map<OrganizationId, Subscription> found =
                ports
                        .subscriptions()
                        .findAll(
                                account,
                                organizations.stream().map(Organization::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Subscription::organization, Function.identity()));
        return organizations.stream()
                .map(one ->
                        new Due(one, Optional.ofNullable(found.get(one.id())).orElseThrow(() -> hasNone(one))))
                .toList();
    }

    private static PhoneUniteFault hasNone(Organization organization) {
        return new PhoneUniteFault("organization " + organization.id() + " has no subscription");
    }

    private static PhoneUniteFault isMissing(Subscription subscription) {
        return new PhoneUniteFault("organization " + subscription.organization() + " of account "
                + subscription.account() + " has a subscription and is not there");
    }

    Subscription subscription(Organization organization) {
        return ports.subscriptions()
                .find(organization.account(), organization.id())
                .orElseThrow(() -> hasNone(organization));
    }

    void save(Subscription before, Subscription after) {
        if (!after.equals(before)) {
            ports.subscriptions().save(after);
        }
    }

    /** A subscription that is counted from an anchor which is new. */
    void anchored(Subscription subscription, Change change) {
        ports.subscriptions().save(subscription);
        record(change, subscription.organization(), new CycleEvent.Anchored(subscription.anchor()));
    }

    void become(Subscription subscription, OrganizationState next, Change change) {
        Organization organization = organization(subscription);
        if (organization.state() != next) {
            ports.core().organizations().save(organization.become(next));
            record(change, organization.id(), new OrganizationEvent.StateChanged(organization.state(), next));
        }
    }

    void put(OrganizationId id, PlanName plan, Change change) {
        Organization organization =
                ports.core().organizations().find(change.account(), id).orElseThrow();
        if (!organization.plan().equals(plan)) {
            ports.core().organizations().save(organization.onPlan(plan));
            record(change, id, new OrganizationEvent.PlanChanged(organization.plan(), plan));
        }
    }

    /** Charges a period that the balance covers, and puts the organization on the plan that it is charged by. */
    void pay(BillingPeriod period, PeriodTerms terms, Change change) {
        put(period.organization(), terms.plan(), change);
        keep(period, terms, change);
        boolean posted = post(
                change,
                EntryKind.PERIOD,
                Optional.of(period.organization()),
                terms.price(),
                period.reference(),
                period.start());
        if (!posted) {
            record(
                    change,
                    period.organization(),
                    new CycleEvent.FreePeriodPaid(period.reference(), period.start(), period.end()));
        }
    }

    /** Rule B13: keeps on which terms the period is charged, unless they are those of the period before it. */
    private void keep(BillingPeriod period, PeriodTerms terms, Change change) {
        Subscription subscription = ports.subscriptions()
                .find(change.account(), period.organization())
                .orElseThrow();
        ChargedTerms charged = new ChargedTerms(
                change.account(),
                period.organization(),
                subscription.zone(),
                subscription.anchor(),
                period.n(),
                terms.plan(),
                version(terms),
                terms.held());
        boolean known = ports.chargeFacts()
                .termsOf(change.account(), period.organization(), period.anchor(), period.n())
                .filter(charged::isSameAs)
                .isPresent();
        if (!known) {
            ports.chargeFacts().save(charged);
        }
    }

    /** The version of the plan that the terms were told by. */
    PlanVersion version(PeriodTerms terms) {
        return ports.plans().find(terms.plan()).orElseThrow().versions().get(terms.version() - 1);
    }

    /**
     * Posts what was found to be covered, or is a credit.
     *
     * @return false where there is nothing to post, as the amount is zero
     */
    boolean post(
            Change change,
            EntryKind kind,
            Optional<OrganizationId> organization,
            Money amount,
            String reference,
            Instant happenedAt) {
        Posting posting = new Posting(change, kind, organization, amount, reference, happenedAt);
        return ports.ledger().post(posting).fold(entry -> true, () -> false, refusal -> {
            throw new PhoneUniteFault(kind + " " + reference + " of account " + change.account()
                    + " was covered, and refused as " + refusal.code());
        });
    }

    void record(Change change, OrganizationId organization, DomainEvent event) {
        ports.core().outbox().append(change, Optional.of(organization), event);
    }

    void record(Change change, DomainEvent event) {
        ports.core().outbox().append(change, Optional.empty(), event);
    }
}
