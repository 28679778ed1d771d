package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.RefusedException;
import com.phoneunite.account.Account;
import com.phoneunite.billing.OperatorPayments;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.recharge.PaymentRequest;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.RechargeState;
import com.phoneunite.billing.recharge.RechargeSummary;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.paging.PageRequest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What holds for every program of payments, whatever the gateway does meanwhile: properties 1, 2, 9, 10, 11, 17 and 20 of the rules. */
class PaymentProgramProperties {

    private static final long CAP = 20_000;

    private enum Kind {
        RECHARGE,
        USE,
        ADD,
        RUN,
        RECONCILE,
        NOTIFY,
        CARD,
        AUTO,
        AUTO_OFF,
        CLOCK,
        REFUND,
        DISPUTE,
        REFUND_BY_HAND,
        BRING_BACK,
        CANCEL,
        RESOLVE,
        FOREIGN
    }

    private record Step(Kind kind, int number, long minor) {

        Money amount() {
            return cents(minor);
        }
    }

    /** A story, and what has happened at its gateway. */
    private static final class Run {

        private final Story story = new Story(Story.CAPABLE.minimum(cents(50)).granularity(cents(5)));
        private final Map<String, PaymentRequest> charges = new TreeMap<>();
        private final List<PaymentNotification> delivered = new ArrayList<>();
        private int reversals;

        Run(long seed) {
            story.gateway.watch(request -> {
                charges.putIfAbsent(request.key(), request);
                verifyCap(request);
            });
            story.gateway.deliverEarlyTo(story.billing::notified);
            story.mine().putPaymentMethodOnFile("tok_visa");
            story.gateway.seeded(seed, 40);
        }

        /** Property 11: an automatic recharge is within the cap when it is attempted. */
        private void verifyCap(PaymentRequest request) {
            AccountSnapshot now = story.snapshot();
            Account account = now.account().orElseThrow();
            now.recharges().stream()
                    .filter(one ->
                            one.attempt().kind() == RechargeKind.AUTOMATIC && one.state() == RechargeState.RECORDED)
                    .filter(one -> request.key().endsWith("/" + one.key()))
                    .forEach(one -> assertThat(now.recharges().stream()
                                    .filter(other -> !other.state().hasFailed())
                                    .filter(other -> month(account, other).equals(month(account, one)))
                                    .mapToLong(other -> other.amount().getAmountMinorLong())
                                    .sum())
                            .isLessThanOrEqualTo(CAP));
        }

        private static YearMonth month(Account account, Recharge recharge) {
            return YearMonth.from(account.dateOf(recharge.attempt().recordedAt()));
        }

        OperatorPayments operator() {
            return story.billing.actingAs("Ann").payments();
        }

        void take(Step step) {
            switch (step.kind()) {
                case RECHARGE -> story.mine().recharge("r" + step.number(), step.amount());
                case USE ->
                    story.billing
                            .actingAs("meter")
                            .deductUsage(com.phoneunite.billing.Usage.of(
                                    story.id(), story.first(), "u" + step.minor(), step.amount()));
                case ADD -> story.you.addOrganization("Organization " + step.number(), "small");
                case RUN -> assertThat(story.billing.run().failed()).isEmpty();
                case RECONCILE -> assertThat(story.billing.reconcile().failed()).isEmpty();
                case NOTIFY -> deliver(step.number());
                case CARD -> story.mine().putPaymentMethodOnFile(card(step.number()));
                case AUTO ->
                    story.mine()
                            .autoRecharge(
                                    step.number() % 2 == 0
                                            ? AutoRecharge.below(cents(1_000))
                                                    .upTo(cents(3_000))
                                                    .atMostPerMonth(cents(CAP))
                                            : AutoRecharge.below(cents(500))
                                                    .inStepsOf(cents(700))
                                                    .atMostPerMonth(cents(CAP)));
                case AUTO_OFF -> story.mine().removeAutoRecharge();
                case CLOCK -> story.clock.advance(time(step.number()));
                case REFUND ->
                    operator().refund(story.id(), "f" + step.number(), "r" + step.minor() % 8, step.amount());
                case DISPUTE -> reverse(step, true);
                case REFUND_BY_HAND -> reverse(step, false);
                case BRING_BACK -> story.gateway.bringBack("x" + step.number() % (reversals + 1));
                case CANCEL -> story.mine().cancelRecharge("r" + step.number());
                case RESOLVE -> resolveAll();
                case FOREIGN -> foreign(step);
            }
        }

