package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.UserSession;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.page.Forecast;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule B11: the billing page and the forecast, told from the front door. */
class BillingPageStoryTest {

    private final Story story = Story.withBalance("100.00");
    private final OrganizationId services =
            story.you.addOrganization("Services", "standard").id();

    private BillingPage.Line line(OrganizationId organization) {
        return story.mine().page().organizations().items().stream()
                .filter(one -> one.organization().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    private BillingPage.AccountPart account() {
        return story.mine().page().account().orElseThrow();
    }

    @Test
    void B11_spentThisMonthIsWhatWasRecordedInTheMonthOfTheAccountsZone() {
        story.use(services, "call-1", "0.50");
        assertThat(line(services).spentThisMonth()).isEqualTo(Story.usd("20.50"));
        assertThat(line(story.first()).spentThisMonth()).isEqualTo(Story.usd("0.00"));

        // It is February in UTC, and January still in New York.
        story.clock.set(Instant.parse("2026-02-01T04:59:59Z"));
        story.use(services, "call-2", "0.25");
        assertThat(line(services).spentThisMonth()).isEqualTo(Story.usd("20.75"));
        story.clock.set(Instant.parse("2026-02-01T05:00:00Z"));
        assertThat(line(services).spentThisMonth()).isEqualTo(Story.usd("0.00"));
    }

    @Test
    void B11_theOwnerSeesUntilWhenTheBalanceLastsAndWhatFallsShort() {
        assertThat(account().balance()).isEqualTo(Story.usd("80.00"));
        assertThat(account().arrears()).isEqualTo(Story.usd("0.00"));
        assertThat(account().autoRecharge().setting()).isEmpty();
        // 14 February 20.00, 28 February 20.00, 14 March 20.00, 31 March 20.00: a cent is short.
        Instant end = Instant.parse("2026-03-31T04:00:00Z");
        assertThat(account().lasts().until()).isEqualTo(end);
        assertThat(account().lasts().firstUncovered())
                .contains(new Forecast.Shortfall(
                        services, line(services).name(), end, Story.usd("20.00"), Story.usd("0.01")));

        AutoRecharge setting = AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00");
        story.mine().autoRecharge(setting);
        assertThat(account().autoRecharge().setting()).contains(setting);
        assertThat(account().lasts().until()).isEqualTo(end);
    }

    @Test
    void B11_aPlanThatIsPlannedIsForecastForEveryPeriodFromTheNextOn() {
        story.mine().changePlan(services, "small", PlanChange.AT_NEXT_PERIOD);
        assertThat(story.mine().forecast(4).items())
                .filteredOn(one -> one.organization().equals(services))
                .hasSizeGreaterThan(2)
                .allSatisfy(one -> assertThat(one.amount()).isEqualTo(Story.usd("7.00")));
    }

    @Test
    void B11_aForecastTellsWhatIsDueWhatAutoRechargeAddsAndWhatFallsShortFirst() {
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 30.00").atMostPerMonth("USD 60.00"));
        Forecast forecast = story.mine().forecast(3);

        assertThat(forecast.until()).isEqualTo(Instant.parse("2026-04-30T14:00:00Z"));
        assertThat(forecast.items())
                .extracting(one -> LocalDate.ofInstant(one.at(), story.account.zone()) + " " + one.name())
                .containsExactly(
                        "2026-02-14 Product Experts, LLC",
                        "2026-02-28 Services",
                        "2026-03-14 Product Experts, LLC",
                        "2026-03-31 Services",
                        "2026-04-14 Product Experts, LLC",
                        "2026-04-30 Services");
        assertThat(forecast.due()).isEqualTo(Story.usd("120.00"));
        // On 31 March the balance of 20.00 does not cover 20.00: 20.00 and up to the target.
        assertThat(forecast.topUps())
                .containsExactly(
                        new Forecast.TopUp(Instant.parse("2026-03-31T04:00:00Z"), Story.usd("30.00")),
                        new Forecast.TopUp(Instant.parse("2026-04-30T04:00:00Z"), Story.usd("40.00")));
        assertThat(forecast.firstShortfall()).isEmpty();
        assertThat(forecast.added()).isEqualTo(Story.usd("70.00"));
    }

    @Test
    void B11_theCapOfAMonthMakesAForecastFallShort() {
        story.mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 30.00").atMostPerMonth("USD 29.99"));
        assertThat(story.mine().forecast(3).firstShortfall().orElseThrow().at())
                .isEqualTo(Instant.parse("2026-03-31T04:00:00Z"));
    }

    @Test
    void A2_whatAMembersOrganizationCostsIsNotOnTheirPage() {
        UserSession member = story.phoneUnite.signIn(
                story.you.users().add("member@example.com").ref());
        story.you.switchTo(services).members().add(member.user(), "101");
        assertThat(member.organizations().items()).extracting(one -> one.id()).containsExactly(services);
        assertThat(story.billing.of(member).page().organizations().items()).isEmpty();

        story.you.switchTo(story.first()).administrators().add(member.user());
        assertThat(story.billing.of(member).page().organizations().items())
                .extracting(BillingPage.Line::organization)
                .containsExactly(story.first());
    }

    @Test
    void A2_whatConcernsTheAccountIsNotOnAnAdministratorsPage() {
        UserSession administrator = story.phoneUnite.signIn(
                story.you.users().add("administrator@example.com").ref());
        story.you.switchTo(services).administrators().add(administrator.user());
        story.use(services, "call-1", "0.50");

        BillingPage page = story.billing.of(administrator).page();
        assertThat(page.account()).isEmpty();
        assertThat(page.organizations().items()).isEqualTo(List.of(line(services)));
        Story.refusal("OWNER_REQUIRED", () -> story.billing.of(administrator).forecast(1));
    }

    @Test
    void B11_anOrganizationWhosePlanTheCatalogueHasLostIsLeftOutAndCounted() {
        story.you.addOrganization("Small", "small");
        story.vanish("standard");

        Forecast forecast = story.mine().forecast(1);
        assertThat(forecast.unpriced()).isEqualTo(2);
        assertThat(forecast.items()).extracting(one -> one.name().value()).containsOnly("Small");
        assertThat(account().lasts().firstUncovered().orElseThrow().name().value())
                .isEqualTo("Small");
        assertThat(line(services).nextAmount()).isEmpty();
    }

    @Test
    void X5_aForecastLooksOneToTwentyFourMonthsAhead() {
        story.refused("INVALID_INPUT", () -> story.mine().forecast(0));
        story.refused("INVALID_INPUT", () -> story.mine().forecast(25));
        story.refused("INVALID_INPUT", () -> story.mine().forecast(Integer.MIN_VALUE));
        assertThat(story.mine().forecast(24).until()).isEqualTo(Instant.parse("2028-01-31T15:00:00Z"));
    }
}
