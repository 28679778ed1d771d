package com.phoneunite.billing.page;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.BillingPeriod;
import com.phoneunite.billing.cycle.ChargeFacts;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule B13: explains entries of the ledger. Thread-safe; runs inside a unit of work that is open on the account. */
public final class Explanations {

    private static final Pattern PERIOD = Pattern.compile("(.{36})/(\\d{1,9})/(\\d{1,9})");

    private final ChargeFacts facts;

    public Explanations(ChargeFacts facts) {
        this.facts = facts;
    }

    /**
     * Why the entry is what it is.
     *
     * @throws PhoneUniteFault if nothing was kept of it
     */
    public Explanation of(LedgerEntry entry) {
        Charge charge = Charge.of(entry);
        return switch (entry.kind()) {
            case PERIOD ->
                terms(entry)
                        .map(found -> ofPeriod(charge, found))
                        .orElseThrow(() -> new PhoneUniteFault("nothing explains " + entry.kind() + " "
                                + entry.reference() + " of account " + entry.account() + " (B13)"));
            case PLAN_CHARGE, PLAN_CREDIT ->
                facts.exchange(entry.account(), entry.reference())
                        .map(found -> ofPlanChange(charge, found))
                        .orElseThrow(() -> new PhoneUniteFault("nothing explains " + entry.kind() + " "
                                + entry.reference() + " of account " + entry.account() + " (B13)"));
            case USAGE -> new Explanation.OfHost(charge);
            case RECHARGE -> new Explanation.OfPayment(charge, "P8", entry.reference());
            case REFUND, REFUND_RETURNED, REVERSAL, REVERSAL_RETURNED, DISPUTE, DISPUTE_WON ->
                new Explanation.OfPayment(charge, "P11", entry.reference());
            case ARREARS -> new Explanation.OfPayment(charge, "P11", withoutPart(entry.reference()));
        };
    }

    /** A period that was charged, and on which terms. */
    record Charged(BillingPeriod period, ChargedTerms terms) {}

    /** What was kept of the charge of a period; nothing where its reference is not that of a period of its organization. */
    Optional<Charged> terms(LedgerEntry entry) {
        Matcher reference = PERIOD.matcher(entry.reference());
        if (entry.organization().isEmpty() || !reference.matches()) {
            return Optional.empty();
        }
        OrganizationId organization = entry.organization().get();
        int anchor = Integer.parseInt(reference.group(2));
        int n = Integer.parseInt(reference.group(3));
        AccountId account = entry.account();
        return facts.termsOf(account, organization, anchor, n)
                .map(terms -> new Charged(terms.period(n), terms))
                .filter(found -> found.period().reference().equals(entry.reference()));
    }

    private static Explanation ofPeriod(Charge charge, Charged found) {
        ChargedTerms terms = found.terms();
        return new Explanation.OfPeriod(
                charge, found.period(), PriceList.of(terms.plan(), terms.prices(), terms.held()));
    }

    private static Explanation ofPlanChange(Charge charge, PlanExchange found) {
        return new Explanation.OfPlanChange(
                charge,
                found.period(),
                found.from(),
                found.fromPrice(),
                PriceList.of(found.to(), found.toPrices(), found.held()),
                found.daysLeft(),
                found.days());
    }

    /** Arrears are paid in parts, each under what they are for and its number. */
    private static String withoutPart(String reference) {
        return reference.substring(0, reference.lastIndexOf('/'));
    }
}
