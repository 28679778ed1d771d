package com.phoneunite.billing.cycle;

import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Rules B6 and B7: which of the periods that are due a balance pays. Oldest first across the account, then the organization added
 * first; each is paid if it is covered, else passed over; within one organization none before an older one. Values in, outcome
 * out.
 *
 * @param payments the periods that are paid, in order
 * @param unpaid the organizations that have a period due which is not covered
 * @param firstUncovered the first period that is not covered, if there is one
 */
record Settlement(List<Payment> payments, Set<OrganizationId> unpaid, Optional<Uncovered> firstUncovered) {

    private static final Comparator<Candidate> OLDEST_FIRST = Comparator.comparing(
                    (Candidate one) -> one.period().start())
            .thenComparing(one -> one.due().organization().ordinal());

    /** What a period of an organization costs. */
    @FunctionalInterface
    interface Pricing {
        PeriodTerms termsOf(Due due, BillingPeriod period);
    }

    /** An organization that has at least one period due. */
    record Due(Organization organization, Subscription subscription) {

        /** The same once the next period is paid: on the plan that it is charged by, also where that was only planned (rule B9). */
        Due paid(PeriodTerms terms) {
            return new Due(organization.onPlan(terms.plan()), subscription.paid(terms));
        }
    }

    /** A period that is paid, and on which terms. */
    record Payment(Organization organization, BillingPeriod period, PeriodTerms terms) {}

    /** A period that is not covered, and by how much the balance is short of it, in minor units (rule B2). */
    record Uncovered(Organization organization, BillingPeriod period, PeriodTerms terms, long shortfallMinor) {}

    private record Candidate(Due due, BillingPeriod period) {}

    static Settlement of(List<Due> dues, long balanceMinor, Instant at, Pricing pricing) {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(OLDEST_FIRST);
        dues.forEach(due -> enqueue(queue, due, due.subscription().nextPeriod(), at));
        List<Payment> payments = new ArrayList<>();
        Set<OrganizationId> unpaid = new LinkedHashSet<>();
        Optional<Uncovered> first = Optional.empty();
        long balance = balanceMinor;
        while (!queue.isEmpty()) {
            Candidate oldest = queue.remove();
            Organization organization = oldest.due().organization();
            PeriodTerms terms = pricing.termsOf(oldest.due(), oldest.period());
            if (BalanceLedger.covers(balance, terms.priceMinor())) {
                balance -= terms.priceMinor();
                payments.add(new Payment(organization, oldest.period(), terms));
                enqueue(queue, oldest.due(), oldest.period().n() + 1, at);
            } else {
                unpaid.add(organization.id());
                if (first.isEmpty()) {
                    long shortfall = BalanceLedger.shortfall(balance, terms.priceMinor());
                    first = Optional.of(new Uncovered(organization, oldest.period(), terms, shortfall));
                }
            }
        }
        return new Settlement(List.copyOf(payments), Set.copyOf(unpaid), first);
    }

    private static void enqueue(PriorityQueue<Candidate> queue, Due due, int n, Instant at) {
        BillingPeriod period = due.subscription().period(n);
        if (!period.start().isAfter(at)) {
            queue.add(new Candidate(due, period));
        }
    }
}