        /** Property 20: another currency, or more than there can be, changes nothing. */
        private void foreign(Step step) {
            Money foreign = Money.ofMinor(CurrencyUnit.of(step.number() % 2 == 0 ? "JPY" : "EUR"), step.minor());
            switch (step.number() % 3) {
                case 0 ->
                    story.refused("CURRENCY_MISMATCH", () -> story.mine().recharge("new" + step.minor(), foreign));
                case 1 ->
                    story.refused(
                            "CURRENCY_MISMATCH",
                            () -> operator().refund(story.id(), "new" + step.minor(), "r1", foreign));
                default -> story.refused("INVALID_INPUT", () -> story.mine().recharge("new", cents(Long.MAX_VALUE)));
            }
        }

        private void deliver(int number) {
            List<PaymentNotification> now = new ArrayList<>(story.gateway.takeNotifications());
            if (number % 3 == 0) {
                Collections.reverse(now);
            }
            if (number % 4 == 0) {
                now.addAll(delivered);
            }
            now.forEach(one -> {
                story.billing.notified(one);
                delivered.add(one);
            });
        }

        private void reverse(Step step, boolean isDispute) {
            List<String> captured = story.gateway.book().captures().stream()
                    .map(GatewayBook.Capture::key)
                    .distinct()
                    .sorted()
                    .toList();
            if (captured.isEmpty()) {
                return;
            }
            PaymentRequest charge = charges.get(captured.get(step.number() % captured.size()));
            reversals++;
            if (isDispute) {
                story.gateway.dispute(charge, "x" + reversals, step.amount());
            } else {
                story.gateway.refundByHand(charge, "x" + reversals, step.amount());
            }
        }

        /** A person looks into the gateway's book. */
        private void resolveAll() {
            for (RechargeSummary one :
                    operator().rechargesInReview(PageRequest.first(100)).items()) {
                String key = story.id() + "/" + one.key();
                Money really = story.gateway.book().captures().stream()
                        .filter(capture -> capture.key().equals(key))
                        .map(GatewayBook.Capture::amount)
                        .reduce(cents(0), Money::plus);
                if (really.isPositive()) {
                    operator().resolveAsCaptured(story.id(), one.key().value(), really, "the book");
                } else {
                    operator().resolveAsNotCaptured(story.id(), one.key().value(), "the book");
                }
            }
            for (Refund one : operator().refundsInReview(PageRequest.first(100)).items()) {
                boolean done = story.gateway.book().netMinor(story.id()) < withoutRefund(one);
                operator().resolveRefund(story.id(), one.key().value(), done, "the book");
            }
        }

        /** What the account would have paid if that refund had not been made. */
        private long withoutRefund(Refund refund) {
            boolean made = charges.values().stream()
                    .flatMap(charge -> story.gateway.book().reversalsOf(charge.key()).stream())
                    .filter(one -> !one.returned())
                    .anyMatch(one -> one.kind() == ReportedReversal.Kind.REFUND
                            && one.reference().equals(gatewayKey(refund)));
            return story.gateway.book().netMinor(story.id())
                    + (made ? refund.amount().getAmountMinorLong() : 0);
        }

        private static String gatewayKey(Refund refund) {
            return "refund/" + com.phoneunite.account.DerivedId.of("refund", refund.account() + "/" + refund.key());
        }

        /** Property 17: faults stop, and the host goes on as it always does. */
        void settle() {
            story.gateway.seeded(0, 0);
            deliver(0);
            story.gateway.takeLateNotifications().forEach(story.billing::notified);
            // What was lost on its way the gateway sends again.
            charges.keySet().forEach(key -> story.billing.notified(SignedNotifications.write("again " + key, key)));
            int again = 0;
            for (String key : charges.keySet()) {
                story.billing.notified(SignedNotifications.write("again" + ++again, key));
            }
            for (Duration wait : List.of(
                    Duration.ofMinutes(5),
                    Duration.ofHours(1),
                    Duration.ofDays(1),
                    Duration.ofDays(4),
                    // By so much a program may have set the clock back.
                    Duration.ofDays(60))) {
                story.clock.advance(wait);
                assertThat(story.billing.reconcile().failed()).isEmpty();
            }
            resolveAll();
            for (String key : charges.keySet()) {
                story.billing.notified(SignedNotifications.write("once_more" + ++again, key));
            }
        }

