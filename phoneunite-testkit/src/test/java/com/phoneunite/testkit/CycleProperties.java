package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.cycle.BillingRun.Options;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules B5, B8, B9 and O6 under whole programs: months pass, money comes or does not, plans change. */
class CycleProperties {

    private static final List<String> PLANS = List.of("standard", "small", "free", "large");

    private enum Kind {
        RECHARGE,
        ADD,
        CHANGE_NOW,
        CHANGE_NEXT,
        CLOSE,
        RUN,
        USE,
        DAYS,
        BACK
    }

    private record Step(Kind kind, int number) {}

    private static Story story() {
        Story story = Story.withCard();
        story.put(BillingPlan.named("large").monthly(usd("40.01")).perExtension(usd("3.33")));
        return story;
    }

    private static void take(Story story, int at, Step step) {
        List<OrganizationId> all =
                story.organizations().stream().map(Organization::id).toList();
        OrganizationId one = all.get(step.number() % all.size());
        String plan = PLANS.get(step.number() / 3 % PLANS.size());
        switch (step.kind()) {
            case RECHARGE -> story.recharge("r" + at, 1 + step.number() * 3 + ".00");
            case ADD -> story.you.addOrganization("Organization " + at, plan);
            case CHANGE_NOW -> story.mine().changePlan(one, plan, PlanChange.NOW);
            case CHANGE_NEXT -> story.mine().changePlan(one, plan, PlanChange.AT_NEXT_PERIOD);
            case CLOSE -> story.you.closeOrganization(one);
            case RUN -> run(story);
            case USE -> story.use(one, "u" + at, step.number() + ".50");
            case DAYS -> story.clock.advance(Duration.ofHours(step.number() * 37L));
            case BACK -> story.clock.advance(Duration.ofHours(step.number() * -11L));
        }
    }

    /** Property 8: after a run nothing unpaid is ACTIVE, nothing past its grace is PAST_DUE, nothing paid is SUSPENDED. */
    private static void run(Story story) {
        assertThat(story.billing.run().failed()).isEmpty();
        AccountSnapshot now = story.snapshot();
        Instant at = story.clock.instant();
        for (Subscription one : now.subscriptions()) {
            OrganizationState state = story.stateOf(one.organization());
            if (state == OrganizationState.ACTIVE || state == OrganizationState.TRIAL) {
                assertThat(one.nextDue()).isAfter(at);
            }
            one.shortage()
                    .filter(every -> !one.nextDue().isAfter(at))
                    .ifPresent(shortage -> assertThat(shortage.graceUntil()).isAfter(at));
            if (state == OrganizationState.SUSPENDED) {
                assertThat(one.nextDue()).isBeforeOrEqualTo(one.suspendedSince().orElseThrow());
            }
        }
    }

    /** Properties 3, 4 and 21 over the entries. */
    private static void verifyEntries(Story story, Map<String, Instant> starts) {
        Map<String, Long> spent = new HashMap<>();
        Set<String> charged = new HashSet<>();
        for (LedgerEntry entry : story.entries()) {
            if (entry.kind() == EntryKind.PERIOD) {
                assertThat(charged.add(entry.reference())).isTrue();
                Instant known = starts.putIfAbsent(entry.reference(), entry.happenedAt());
                assertThat(known).isIn(null, entry.happenedAt());
                spent.merge(entry.reference(), -entry.signedMinor(), Long::sum);
            }
            if (entry.kind() == EntryKind.PLAN_CHARGE || entry.kind() == EntryKind.PLAN_CREDIT) {
                String period = entry.reference().substring(0, entry.reference().lastIndexOf('/'));
                spent.merge(period, -entry.signedMinor(), Long::sum);
            }
        }
        assertThat(spent.values()).allMatch(net -> net >= 0);
    }

