package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.page.PriceList;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rule B13: every charge is explained, to whom it concerns. */
class ExplanationStoryTest {

    private final Story story = Story.withBalance("1000.00");

    private Explanation.OfPeriod period(String reference) {
        return (Explanation.OfPeriod) story.mine().explain(EntryKind.PERIOD, reference);
    }

    private UserSession administrator(OrganizationId of) {
        UserSession user = story.phoneUnite.signIn(
                story.you.users().add("administrator@example.com").ref());
        story.you.switchTo(of).administrators().add(user.user());
        return user;
    }

    @Test
    void B13_aPeriodIsExplainedByPlanVersionPeriodQuantitiesAndUnitPrices() {
        OrganizationId services =
                story.you.addOrganization("Services", "standard").id();
        story.you.switchTo(services).members().add(story.you.user(), "101");
        story.you.switchTo(services).phoneNumbers().add("+12025550123");
        story.you.switchTo(services).phoneNumbers().add("+12025550124");
        story.clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        story.billing.run();

        Explanation.OfPeriod explained = period(services + "/0/1");
        assertThat(explained.rule()).isEqualTo("B5");
        assertThat(explained.charge().amount()).isEqualTo(Story.usd("-27.00"));
        assertThat(explained.prices())
                .isEqualTo(new PriceList(
                        new PlanName("standard"), 1, Story.usd("20.00"), 1, Story.usd("5.00"), 2, Story.usd("1.00")));
        assertThat(explained.prices().total()).isEqualTo(Story.usd("27.00"));
        assertThat(explained.period().start()).isEqualTo(Instant.parse("2026-02-28T05:00:00Z"));
        assertThat(explained.period().end()).isEqualTo(Instant.parse("2026-03-31T04:00:00Z"));
        assertThat(period(services + "/0/0").prices().extensions()).isZero();
    }

    @Test
    void B13_anExplanationStaysTheSameWhateverBecomesOfPlansHoldingsAndClocks() {
        OrganizationId services =
                story.you.addOrganization("Services", "standard").id();
        story.you.switchTo(services).members().add(story.you.user(), "101");
        story.clock.set(Instant.parse("2026-03-01T12:00:00Z"));
        story.billing.run();
        List<Explanation> before = List.of(period(services + "/0/0"), period(services + "/0/1"));

        story.clock.set(Instant.parse("2026-02-27T12:00:00Z"));
        story.you.switchTo(services).phoneNumbers().add("+12025550123");
        story.clock.set(Instant.parse("2026-04-02T12:00:00Z"));
        story.put(story.plans
                .get(new PlanName("standard"))
                .repricedFrom(Instant.parse("2026-04-01T00:00:00Z"))
                .monthly(Story.usd("99.00")));
        story.billing.run();
        story.you.switchTo(services).members().remove(story.you.user());
        story.clock.set(Instant.parse("2031-04-02T12:00:00Z"));
        story.put(BillingPlan.named("standard").monthly(Story.usd("1.00")));
        story.vanish("standard");

        assertThat(List.of(period(services + "/0/0"), period(services + "/0/1")))
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(period(services + "/0/2").prices())
                .isEqualTo(new PriceList(
                        new PlanName("standard"), 1, Story.usd("20.00"), 1, Story.usd("5.00"), 1, Story.usd("1.00")));
    }

    @Test
    void B13_everyEntryOfALongLifeIsExplainedAndTheNumbersAgree() {
        OrganizationId services =
                story.you.addOrganization("Services", "standard").id();
        story.put(story.plans
                .get(new PlanName("standard"))
                .repricedFrom(Instant.parse("2026-06-15T00:00:00Z"))
                .monthly(Story.usd("21.00")));
        for (int month = 0; month < 10; month++) {
            story.clock.advance(Duration.ofDays(31));
            story.billing.run();
            story.use(services, "call-" + month, "0.10");
            story.you.switchTo(services).phoneNumbers().add("+1202555010" + month);
        }

        List<Explanation> all = story.entries().stream()
                .map(entry -> story.mine().explain(entry.kind(), entry.reference()))
                .toList();
        assertThat(all).hasSameSizeAs(story.entries());
        for (int i = 0; i < all.size(); i++) {
            LedgerEntry entry = story.entries().get(i);
            assertThat(all.get(i).charge()).isEqualTo(Charge.of(entry));
            assertThat(all.get(i)
                            .<String>fold(
                                    period -> period.prices().total().negated().toString(),
                                    change -> "no plan was changed",
                                    host -> host.charge().amount().toString(),
                                    payment -> payment.charge().amount().toString()))
                    .isEqualTo(entry.amount().toString());
        }
        assertThat(period(services + "/0/4").prices().monthly()).isEqualTo(Story.usd("20.00"));
        assertThat(period(services + "/0/5").prices().version()).isEqualTo(2);
    }

