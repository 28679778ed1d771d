package com.phoneunite.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.membership.Extension;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.CallTreeDraft;
import com.phoneunite.telephony.PhoneNumber;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the domain gives by type is taken by the library, at its front door. */
@Domain(PhoneUniteDomain.class)
class PhoneUniteDomainProperties {

    @Property(tries = 100)
    void A3_everyAccountOfTheDomainCanBeOpened(
            @ForAll OrganizationName name,
            @ForAll EmailAddress owner,
            @ForAll ZoneId zone,
            @ForAll Instant moment,
            @ForAll CurrencyUnit currency) {
        PhoneUniteFixture fixture = PhoneUniteFixture.given()
                .at(moment.toString())
                .account(com.phoneunite.OpenAccount.named(name.value())
                        .owner(owner.value())
                        .in("US", zone.getId(), currency.getCode()))
                .ready();
        assertThat(fixture.organizations()).extracting(one -> one.name()).containsExactly(name);
        assertThat(fixture.account().zone()).isEqualTo(zone);
    }

    @Property(tries = 100)
    void P4_everyPlanAndEverySettingOfTheDomainIsTaken(
            @ForAll BillingPlan plan, @ForAll AutoRecharge setting, @ForAll Money balance) {
        PhoneUniteFixture fixture = PhoneUniteFixture.given()
                .in("US", "America/New_York", "USD")
                .plans(plan)
                .balance("USD "
                        + Money.ofMinor(CurrencyUnit.USD, balance.getAmountMinorLong() % 1_000_000 + 1)
                                .getAmount())
                .organization("Second")
                .autoRecharge(setting)
                .ready();
        assertThat(fixture.mine().autoRecharge().setting()).contains(setting);
    }

    @Property(tries = 100)
    void T3_everythingOfTheDomainThatCanBeDialledIsTaken(
            @ForAll Extension extension, @ForAll PhoneNumber number, @ForAll CallTreeDraft tree) {
        PhoneUniteFixture fixture = PhoneUniteFixture.given().ready();
        OrganizationWorkspace workspace = fixture.workspace("First, LLC");
        workspace.members().add(fixture.session().user(), extension.value());
        workspace.phoneNumbers().add(number.value());
        workspace.callTrees().save(tree);
        assertThat(workspace.callTrees().list(PageRequest.first(2)).items()).hasSize(1);
    }

    @Property(tries = 100)
    void B3_whateverAnAccountGoesThroughItsBooksAreRight(@ForAll List<Step<BillingDeed>> program) {
        PhoneUniteFixture fixture = PhoneUniteFixture.given()
                .plans(
                        BillingPlan.named("standard")
                                .monthly(Money.parse("USD 20.00"))
                                .perExtension(Money.parse("USD 5.00")),
                        BillingPlan.named("free").monthly(Money.parse("USD 0.00")))
                .balance("USD 50.00")
                .ready();
        BillingPrograms.run(program, fixture, List.of("standard", "free"));
        fixture.then().booksAreRight();
        assertThat(fixture.gateway().breaches()).isEmpty();
    }
}
