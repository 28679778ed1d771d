package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Forecast;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.jqwik.AutoRecharges;
import com.phoneunite.testkit.jqwik.Programs;
import com.phoneunite.testkit.jqwik.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rule B11: what is forecast is what then happens, once the clock is moved and runs are made. */
class ForecastStoryProperties {

    private enum Kind {
        ADD_SMALL,
        ADD_STANDARD,
        ADD_FREE,
        PHONE_NUMBER,
        CLOCK,
        RUN,
        REPRICE,
        PLAN_NOW,
        PLAN_AT_NEXT_PERIOD
    }

    private static Story story(long balance, List<Step<Kind>> program, Optional<AutoRecharge> auto) {
        Story story = Story.withCard();
        story.mine().recharge("start", Money.ofMinor(CurrencyUnit.USD, balance));
        int added = 0;
        for (Step<Kind> step : program) {
            try {
                take(story, step, added++);
            } catch (RefusedException refused) {
                assertThat(refused.code()).isIn("BALANCE_TOO_LOW", "ACCOUNT_PAST_DUE", "ORGANIZATION_SUSPENDED");
            }
        }
        auto.ifPresent(story.mine()::autoRecharge);
        return story;
    }

    private static void take(Story story, Step<Kind> step, int count) {
        switch (step.kind()) {
            case ADD_SMALL -> story.you.addOrganization("Organization " + count, "small");
            case ADD_STANDARD -> story.you.addOrganization("Organization " + count, "standard");
            case ADD_FREE -> story.you.addOrganization("Organization " + count, "free");
            case PHONE_NUMBER -> {
                List<Organization> all = story.organizations();
                story.you
                        .switchTo(all.get(step.number() % all.size()).id())
                        .phoneNumbers()
                        .add("+120255501" + (10 + count));
            }
            case CLOCK -> story.clock.advance(Duration.ofHours(step.number() * 13L));
            case PLAN_NOW -> changePlan(story, step, PlanChange.NOW);
            case PLAN_AT_NEXT_PERIOD -> changePlan(story, step, PlanChange.AT_NEXT_PERIOD);
            case RUN -> assertThat(story.billing.run().failed()).isEmpty();
            case REPRICE -> {
                Instant from = story.clock.instant().plus(Duration.ofDays(step.number() * 2L + 1));
                story.plans.computeIfPresent(
                        new PlanName("small"),
                        (name, plan) -> plan.versions()
                                        .get(plan.versions().size() - 1)
                                        .effectiveFrom()
                                        .isBefore(from)
                                ? plan.repricedFrom(from).monthly(Story.usd(step.number() + ".50"))
                                : plan);
            }
        }
    }

    private static void changePlan(Story story, Step<Kind> step, PlanChange when) {
        List<Organization> all = story.organizations();
        String plan = List.of("small", "standard", "free").get(step.number() % 3);
        story.mine().changePlan(all.get(step.number() % all.size()).id(), plan, when);
    }

    private static boolean anySuspended(Story story) {
        return story.organizations().stream().anyMatch(one -> one.state() == OrganizationState.SUSPENDED);
    }

    @Property
    void B11_whatIsForecastIsWhatThenHappens(
            @ForAll("balances") long balance,
            @ForAll("programs") List<Step<Kind>> program,
            @ForAll("autoRecharges") Optional<AutoRecharge> auto) {
        Story story = story(balance, program, auto);
        if (anySuspended(story)) {
            return;
        }
        int before = story.entries().size();
        Forecast forecast = story.mine().forecast(3);
        assertThat(story.mine().forecast(3)).isEqualTo(forecast);
        Instant end = forecast.firstShortfall().map(Forecast.Shortfall::at).orElse(forecast.until());

        for (Instant moment : moments(forecast)) {
            if (moment.isBefore(end)) {
                run(story, moment);
            }
        }
        List<LedgerEntry> happened =
                story.entries().subList(before, story.entries().size());
        assertThat(charges(happened))
                .isEqualTo(forecast.items().stream()
                        .filter(one -> one.at().isBefore(end) && !one.amount().isZero())
                        .map(one ->
                                one.period().reference() + " " + one.amount().negated())
                        .toList());
        assertThat(recharges(happened))
                .isEqualTo(forecast.topUps().stream()
                        .filter(one -> one.at().isBefore(end))
                        .map(one -> one.amount().toString())
                        .toList());
        forecast.firstShortfall().ifPresent(first -> verify(story, first, forecast, before));
        assertThat(forecast.due())
                .isEqualTo(forecast.items().stream()
                        .map(Forecast.Item::amount)
                        .reduce(Money.zero(CurrencyUnit.USD), Money::plus));
    }