    @Test
    void B13_aChangeOfPlanIsExplainedByBothPlansAndTheDaysThatAreLeft() {
        OrganizationId services = story.you.addOrganization("Services", "small").id();
        story.clock.set(Instant.parse("2026-02-10T12:00:00Z"));
        story.mine().changePlan(services, "standard", PlanChange.NOW);
        story.clock.set(Instant.parse("2026-02-20T12:00:00Z"));
        story.mine().changePlan(services, "free", PlanChange.NOW);

        // 31 January to 28 February: 28 days, of which 18 are left on the 10th and 8 on the 20th.
        Explanation.OfPlanChange dearer =
                (Explanation.OfPlanChange) story.mine().explain(EntryKind.PLAN_CHARGE, services + "/0/0/1");
        assertThat(dearer.rule()).isEqualTo("B9");
        assertThat(dearer.former()).isEqualTo(new PlanName("small"));
        assertThat(dearer.formerPrice()).isEqualTo(Story.usd("7.00"));
        assertThat(dearer.prices().total()).isEqualTo(Story.usd("20.00"));
        assertThat(List.of(dearer.daysLeft(), dearer.days())).containsExactly(18, 28);
        // 20.00 * 18 / 28 = 12.857 and 7.00 * 18 / 28 = 4.50
        assertThat(dearer.charge().amount()).isEqualTo(Story.usd("-8.36"));
        Explanation.OfPlanChange cheaper =
                (Explanation.OfPlanChange) story.mine().explain(EntryKind.PLAN_CREDIT, services + "/0/0/2");
        assertThat(cheaper.former()).isEqualTo(new PlanName("standard"));
        assertThat(cheaper.charge().amount()).isEqualTo(Story.usd("5.71"));
        story.prove();
    }

    @Test
    void B13_whatPaidArrearsIsExplainedByWhatTheyAreFor() {
        story.use(story.first(), "call", "999.00");
        story.billing
                .actingAs("Ann")
                .payments()
                .report(story.id(), "start", ReportedReversal.dispute("dp_1", Story.usd("5.00")));
        story.recharge("more", "10.00");
        LedgerEntry paid = story.entries().stream()
                .filter(one -> one.kind() == EntryKind.ARREARS)
                .findFirst()
                .orElseThrow();

        Explanation.OfPayment explained =
                (Explanation.OfPayment) story.mine().explain(EntryKind.ARREARS, paid.reference());
        assertThat(explained.rule()).isEqualTo("P11");
        assertThat(explained.charge()).isEqualTo(Charge.of(paid));
        assertThat(explained.about()).isEqualTo("DISPUTE/dp_1");
        story.prove();
    }

    @Test
    void I4_anAdministratorIsToldOfTheirOwnOrganizationsChargesAndOfNothingElse() {
        OrganizationId services =
                story.you.addOrganization("Services", "standard").id();
        AccountBilling theirs = story.billing.of(administrator(services));
        story.use(story.first(), "call-1", "0.50");
        story.use(services, "call-2", "0.25");
        story.use(services, "call-3", "0.25");

        assertThat(theirs.explain(EntryKind.USAGE, "call-2").charge().amount()).isEqualTo(Story.usd("-0.25"));
        assertThat(theirs.explain(EntryKind.PERIOD, services + "/0/0").rule()).isEqualTo("B5");
        String never = told(() -> theirs.explain(EntryKind.USAGE, "never"));
        assertThat(told(() -> theirs.explain(EntryKind.USAGE, "call-1"))).isEqualTo(never);
        assertThat(told(() -> theirs.explain(EntryKind.RECHARGE, "start"))).isEqualTo(never);
        assertThat(story.mine().explain(EntryKind.RECHARGE, "start").rule()).isEqualTo("P8");

        Page<Charge> first = theirs.charges(services, PageRequest.first(2));
        List<Charge> all = new ArrayList<>(first.items());
        assertThat(first.next()).contains("USAGE/call-2");
        all.addAll(theirs.charges(services, PageRequest.first(2).after("USAGE/call-2"))
                .items());
        assertThat(all).extracting(Charge::reference).containsExactly(services + "/0/0", "call-2", "call-3");
        assertThat(all).allMatch(one -> one.organization().orElseThrow().equals(services));
        String invalid =
                told(() -> theirs.charges(services, PageRequest.first(2).after("USAGE/never")));
        assertThat(told(() -> theirs.charges(services, PageRequest.first(2).after("USAGE/call-1"))))
                .isEqualTo(invalid);
        assertThat(told(() -> theirs.charges(services, PageRequest.first(2).after("RECHARGE/start"))))
                .isEqualTo(invalid)
                .startsWith("INVALID_INPUT");
        assertThat(told(() -> theirs.charges(story.first(), PageRequest.first(2))))
                .startsWith("ORGANIZATION_NOT_FOUND");

        story.you.closeOrganization(services);
        assertThat(told(() -> theirs.explain(EntryKind.USAGE, "call-2"))).isEqualTo(never);
        assertThat(told(() -> theirs.charges(services, PageRequest.first(2)))).startsWith("ORGANIZATION_NOT_FOUND");
        assertThat(story.mine().explain(EntryKind.USAGE, "call-2").rule()).isEqualTo("B10");
    }

    @Test
    void X4_aKindAndAReferenceAreNeeded() {
        story.refused("INVALID_INPUT", () -> story.mine().explain(null, "x"));
        story.refused("INVALID_INPUT", () -> story.mine().explain(EntryKind.USAGE, null));
        story.refused("INVALID_INPUT", () -> story.mine().explain(EntryKind.USAGE, "\n"));
        for (String cursor : List.of("x", "NOTHING/x", "/", "USAGE/")) {
            story.refused(
                    "INVALID_INPUT",
                    () -> story.mine()
                            .charges(story.first(), PageRequest.first(1).after(cursor)));
        }
    }

    private static String told(ThrowingCallable call) {
        return String.valueOf(catchThrowableOfType(RefusedException.class, call).getMessage());
    }
}
