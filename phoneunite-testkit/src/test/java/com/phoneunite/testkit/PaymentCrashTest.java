package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import com.phoneunite.testkit.crash.CrashPoints;
import com.phoneunite.testkit.crash.CrashPoints.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule X1 for payment: every operation is cut before and after every call of a port, the gateway's among them by what they open; then it is
 * done again, reconciled and billed, and ends where the operation ends that was never cut. The gateway's book equals the ledger.
 */
class PaymentCrashTest {

    /** A story that is about to do something, and what it does. */
    private static final class Scene {

        private final Story story;
        private final List<PaymentRequest> charges = new ArrayList<>();
        private final List<PaymentNotification> notifications = new ArrayList<>();

        Scene(CrashPoints points) {
            BillingStore store = points.over(BillingStore.in(InMemoryStore.create()));
            story = new Story(store, Story.CAPABLE.with(GatewayAbility.CONCLUSIVE_NOT_FOUND));
            story.gateway.watch(charges::add);
            story.mine().putPaymentMethodOnFile("tok_visa");
            story.recharge("start", "30.00");
            story.gateway.takeNotifications();
        }

        void takeNotifications() {
            notifications.addAll(story.gateway.takeNotifications());
        }

        void deliver() {
            notifications.forEach(story.billing::notified);
        }
    }