    /** Who falls short is past due, or suspended where there is no grace. */
    private static void verify(Story story, Forecast.Shortfall first, Forecast forecast, int before) {
        run(story, first.at());
        assertThat(story.stateOf(first.organization())).isIn(OrganizationState.PAST_DUE, OrganizationState.SUSPENDED);
        List<LedgerEntry> happened =
                story.entries().subList(before, story.entries().size());
        assertThat(recharges(happened))
                .isEqualTo(forecast.topUps().stream()
                        .filter(one -> !one.at().isAfter(first.at()))
                        .map(one -> one.amount().toString())
                        .toList());
    }

    @Property(tries = 1_000)
    void B11_withTheShortfallTheChargeIsPaidAndWithACentLessItIsNot(
            @ForAll("balances") long balance, @ForAll("programs") List<Step<Kind>> program) {
        Forecast forecast = story(balance, program, Optional.empty()).mine().forecast(3);
        if (forecast.firstShortfall().isEmpty() || anySuspended(story(balance, program, Optional.empty()))) {
            return;
        }
        Forecast.Shortfall first = forecast.firstShortfall().get();
        for (boolean isEnough : new boolean[] {true, false}) {
            Story again = story(balance, program, Optional.empty());
            Money money = isEnough ? first.shortfall() : first.shortfall().minusMinor(1);
            if (money.isPositive()) {
                again.mine().recharge("more", money);
            }
            moments(forecast).stream()
                    .filter(moment -> !moment.isAfter(first.at()))
                    .forEach(moment -> run(again, moment));
            OrganizationState state = again.organizations().stream()
                    .filter(one -> one.name().equals(first.name()))
                    .findFirst()
                    .orElseThrow()
                    .state();
            assertThat(state == OrganizationState.ACTIVE).isEqualTo(isEnough);
        }
    }

    @Property(tries = 1_000)
    void B11_thePageTellsTheFirstChargeThatTheBalanceAloneDoesNotCover(
            @ForAll("balances") long balance, @ForAll("programs") List<Step<Kind>> program) {
        Story story = story(balance, program, Optional.empty());
        Forecast.Lasts lasts = story.mine().page().account().orElseThrow().lasts();
        Forecast forecast = story.mine().forecast(12);
        assertThat(lasts.firstUncovered()).isEqualTo(forecast.firstShortfall());
        assertThat(lasts.until())
                .isEqualTo(forecast.firstShortfall().map(Forecast.Shortfall::at).orElse(forecast.until()));
    }

    private static SortedSet<Instant> moments(Forecast forecast) {
        SortedSet<Instant> moments = new TreeSet<>(Stream.concat(
                        forecast.items().stream().map(Forecast.Item::at),
                        forecast.topUps().stream().map(Forecast.TopUp::at))
                .toList());
        moments.add(forecast.from());
        return moments;
    }

    private static void run(Story story, Instant moment) {
        story.clock.set(moment);
        assertThat(story.billing.run().failed()).isEmpty();
    }

    private static List<String> charges(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(one -> one.kind() == EntryKind.PERIOD)
                .map(one -> one.reference() + " " + one.amount())
                .toList();
    }

    private static List<String> recharges(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(one -> one.kind() == EntryKind.RECHARGE)
                .map(one -> one.amount().toString())
                .toList();
    }

    @Provide
    Arbitrary<Long> balances() {
        return Arbitraries.longs().between(1, 25_000);
    }

    @Provide
    Arbitrary<List<Step<Kind>>> programs() {
        return Programs.of(Kind.class).numbers(0, 9).upTo(12);
    }

    @Provide
    Arbitrary<Optional<AutoRecharge>> autoRecharges() {
        return AutoRecharges.in(CurrencyUnit.USD).optional();
    }
}
