package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.AddOrganization;
import com.phoneunite.RefusedException;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.crash.CrashPoints;
import com.phoneunite.testkit.crash.CrashPoints.Crash;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule X1: every operation is cut before and after every single call of a port, units of work included, and then done again: it
 * ends where the operation ends that was never cut.
 */
class CrashTest {

    /** What a worker that was killed had leased, and what it failed to bill, is left alone for so long. */
    private static final Duration LEASES_RUN_OUT = Duration.ofMinutes(10);

    private record End(
            long balance,
            List<String> entries,
            List<String> organizations,
            List<String> events,
            List<String> recharges) {

        static End of(Story story) {
            AccountSnapshot now = story.snapshot();
            now.verify();
            return new End(
                    now.head().orElseThrow().balanceMinor(),
                    now.entries().stream()
                            .map(one -> one.kind() + " " + one.amount() + " " + one.happenedAt())
                            .toList(),
                    now.organizations().stream()
                            .map(one -> one.ordinal() + " " + one.name() + " " + one.state())
                            .toList(),
                    now.events().stream()
                            .map(one -> one.event().type())
                            .filter(type -> !type.equals("recharge.asked_again"))
                            .toList(),
                    now.recharges().stream()
                            .map(one -> one.key() + " " + one.state())
                            .toList());
        }
    }

    private static Arguments operation(String name, Consumer<Story> operation) {
        return operation(name, story -> {}, operation);
    }

    private static Arguments operation(String name, Consumer<Story> before, Consumer<Story> operation) {
        return Arguments.of(name, before, operation);
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("a recharge", story -> story.recharge("cut", "50.00")),
                operation(
                        "an addition",
                        story -> story.you.addOrganization(
                                AddOrganization.named("Services").on("standard").key("cut"))),
                operation("a run", story -> story.billing.run()),
                operation("a card", story -> story.mine().putPaymentMethodOnFile("tok_mastercard")),
                operation("usage", story -> story.use(story.first(), "cut", "1.00")),
                operation("usage that is refused", story -> {
                    try {
                        story.use(story.first(), "cut", "1000.00");
                    } catch (RefusedException refused) {
                        assertThat(refused.code()).isEqualTo("BALANCE_TOO_LOW");
                    }
                }),
                operation("a plan change in a trial", changePlan("small", PlanChange.NOW)),
                operation("a dearer plan", changePlan("large", PlanChange.NOW)),
                operation("a cheaper plan", CrashTest::paid, changePlan("free", PlanChange.NOW)),
                operation(
                        "a cheaper plan that pays what is past due",
                        CrashTest::pastDue,
                        story -> story.mine().changePlan(story.first(), "small", PlanChange.NOW)),
                operation("a planned change", changePlan("small", PlanChange.AT_NEXT_PERIOD)),
                operation(
                        "the run that carries out a planned change",
                        story -> {
                            changePlan("small", PlanChange.AT_NEXT_PERIOD).accept(story);
                            story.clock.advance(Duration.ofDays(31));
                        },
                        story -> story.billing.run()),
                operation("the run that records a shortage", CrashTest::unpaid, story -> story.billing.run()),
                operation(
                        "the run that suspends",
                        story -> {
                            pastDue(story);
                            story.clock.advance(Duration.ofDays(3));
                        },
                        story -> story.billing.run()),
                operation(
                        "a credit that pays what is past due",
                        CrashTest::pastDue,
                        story -> story.recharge("cut", "50.00")),
                operation(
                        "a return",
                        story -> {
                            pastDue(story);
                            story.clock.advance(Duration.ofDays(3));
                            story.billing.run();
                        },
                        story -> story.recharge("cut", "50.00")),
                operation("closing an organization", CrashTest::paid, CrashTest::closeSecond),
                operation("closing an organization that is not paid", CrashTest::pastDue, CrashTest::closeSecond),
                operation("closing the account", CrashTest::pastDue, story -> story.you.closeAccount()));
    }

    private static Consumer<Story> changePlan(String plan, PlanChange when) {
        return story -> story.mine().changePlan(story.first(), plan, when);
    }

    private static void paid(Story story) {
        story.you.addOrganization("Second", "standard");
        story.billing.run();
    }

    /** Both organizations are paid, then the second one is due, and 1.00 is left. */
    private static void unpaid(Story story) {
        paid(story);
        story.clock.advance(Duration.ofDays(31));
        story.billing.run();
        story.use(story.first(), "all", "19.00");
        story.clock.advance(Duration.ofDays(26));
    }

    private static void pastDue(Story story) {
        unpaid(story);
        story.billing.run();
    }

    private static void closeSecond(Story story) {
        OrganizationId second = story.organizations().get(1).id();
        if (story.stateOf(second).isOpen()) {
            story.you.closeOrganization(second);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void X1_whateverIsCutAnywhereIsFinishedByDoingItAgain(
            String name, Consumer<Story> before, Consumer<Story> operation) {
        CrashPoints none = CrashPoints.once();
        Story uncut = story(none, before);
        long start = none.passed();
        operation.accept(uncut);
        long calls = none.passed() - start;
        uncut.billing.run();
        End expected = End.of(uncut);
        // Plain usage is one posting, without a unit of work; whatever else is done passes many points.
        assertThat(calls).isGreaterThan(name.equals("usage") ? 1 : 5);

        for (long cut = 0; cut < calls; cut++) {
            boolean cameOut = cutAt(cut, false, before, operation, uncut, expected, name);
            // What goes on after a call that failed is another thing in a process that is dead.
            if (!cameOut || name.contains("run")) {
                cutAt(cut, true, before, operation, uncut, expected, name);
            }
        }
    }

    private static boolean cutAt(
            long cut,
            boolean kills,
            Consumer<Story> before,
            Consumer<Story> operation,
            Story uncut,
            End expected,
            String name) {
        CrashPoints points = kills ? CrashPoints.killing() : CrashPoints.once();
        Story story = story(points, before);
        points.crashAfter(cut);
        boolean cameOut = cut(story, operation);
        assertThat(points.wasReached()).isTrue();
        points.restart();
        operation.accept(story);
        story.billing.run();
        story.clock.advance(LEASES_RUN_OUT);
        story.billing.run();

        assertThat(End.of(story))
                .as("%s cut at call %d, killed: %s", name, cut, kills)
                .isEqualTo(expected);
        assertThat(story.sandbox.captured()).hasSameSizeAs(uncut.sandbox.captured());
        return cameOut;
    }

    /** Whether the cut comes out: a run goes on with the next account, everything else ends there. */
    private static boolean cut(Story story, Consumer<Story> operation) {
        try {
            operation.accept(story);
            return false;
        } catch (Crash e) {
            return true;
        }
    }

    /** Something is due, and there is money for it. */
    private static Story story(CrashPoints points, Consumer<Story> before) {
        BillingStore store = points.over(BillingStore.in(InMemoryStore.create()));
        Story story = new Story(store, GatewayCapabilities.NONE.remembersKeysFor(Duration.ofDays(1)));
        story.mine().putPaymentMethodOnFile("tok_visa");
        story.recharge("start", "100.00");
        story.clock.advance(Duration.ofDays(20));
        story.put(BillingPlan.named("large").monthly(usd("40.00")));
        before.accept(story);
        return story;
    }
}
