package com.phoneunite.testkit.jqwik;

import com.phoneunite.account.CountryCode;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * PhoneUnite as a domain of jqwik: what is valid, by its type. Plans and auto-recharge are in dollars, extensions are those of the US,
 * and call trees can be saved in an organization that has nothing yet. What is invalid is drawn by name from the classes beside.
 *
 * <p>A property that says {@code @Domain(PhoneUniteDomain.class)} takes {@code @ForAll OrganizationName name} and its like.
 */
public class PhoneUniteDomain extends DomainContextBase {

    /** Names of organizations. */
    @Provide
    public Arbitrary<OrganizationName> organizationNames() {
        return Names.valid().map(OrganizationName::parse);
    }

    /** E-mail addresses. */
    @Provide
    public Arbitrary<EmailAddress> emailAddresses() {
        return EmailAddresses.valid().map(EmailAddress::parse);
    }

    /** Extensions that can be given out in the US. */
    @Provide
    public Arbitrary<Extension> extensions() {
        return Extensions.valid(new CountryCode("US"));
    }

    /** Phone numbers of many countries. */
    @Provide
    public Arbitrary<PhoneNumber> phoneNumbers() {
        return E164Numbers.valid();
    }

    /** Billing time zones. */
    @Provide
    public Arbitrary<ZoneId> zones() {
        return Zones.any();
    }

    /** Moments, mostly at the edges of some zone's calendar. */
    @Provide
    public Arbitrary<Instant> moments() {
        return Zones.withOddMidnights().flatMap(Moments::in);
    }

    /** Currencies with 0, 2 and 3 decimals. */
    @Provide
    public Arbitrary<CurrencyUnit> currencies() {
        return Amounts.currencies();
    }

    /** Amounts of more than zero. */
    @Provide
    public Arbitrary<Money> amounts() {
        return Amounts.any();
    }

    /** Plans in dollars. */
    @Provide
    public Arbitrary<BillingPlan> plans() {
        return Plans.in(CurrencyUnit.USD);
    }

    /** Settings of auto-recharge in dollars. */
    @Provide
    public Arbitrary<AutoRecharge> autoRecharges() {
        return AutoRecharges.in(CurrencyUnit.USD);
    }

    /** Call trees that can be saved in every organization. */
    @Provide
    public Arbitrary<CallTreeDraft> callTrees() {
        return CallTreeDrafts.valid();
    }

    /** Programs of billing. */
    @Provide
    public Arbitrary<List<Step<BillingDeed>>> billingPrograms() {
        return BillingPrograms.any();
    }
}
