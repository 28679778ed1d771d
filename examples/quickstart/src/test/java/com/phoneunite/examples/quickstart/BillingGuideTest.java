package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What docs/billing.md shows is what is compiled, and what it says is printed. */
class BillingGuideTest {

    private final Path page = Markdown.find("docs/billing.md").orElseThrow();

    @Test
    void thePageShowsTheLinesAsTheyAreCompiled() throws IOException {
        String lines = source("BillingLines.java");
        assertThat(Markdown.blocks(page, "java"))
                .containsExactly(
                        Markdown.tagged(lines, "build"),
                        Markdown.tagged(lines, "schedule"),
                        Markdown.tagged(lines, "recharge"),
                        Markdown.tagged(lines, "unknown"),
                        Markdown.tagged(lines, "suspended"),
                        Markdown.tagged(lines, "states"),
                        Markdown.tagged(lines, "auto"),
                        Markdown.tagged(lines, "plan"),
                        Markdown.tagged(lines, "look"),
                        Markdown.tagged(lines, "operator"),
                        Markdown.tagged(lines, "refused"),
                        Markdown.tagged(source("ProviderGateway.java"), "gateway"));
    }

    @Test
    void thePageSaysWhatIsPrinted() throws IOException {
        ByteArrayOutputStream statement = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            new BillingLines().run(statement);
        } finally {
            System.setOut(terminal);
        }
        String printed =
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        assertThat(String.join("\n", Markdown.blocks(page, "text"))).isEqualTo(printed);
        assertThat(statement.toString(StandardCharsets.UTF_8)).contains("OPENING,USD", "CLOSING,USD");
    }

    @Test
    void whatIsScheduledRuns() {
        List<String> handled = new ArrayList<>();
        List<Throwable> alarms = new ArrayList<>();
        Immediately jobs = new Immediately();
        BillingLines lines = new BillingLines();
        assertThat(lines.schedule(jobs, event -> handled.add(event.event().type()), alarms::add))
                .hasSize(4);
        jobs.shutdownNow();
        assertThat(alarms).isEmpty();
        assertThat(handled).isEmpty();
    }

    @Test
    void P6_theGatewayOfThePageLosesAnAnswerAndNoMoney() {
        MutableClock clock = MutableClock.at("2026-01-01T15:00:00Z");
        InMemoryStore store = InMemoryStore.create();
        FakeProvider provider = new FakeProvider();
        Billing billing = Billing.builder(store)
                .plans(BillingPlan.named("standard").monthly(Money.parse("USD 20.00")))
                .paymentGateway(new ProviderGateway(provider))
                .clock(clock)
                .build();
        PhoneUnite phoneUnite =
                PhoneUnite.builder(store).billing(billing.organizations()).build();
        AccountBilling mine = billing.of(phoneUnite.signIn(phoneUnite
                .openAccount(OpenAccount.named("Product Experts, LLC")
                        .owner("you@example.com")
                        .in("US", "America/New_York", "USD")
                        .on("standard"))
                .owner()));
        assertThat(refusedCode(() -> mine.putPaymentMethodOnFile("nothing"))).isEqualTo("PAYMENT_METHOD_REJECTED");
        mine.putPaymentMethodOnFile("card");

        provider.status = "insufficient_funds";
        assertThat(mine.recharge("one", Money.parse("USD 10.00"))).isInstanceOf(RechargeOutcome.Declined.class);
        provider.status = "processing";
        assertThat(mine.recharge("two", Money.parse("USD 10.00"))).isInstanceOf(RechargeOutcome.Unresolved.class);
        provider.becomes("paid");
        clock.advance(Duration.ofMinutes(5));
        billing.reconcile();
        assertThat(mine.balance()).isEqualTo(Money.parse("USD 10.00"));

        provider.status = "paid";
        provider.losesTheAnswer = true;
        assertThat(mine.recharge("three", Money.parse("USD 10.00"))).isInstanceOf(RechargeOutcome.Unresolved.class);
        clock.advance(Duration.ofMinutes(5));
        billing.reconcile();
        assertThat(mine.balance()).isEqualTo(Money.parse("USD 20.00"));
        assertThat(provider.payments).hasSize(3);
    }

    private static String refusedCode(Runnable asked) {
        try {
            asked.run();
        } catch (RefusedException refused) {
            return refused.code();
        }
        return "nothing";
    }

    private static String source(String name) throws IOException {
        return Files.readString(Markdown.find("src/main/java/com/phoneunite/examples/quickstart/" + name)
                .orElseThrow());
    }

    /** Runs what is scheduled once, at once. */
    private static final class Immediately extends ScheduledThreadPoolExecutor {

        Immediately() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable job, long initial, long delay, TimeUnit unit) {
            job.run();
            return schedule(job, delay, unit);
        }
    }

    private static final class FakeProvider implements Provider {

        private final Map<String, Payment> payments = new HashMap<>();
        private String status = "paid";
        private boolean losesTheAnswer;

        void becomes(String now) {
            payments.replaceAll((key, one) ->
                    one.status().equals("processing") ? new Payment(now, one.minor(), one.currency()) : one);
        }

        @Override
        public Optional<Card> card(String token) {
            return token.equals("card")
                    ? Optional.of(new Card("Visa", "4242", YearMonth.of(2030, 12)))
                    : Optional.empty();
        }

        @Override
        public Payment pay(String key, String token, long minor, String currency) {
            Payment payment = payments.computeIfAbsent(key, asked -> new Payment(status, minor, currency));
            if (losesTheAnswer) {
                losesTheAnswer = false;
                throw new IllegalStateException("connection reset");
            }
            return payment;
        }

        @Override
        public Optional<Payment> paymentUnder(String key) {
            return Optional.ofNullable(payments.get(key));
        }
    }
}