        void verifyAlways(AccountSnapshot before) {
            story.audit();
            AccountSnapshot now = story.snapshot();
            now.verify();
            assertThat(now.entries().subList(0, before.entries().size())).isEqualTo(before.entries());
            assertThat(story.gateway.breaches()).isEmpty();
            verifyCredits(now);
        }

        /** Properties 9 and 10: what is captured and not credited belongs to attempts that are open; no key is captured twice. */
        private void verifyCredits(AccountSnapshot now) {
            Map<String, Long> captured = story.gateway.book().captures().stream()
                    .collect(Collectors.toMap(
                            one -> one.key().substring(one.key().indexOf('/') + 1),
                            one -> one.amount().getAmountMinorLong(),
                            (one, other) -> {
                                throw new AssertionError("a key was captured twice");
                            }));
            Map<String, Long> credited = now.entries().stream()
                    .filter(one -> one.kind() == EntryKind.RECHARGE)
                    .collect(Collectors.toMap(LedgerEntry::reference, LedgerEntry::signedMinor));
            credited.forEach((key, minor) -> assertThat(captured).as(key).containsEntry(key, minor));
            now.recharges().stream()
                    .filter(one -> one.credited().isPresent())
                    .forEach(one -> assertThat(credited)
                            .containsEntry(
                                    one.key().value(), one.credited().get().getAmountMinorLong()));
        }
    }

    @Property(tries = 1_000)
    void P8_P11_anyProgramEndsWithTheGatewaysBookEqualToTheLedger(
            @ForAll("programs") List<Step> program, @ForAll long seed) {
        Run run = new Run(seed);
        for (Step step : program) {
            AccountSnapshot before = run.story.snapshot();
            try {
                run.take(step);
            } catch (RefusedException refused) {
                assertThat(refused.code()).isNotBlank();
            }
            run.verifyAlways(before);
        }
        AccountSnapshot before = run.story.snapshot();
        run.settle();
        run.verifyAlways(before);

        assertThat(run.story.billing.run().failed()).isEmpty();
        run.story.audit.quiet(run.story.clock.instant());
        AccountSnapshot end = run.story.snapshot();
        assertThat(end.recharges()).noneMatch(one -> one.state().isUnresolved());
        assertThat(end.checks()).isEmpty();
        assertThat(Books.inTheLedger(run.story))
                .as("%s", end)
                .isEqualTo(run.story.gateway.book().netMinor(run.story.id()));
        run.story.prove();
    }

    @Property(tries = 1_000)
    void P11_disputesRefundsAndTheirReturnsEndAlikeInAnyOrder(
            @ForAll("reports") List<ReportedReversal> reports, @ForAll long seed) {
        List<ReportedReversal> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new java.util.Random(seed));
        shuffled.addAll(reports);
        Story one = Story.withBalance("50.00");
        Story other = Story.withBalance("50.00");
        reports.forEach(report -> operator(one).report(one.id(), "start", report));
        shuffled.forEach(report -> operator(other).report(other.id(), "start", report));
        one.recharge("enough", "1000.00");
        other.recharge("enough", "1000.00");

        assertThat(other.balance()).isEqualTo(one.balance());
        assertThat(Books.inTheLedger(other)).isEqualTo(Books.inTheLedger(one));
        one.snapshot().verify();
        other.snapshot().verify();
        one.prove();
        other.prove();
    }

    private static OperatorPayments operator(Story story) {
        return story.billing.actingAs("Ann").payments();
    }

    private static String card(int number) {
        return switch (number % 6) {
            case 0, 1, 2 -> "tok_visa";
            case 3, 4 -> "tok_mastercard";
            default -> "tok_declined";
        };
    }

    private static Duration time(int number) {
        return switch (number % 8) {
            case 0, 1 -> Duration.ofMinutes(5);
            case 2, 3 -> Duration.ofHours(1);
            case 4, 5 -> Duration.ofDays(1);
            case 6 -> Duration.ofDays(20);
            default -> Duration.ofDays(-2);
        };
    }

    private static Money cents(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }

    @Provide
    Arbitrary<List<Step>> programs() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.longs().between(1, 5_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<ReportedReversal>> reports() {
        return Combinators.combine(
                        Arbitraries.of(ReportedReversal.Kind.values()),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(true, false))
                .as((kind, number, returned) ->
                        new ReportedReversal(kind, "x" + number, cents(number * 1_300L), returned))
                .list()
                .ofMaxSize(12);
    }
}