    private record End(
            long balance,
            List<String> entries,
            List<String> organizations,
            List<String> recharges,
            List<String> refunds,
            List<String> reversals,
            long arrears,
            String autoRecharge) {

        static End of(Story story) {
            AccountSnapshot now = story.snapshot();
            now.verify();
            return new End(
                    now.head().orElseThrow().balanceMinor(),
                    now.entries().stream()
                            .map(one -> one.kind() + " " + one.amount())
                            .sorted()
                            .toList(),
                    now.organizations().stream()
                            .map(one -> one.name() + " " + one.state())
                            .toList(),
                    now.recharges().stream()
                            .map(one -> one.key() + " " + one.amount() + " " + one.state())
                            .sorted()
                            .toList(),
                    now.refunds().stream()
                            .map(one -> one.key() + " " + one.state())
                            .toList(),
                    now.reversals().stream()
                            .map(one -> one.reference() + " " + one.state())
                            .toList(),
                    now.arrears().stream().mapToLong(one -> one.leftMinor()).sum(),
                    now.autoRecharge()
                            .map(one -> one.attempts() + " " + one.declines() + " " + one.stopped())
                            .orElse(""));
        }
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("by hand", scene -> {}, scene -> scene.story.recharge("cut", "50.00")),
                operation(
                        "automatic",
                        scene -> {
                            auto(scene);
                            scene.story.use(scene.story.first(), "call", "25.00");
                        },
                        scene -> scene.story.billing.run()),
                operation(
                        "automatic, for an addition",
                        PaymentCrashTest::auto,
                        scene -> scene.story.you.addOrganization(com.phoneunite.AddOrganization.named("Services")
                                .on("standard")
                                .key("cut"))),
                operation(
                        "automatic, declined",
                        scene -> {
                            auto(scene);
                            scene.story.use(scene.story.first(), "call", "25.00");
                            scene.story.mine().putPaymentMethodOnFile("tok_declined");
                        },
                        scene -> scene.story.billing.run()),
                operation(
                        "reconciliation of a capture",
                        unresolved(Fault.UNKNOWN_AFTER_CAPTURE),
                        PaymentCrashTest::reconcile),
                operation(
                        "reconciliation of nothing",
                        unresolved(Fault.FAIL_BEFORE_CAPTURE),
                        PaymentCrashTest::reconcile),
                operation("a notification", unresolved(Fault.UNKNOWN_AFTER_CAPTURE), Scene::deliver),
                operation("a refund", scene -> {}, scene -> refund(scene)),
                operation(
                        "a declined refund",
                        scene -> scene.story.gateway.nextRefund(
                                RefundFault.DECLINED, RefundFault.DECLINED, RefundFault.DECLINED),
                        scene -> refund(scene)),
                operation("a dispute", scene -> dispute(scene, "20.00"), Scene::deliver),
                operation(
                        "a dispute above the balance",
                        scene -> {
                            scene.story.use(scene.story.first(), "call", "25.00");
                            dispute(scene, "30.00");
                        },
                        Scene::deliver),
                operation(
                        "a dispute won",
                        scene -> {
                            scene.story.use(scene.story.first(), "call", "25.00");
                            dispute(scene, "30.00");
                            scene.deliver();
                            scene.notifications.clear();
                            scene.story.gateway.bringBack("dp_1");
                            scene.takeNotifications();
                        },
                        Scene::deliver),
                operation(
                        "a resolution",
                        scene -> {
                            scene.story.gateway.next(Fault.PARTIAL_CAPTURE);
                            scene.story.recharge("parked", "50.00");
                        },
                        scene -> scene.story
                                .billing
                                .actingAs("Ann")
                                .payments()
                                .resolveAsCaptured(scene.story.id(), "parked", usd("25.00"), "their report")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void X1_whateverIsCutAnywhereEndsWhereTheUncutEnds(String name, Consumer<Scene> before, Consumer<Scene> operation) {
        CrashPoints none = CrashPoints.once();
        Scene uncut = new Scene(none);
        before.accept(uncut);
        long start = none.passed();
        operation.accept(uncut);
        long calls = none.passed() - start;
        goOn(uncut);
        End expected = End.of(uncut.story);
        verifyBooks(uncut);
        assertThat(calls).isGreaterThan(5);

        for (long cut = 0; cut < calls; cut++) {
            for (CrashPoints points : List.of(CrashPoints.once(), CrashPoints.killing())) {
                Scene scene = new Scene(points);
                before.accept(scene);
                points.crashAfter(cut);
                attempt(scene, operation);
                assertThat(points.wasReached()).isTrue();
                points.restart();
                attempt(scene, operation);
                goOn(scene);
                attempt(scene, operation);
                goOn(scene);

                assertThat(End.of(scene.story))
                        .as("%s cut at call %d of %d", name, cut, calls)
                        .isEqualTo(expected);
                verifyBooks(scene);
            }
        }
    }

    /** A run goes on with the next account; everything else ends there. What waits for the recovery is refused until then. */
    private static void attempt(Scene scene, Consumer<Scene> operation) {
        try {
            operation.accept(scene);
        } catch (Crash | RefusedException e) {
            assertThat(e).isNotNull();
        }
    }

    /** The host's schedule. */
    private static void goOn(Scene scene) {
        scene.story.clock.advance(Duration.ofMinutes(5));
        scene.story.billing.reconcile();
        scene.story.billing.run();
    }

    private static void verifyBooks(Scene scene) {
        assertThat(Books.inTheLedger(scene.story))
                .isEqualTo(scene.story.gateway.book().netMinor(scene.story.id()));
    }

    private static Arguments operation(String name, Consumer<Scene> before, Consumer<Scene> operation) {
        return Arguments.of(name, before, operation);
    }

    private static void auto(Scene scene) {
        scene.story
                .mine()
                .autoRecharge(AutoRecharge.below("USD 10.00").upTo("USD 25.00").atMostPerMonth("USD 500.00"));
    }

    private static Consumer<Scene> unresolved(Fault fault) {
        return scene -> {
            scene.story.gateway.next(fault);
            scene.story.recharge("open", "50.00");
            scene.takeNotifications();
            scene.story.clock.advance(Duration.ofMinutes(5));
        };
    }

    private static void reconcile(Scene scene) {
        scene.story.billing.reconcile();
    }

    private static void refund(Scene scene) {
        scene.story.billing.actingAs("Ann").payments().refund(scene.story.id(), "cut", "start", usd("20.00"));
    }

    private static void dispute(Scene scene, String amount) {
        scene.story.gateway.dispute(scene.charges.get(0), "dp_1", usd(amount));
        scene.takeNotifications();
    }
}
