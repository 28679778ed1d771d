package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.page.CsvStatement;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.ReportedReversal;
import com.phoneunite.paging.PageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Usage, payments, plans, statements, what operators see, and what a host schedules. */
final class MoneyOperations extends Operations {

    /** What a handler of events takes before it takes no more. */
    private static final int SOME_EVENTS = 120;

    MoneyOperations(Round round) {
        super(round);
    }

    @Override
    void all() {
        usage();
        money();
        statements();
        operators();
        schedule();
    }

    private Usage usage(String reference) {
        return Usage.of(you.accountId(), here.id(), round + reference, Money.parse("USD 0.01"));
    }

    private void usage() {
        one("usage", () -> billing.actingAs("meter").deductUsage(usage("one")));
        one("the same usage", () -> billing.actingAs("meter").deductUsage(usage("one")));
        one("usage of 20 calls", () -> billing.actingAs("meter").deductUsages(calls("new")));
        one("the same of 20 calls", () -> billing.actingAs("meter").deductUsages(calls("new")));
        one(
                "usage that is refused",
                () -> billing.actingAs("meter")
                        .deductUsages(List.of(
                                Usage.of(you.accountId(), here.id(), round + "huge", Money.parse("USD 100000.00")))));
    }

    private List<Usage> calls(String name) {
        return IntStream.range(0, 20).mapToObj(i -> usage(name + i)).toList();
    }

    private void money() {
        one("the balance", () -> billing.of(you).balance());
        one(
                "the balance at a moment",
                () -> billing.of(you).balanceAt(database.clock().instant()));
        pages("entries", billing.of(you)::entries);
        one("the billing page", () -> billing.of(you).page(PageRequest.first(10)));
        one("a recharge", () -> billing.of(you).recharge(round + "recharge", Money.parse("USD 10.00")));
        pages("recharges", billing.of(you)::recharges);
        one(
                "auto-recharge",
                () -> billing.of(you)
                        .autoRecharge(
                                AutoRecharge.below("USD 1.00").upTo("USD 50.00").atMostPerMonth("USD 500.00")));
        one("how auto-recharge stands", () -> billing.of(you).autoRecharge());
        one("usage beside auto-recharge", () -> billing.actingAs("meter").deductUsage(usage("beside")));
        one("no auto-recharge", () -> billing.of(you).removeAutoRecharge());
        one("a plan", () -> billing.of(you).changePlan(here.id(), "small", PlanChange.NOW));
        one(
                "a plan at the next period",
                () -> billing.of(you).changePlan(here.id(), "standard", PlanChange.AT_NEXT_PERIOD));
        one("another card", () -> billing.of(you).putPaymentMethodOnFile("tok_visa"));
    }

    private void statements() {
        YearMonth month = YearMonth.of(2026, 1);
        one("why something was charged", () -> billing.of(you).explain(EntryKind.USAGE, "call-500"));
        one(
                "why a period was charged",
                () -> billing.of(you).charges(here.id(), PAGE).items().stream()
                        .findFirst()
                        .ifPresent(charge -> {}));
        pages("charges", page -> billing.of(you).charges(here.id(), page));
        pages(
                "charges of an organization that has none",
                page -> billing.of(you).charges(database.empty(), page));
        one("a forecast", () -> billing.of(you).forecast(2));
        one("a statement", () -> billing.of(you).statements().of(month));
        pages("sections of a statement", page -> billing.of(you).statements().sections(month, page));
        one("a statement as a file", () -> {
            try {
                billing.of(you).statements().export(month, CsvStatement.to(OutputStream.nullOutputStream()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void operators() {
        AccountId account = you.accountId();
        one("the books", () -> {
            billing.actingAs("auditor").verifyAll(PageRequest.first(1));
            billing.actingAs("auditor")
                    .verifyAll(PageRequest.first(2).after(database.copy(5).toString()));
        });
        one(
                "what the books of a large account are read by",
                () -> store.core()
                        .unitOfWork()
                        .view(
                                account,
                                () -> List.of(
                                        store.ledger().list(account, 0, PAGE.limit()),
                                        store.ledger().list(account, 3_000, PAGE.limit()),
                                        store.ledger().listOf(account, Optional.of(here.id()), 1_000, PAGE.limit()),
                                        store.ledger().listOf(account, Optional.empty(), 0, PAGE.limit()),
                                        store.ledger().sumMinor(account, Optional.of(here.id()), 10, 5_000))));
        pages(
                "recharges of an account",
                page -> billing.actingAs("desk").payments().recharges(account, page));
        one(
                "a refund",
                () -> billing.actingAs("desk")
                        .payments()
                        .refund(account, round + "refund", "start", Money.parse("USD 1.00")));
        one(
                "a dispute",
                () -> billing.actingAs("desk")
                        .payments()
                        .report(account, "start", ReportedReversal.dispute(round, Money.parse("USD 1.00"))));
        pages("recharges in review", billing.actingAs("desk").payments()::rechargesInReview);
        pages("refunds in review", billing.actingAs("desk").payments()::refundsInReview);
        pages("reversals in review", billing.actingAs("desk").payments()::reversalsInReview);
    }

    private void schedule() {
        int[] handled = {0};
        one(
                "delivering",
                () -> phoneUnite
                        .dispatcher(
                                event -> {
                                    if (++handled[0] > SOME_EVENTS) {
                                        throw new IllegalStateException("that is enough");
                                    }
                                },
                                billing.events())
                        .run());
        one("reconciling", billing::reconcile);
        one("billing", () -> {
            database.clock().advance(Duration.ofDays(15));
            billing.run();
        });
        one("billing when nothing is due", billing::run);
    }
}