    @Property
    void B8_anyProgramLeavesEachOrganizationInTheStateThatItsMoneySays(@ForAll("programs") List<Step> program) {
        Story story = story();
        Map<String, Instant> starts = new HashMap<>();
        int at = 0;
        for (Step step : program) {
            at++;
            try {
                take(story, at, step);
            } catch (RefusedException refused) {
                assertThat(refused.code())
                        .isIn(
                                "BALANCE_TOO_LOW",
                                "ACCOUNT_PAST_DUE",
                                "ORGANIZATION_NOT_FOUND",
                                "LAST_OPEN_ORGANIZATION",
                                "ORGANIZATION_NAME_TAKEN");
            }
            story.audit();
            story.snapshot().verify();
            verifyEntries(story, starts);
        }
        story.clock.advance(Duration.ofDays(300));
        run(story);
        story.clock.advance(Duration.ofDays(3));
        run(story);
        story.recharge("all", "100000.00");
        story.audit.quiet(story.clock.instant());
        assertThat(story.organizations())
                .extracting(Organization::state)
                .isSubsetOf(OrganizationState.ACTIVE, OrganizationState.CLOSED);
        story.snapshot().verify();
        story.prove();
    }

    @Property
    void B9_anyNumberOfPlanChangesInAPeriodNeverBringsBackMoreThanWasCharged(
            @ForAll("changes") List<Step> changes, @ForAll("plans") String first) {
        Story story = story();
        story.recharge("start", "100000.00");
        OrganizationId second = story.you.addOrganization("Second", first).id();
        story.you.switchTo(second).members().add(story.you.user(), "101");
        story.clock.set(Instant.parse("2026-02-28T12:00:00Z"));
        story.billing.run();
        long before = story.balance().getAmountMinorLong();
        long charged = -story.entries().stream()
                .filter(one -> one.reference().equals(second + "/0/1"))
                .mapToLong(LedgerEntry::signedMinor)
                .sum();
        for (Step step : changes) {
            story.clock.advance(Duration.ofHours(step.number() - 30L));
            if (story.clock.instant().isBefore(Instant.parse("2026-03-14T04:00:00Z"))) {
                story.mine().changePlan(second, PLANS.get(Math.abs(step.number()) % PLANS.size()), PlanChange.NOW);
                assertThat(story.balance().getAmountMinorLong() - before).isLessThanOrEqualTo(charged);
                story.audit();
            }
        }
        story.snapshot().verify();
        story.prove();
    }

    /** Property 5, with any number of workers. */
    @Property
    void B6_monthlyRunsAndOneLateRunMakeTheSameCharges(
            @ForAll("plansOfThree") List<String> plans, @ForAll("days") List<Integer> days) {
        Story often = story();
        Story late = story();
        for (Story one : List.of(often, late)) {
            one.recharge("start", "100000.00");
            for (int i = 0; i < plans.size(); i++) {
                one.clock.advance(Duration.ofDays(i));
                one.you.addOrganization("Organization " + i, plans.get(i));
            }
        }
        for (int each : days) {
            often.clock.advance(Duration.ofDays(each));
            late.clock.advance(Duration.ofDays(each));
            often.billing.run();
            often.audit();
        }
        late.billing.run(Options.STANDARD.workers(2));
        assertThat(charges(late)).isEqualTo(charges(often));
        assertThat(late.balance()).isEqualTo(often.balance());
    }

    private static List<String> charges(Story story) {
        return story.entries().stream()
                .filter(one -> one.kind() == EntryKind.PERIOD)
                .map(one -> story.organizations().stream()
                                .filter(every -> one.organization()
                                        .filter(every.id()::equals)
                                        .isPresent())
                                .findFirst()
                                .orElseThrow()
                                .ordinal()
                        + one.reference()
                                .substring(one.organization()
                                        .orElseThrow()
                                        .toString()
                                        .length())
                        + " " + one.amount() + " " + one.happenedAt())
                .sorted()
                .toList();
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        Arbitrary<Kind> kinds = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.of(Kind.DAYS, Kind.RUN)),
                net.jqwik.api.Tuple.of(2, Arbitraries.of(Kind.values())));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 40))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Step>> changes() {
        return Arbitraries.integers()
                .between(0, 100)
                .map(number -> new Step(Kind.CHANGE_NOW, number))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> plans() {
        return Arbitraries.of(PLANS);
    }

    @Provide
    Arbitrary<List<String>> plansOfThree() {
        return plans().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(1, 50).list().ofMinSize(1).ofMaxSize(4);
    }
}
