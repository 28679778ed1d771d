package com.phoneunite.billing.cycle;

import com.phoneunite.billing.cycle.Settlement.Due;
import com.phoneunite.billing.cycle.Settlement.Payment;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Rules B6 and B7 looked ahead: what runs would charge at each moment to come on which something falls due, at the prices and quantities
 * that are known now. Once something is not covered, what follows is told as due, and no balance is reckoned any more. Values in,
 * outcome out. Used by one thread, once.
 */
final class Outlook {

    private static final Comparator<Due> BY_DUE = Comparator.comparing(
                    (Due one) -> one.subscription().nextDue())
            .thenComparing(one -> one.organization().ordinal());

    private final Settlement.Pricing pricing;
    private final LookAhead looking;
    private final LookAhead.Viewer viewer;
    private final PriorityQueue<Due> upcoming = new PriorityQueue<>(BY_DUE);
    private long balance;
    private long usage;
    private int left;
    private boolean isShort;
    private Optional<Instant> topUpAt = Optional.empty();

    /**
     * Looks ahead.
     *
     * @param all what may fall due
     * @param owed the balance now, and the usage that was refused last
     */
    Outlook(List<Due> all, Owed owed, Settlement.Pricing pricing, LookAhead looking, LookAhead.Viewer viewer) {
        this.pricing = pricing;
        this.looking = looking;
        this.viewer = viewer;
        this.balance = owed.balanceMinor();
        this.usage = owed.usageMinor();
        this.left = looking.maxCharges();
        upcoming.addAll(all);
    }

    /** Until when it was looked ahead: the horizon, or where there were too many charges the moment of the last one that was told. */
    Instant run() {
        Instant at = looking.from();
        while (true) {
            List<Due> dues = dueAt(at);
            List<Due> after = isShort ? payRegardless(dues, at) : settle(dues, at);
            if (left <= 0 || (isShort && !looking.goesOn())) {
                return at;
            }
            upcoming.addAll(after);
            Optional<Instant> next = nextAfter(at);
            if (next.isEmpty() || next.get().isAfter(looking.until())) {
                return looking.until();
            }
            at = next.get();
        }
    }

    /** When something falls due next, or auto-recharge would be tried. */
    private Optional<Instant> nextAfter(Instant at) {
        Optional<Instant> due = Optional.ofNullable(upcoming.peek())
                .map(one -> one.subscription().nextDue());
        return Stream.concat(due.stream(), topUpAt.filter(at::isBefore).stream())
                .min(Comparator.naturalOrder());
    }

    private List<Due> dueAt(Instant at) {
        List<Due> dues = new ArrayList<>();
        while (!upcoming.isEmpty() && !upcoming.peek().subscription().nextDue().isAfter(at)) {
            dues.add(upcoming.remove());
        }
        return dues;
    }

    /** As a run would: what is covered, then from what was brought in, then the first one that is short. */
    private List<Due> settle(List<Due> dues, Instant at) {
        Settlement settlement = Settlement.of(dues, balance, at, pricing);
        List<Due> after = pay(dues, settlement, at);
        Owed owed = new Owed(balance, unpaidMinor(after, at), 0, usage);
        TopUps.TopUp topUp = looking.topUps().at(owed, at);
        topUpAt = topUp.next();
        if (topUp.minor() > 0) {
            balance = Math.addExact(balance, topUp.minor());
            usage = 0;
            viewer.toppedUp(at, topUp.minor());
            settlement = Settlement.of(after, balance, at, pricing);
            after = pay(after, settlement, at);
        }
        if (settlement.firstUncovered().isEmpty()) {
            return after;
        }
        isShort = true;
        Settlement.Uncovered first = settlement.firstUncovered().get();
        viewer.fallsShort(
                first.organization(), first.period(), at, first.terms().price(), first.shortfallMinor());
        return looking.goesOn() ? payRegardless(after, at) : after;
    }

    private List<Due> pay(List<Due> dues, Settlement settlement, Instant at) {
        Map<OrganizationId, Due> after = new LinkedHashMap<>();
        dues.forEach(due -> after.put(due.organization().id(), due));
        for (Payment payment : settlement.payments()) {
            balance -= payment.terms().priceMinor();
            tell(payment.organization(), payment.period(), at, payment.terms().price());
            after.computeIfPresent(payment.organization().id(), (id, due) -> due.paid(payment.terms()));
        }
        return List.copyOf(after.values());
    }

    private List<Due> payRegardless(List<Due> dues, Instant at) {
        List<Due> after = new ArrayList<>();
        for (Due due : dues) {
            Due next = due;
            while (!next.subscription().nextDue().isAfter(at)) {
                BillingPeriod period = next.subscription().next();
                PeriodTerms terms = pricing.termsOf(next, period);
                tell(next.organization(), period, at, terms.price());
                next = next.paid(terms);
            }
            after.add(next);
        }
        return after;
    }

    private void tell(Organization organization, BillingPeriod period, Instant at, Money price) {
        if (left > 0) {
            viewer.due(organization, period, at, price);
        }
        left--;
    }

    private long unpaidMinor(List<Due> dues, Instant at) {
        long sum = 0;
        for (Due due : dues) {
            Due next = due;
            while (!next.subscription().nextDue().isAfter(at)) {
                PeriodTerms terms = pricing.termsOf(next, next.subscription().next());
                sum = Math.addExact(sum, terms.priceMinor());
                next = next.paid(terms);
            }
        }
        return sum;
    }
}
