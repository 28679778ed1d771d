package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.organization.HeldSince;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.refusal.PhoneUniteFault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rule B5: what a period costs: the prices in force and what was held at its start, however late it is charged. Runs in the unit of
 * work that is open on the account.
 */
record Prices(PlanCatalog plans, Holdings holdings) {

    /**
     * The terms of a period.
     *
     * @throws PhoneUniteFault if the catalogue does not know the plan any more
     */
    PeriodTerms of(Organization organization, Subscription subscription, BillingPeriod period) {
        PlanName plan = planAt(period.start(), organization, subscription);
        Holdings.Counts held = holdings.atStartOf(organization.account(), organization.id(), period.start());
        return of(organization, plan, held, period.start());
    }

    /** The terms of periods that begin with the next one of each, or later, as {@link #of} tells them: what was held is read at once. */
    Settlement.Pricing from(AccountId account, List<Due> dues) {
        Map<OrganizationId, Instant> since = new HashMap<>();
        dues.forEach(
                due -> since.put(due.organization().id(), due.subscription().nextDue()));
        HeldSince held = holdings.since(account, since);
        return (due, period) -> of(
                due.organization(),
                planAt(period.start(), due.organization(), due.subscription()),
                held.atStartOf(due.organization().id(), period.start()),
                period.start());
    }

    /** Whether a period that starts at that moment costs nothing for who holds nothing then. */
    boolean areForHoldingsOnly(Instant at, Organization organization, Subscription subscription) {
        PlanName plan = planAt(at, organization, subscription);
        return of(organization, plan, new Holdings.Counts(0, 0), at).priceMinor() == 0;
    }

    private static PlanName planAt(Instant start, Organization organization, Subscription subscription) {
        return subscription.planned().planAt(start).orElse(organization.plan());
    }

    /** Whether the catalogue knows the plan that the organization is on, and those that are planned. */
    boolean areKnown(Organization organization, Subscription subscription) {
        return plans(organization, subscription)
                .allMatch(name -> plans.find(name).isPresent());
    }

    /** From when on another plan or version is in force than at that moment, as far as that is known. */
    Stream<Instant> changesAfter(Instant at, Organization organization, Subscription subscription) {
        Stream<Instant> plan = subscription.planned().after(at).all().stream()
                .map(change -> change.askedAt().plus(1, ChronoUnit.MICROS));
        Stream<Instant> versions = plans(organization, subscription)
                .flatMap(name -> plans.find(name).stream())
                .flatMap(one -> one.versions().stream())
                .map(PlanVersion::effectiveFrom)
                .filter(from -> from.isAfter(at));
        return Stream.concat(plan, versions);
    }

    private static Stream<PlanName> plans(Organization organization, Subscription subscription) {
        return Stream.concat(
                Stream.of(organization.plan()),
                subscription.planned().all().stream().map(PlannedChange::plan));
    }

    /** What a period that started then costs on that plan. */
    PeriodTerms of(Organization organization, PlanName name, Holdings.Counts held, Instant start) {
        BillingPlan plan = plans.find(name)
                .orElseThrow(() -> new PhoneUniteFault("the catalogue does not know plan " + name
                        + ", which organization " + organization.id() + " is on"));
        PlanVersion version = plan.versionAt(start);
        return new PeriodTerms(name, version.number(), held, version.priceOf(held));
    }
}
