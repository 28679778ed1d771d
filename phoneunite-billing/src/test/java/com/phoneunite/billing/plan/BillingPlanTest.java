package com.phoneunite.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Holdings.Counts;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class BillingPlanTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void B5_aPriceIsTheMonthlyPriceAndWhatIsHeldTimesItsPrice() {
        PlanVersion version = standard().versionAt(MARCH);

        assertThat(version.priceOf(Counts.NONE)).isEqualTo(Money.parse("USD 20.00"));
        assertThat(version.priceOf(new Counts(3, 7))).isEqualTo(Money.parse("USD 42.00"));
    }

    @Test
    void B5_theVersionInForceIsTheLastOneThatIsEffective() {
        BillingPlan plan = standard()
                .repricedFrom(MARCH)
                .monthly(Money.parse("USD 25.00"))
                .repricedFrom(JUNE)
                .monthly(Money.parse("USD 30.00"));

        assertThat(plan.versionAt(Instant.MIN).number()).isEqualTo(1);
        assertThat(plan.versionAt(MARCH.minusNanos(1)).number()).isEqualTo(1);
        assertThat(plan.versionAt(MARCH).number()).isEqualTo(2);
        assertThat(plan.versionAt(JUNE.minusNanos(1)).monthly()).isEqualTo(Money.parse("USD 25.00"));
        assertThat(plan.versionAt(JUNE).monthly()).isEqualTo(Money.parse("USD 30.00"));
        assertThat(plan.versionAt(Instant.MAX).perExtension()).isEqualTo(Money.parse("USD 5.00"));
    }

    @Test
    void B9_aFurtherVersionLeavesTheFormerOnesAsTheyWere() {
        BillingPlan plan = standard();
        BillingPlan repriced = plan.repricedFrom(MARCH).monthly(Money.parse("USD 99.00"));

        assertThat(repriced.versions().get(0)).isEqualTo(plan.versions().get(0));
        assertThat(plan.versions()).hasSize(1);
    }

    @Test
    void B9_eachVersionIsEffectiveLaterThanTheOneBeforeIt() {
        BillingPlan plan = standard().repricedFrom(MARCH);

        assertThatThrownBy(() -> plan.repricedFrom(MARCH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plan.repricedFrom(MARCH.minusNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void A3_aPlanHasItsPricesInOneCurrency() {
        assertThatThrownBy(() -> standard().perExtension(Money.parse("EUR 1.00")))
                .isInstanceOf(IllegalArgumentException.class);
        PlanVersion euros =
                new PlanVersion(2, MARCH, Money.parse("EUR 1.00"), Money.parse("EUR 1.00"), Money.parse("EUR 1.00"));
        assertThatThrownBy(() -> new BillingPlan(
                        new PlanName("mixed"), List.of(standard().versions().get(0), euros)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B5_aPriceIsFromZeroToTheHighestPrice() {
        Money largest = Money.ofMinor(CurrencyUnit.USD, PlanVersion.MAX_PRICE_MINOR);

        assertThat(BillingPlan.named("dear").monthly(largest).currency()).isEqualTo(CurrencyUnit.USD);
        assertThatThrownBy(() -> BillingPlan.named("dear").monthly(largest.plusMinor(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BillingPlan.named("gift").monthly(Money.parse("USD -0.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void X5_aPlanHasAtMostAThousandVersions() {
        BillingPlan plan = standard();
        for (int i = 1; i < BillingPlan.MAX_VERSIONS; i++) {
            plan = plan.repricedFrom(MARCH.plusSeconds(i));
        }
        BillingPlan full = plan;

        assertThatThrownBy(() -> full.repricedFrom(JUNE.plusSeconds(9_999_999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B5_theDearestPeriodIsNotMoreThanOnePostingCanCarry() {
        Money highest = Money.ofMinor(CurrencyUnit.USD, PlanVersion.MAX_PRICE_MINOR);
        BillingPlan plan = standard().monthly(highest).perExtension(highest).perPhoneNumber(highest);
        Counts most = new Counts(User.MAX_PER_ACCOUNT, User.MAX_PER_ACCOUNT);

        assertThat(plan.versionAt(MARCH).priceOf(most).getAmountMinorLong()).isLessThanOrEqualTo(Posting.MAX_MINOR);
    }

    @Test
    void X4_aCatalogueKnowsItsPlansAndNoOthers() {
        PlanCatalog catalog = PlanCatalog.of(standard());

        assertThat(catalog.find(new PlanName("standard"))).contains(standard());
        assertThat(catalog.find(new PlanName("gold"))).isEmpty();
        assertThatThrownBy(() -> PlanCatalog.of(standard(), standard())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void B9_whatIsRestoredHasItsVersionsCountedFromOneAndAtLeastOne() {
        PlanVersion first = standard().versionAt(MARCH);
        PlanVersion second = standard().repricedFrom(MARCH).versionAt(MARCH);
        PlanName name = new PlanName("standard");

        assertThat(new BillingPlan(name, List.of(first, second)).versionAt(MARCH))
                .isEqualTo(second);
        assertThatThrownBy(() -> new BillingPlan(name, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a plan has 1 to 1000 versions");
        assertThatThrownBy(() -> new BillingPlan(name, List.of(second)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the versions of a plan count from 1");
    }

    @Test
    void X4_aCatalogueHasAtLeastOnePlan() {
        assertThatThrownBy(PlanCatalog::of).isInstanceOf(IllegalArgumentException.class);
    }

    private static BillingPlan standard() {
        return BillingPlan.named("standard")
                .monthly(Money.parse("USD 20.00"))
                .perExtension(Money.parse("USD 5.00"))
                .perPhoneNumber(Money.parse("USD 1.00"));
    }
}
