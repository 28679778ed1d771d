package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.OrganizationWorkspace;
import com.phoneunite.PhoneUnite;
import com.phoneunite.UserSession;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.telephony.CallTree;
import com.phoneunite.telephony.Destination;
import com.phoneunite.telephony.Menu;
import com.phoneunite.telephony.MenuDraft;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How often each operation of the front doors asks the database: as often where there is much as where there is little. */
class PostgresTripsTest {

    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);
    private static final String DUE = "a billing run with one account due";
    private static final String ALONE = DUE + ", where locks of several are refused (Citus)";
    private static final String HEAD = "| Operation | Round trips |\n|---|---|\n";

    /** An account in which there is so much of everything, and what was counted in it. */
    private static final class Counted {

        private final CountedSource source;
        private final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
        private final Billing billing;
        private final PhoneUnite phoneUnite;
        private final Map<String, Long> trips = new LinkedHashMap<>();
        private final int much;
        private final int organizations;

        Counted(int much, int organizations) {
            this(much, organizations, UnaryOperator.identity());
        }

        Counted(int much, int organizations, UnaryOperator<DataSource> database) {
            this.much = much;
            this.organizations = organizations;
            this.source = new CountedSource(database.apply(TestDatabase.empty().host()));
            PostgresStore store = PostgresStore.on(source.dataSource());
            this.billing = Billing.builder(store)
                    .plans(
                            BillingPlan.named("standard").monthly(Money.parse("USD 20.00")),
                            BillingPlan.named("small").monthly(Money.parse("USD 7.00")))
                    .paymentGateway(SandboxGateway.create())
                    .clock(clock)
                    .build();
            this.phoneUnite = PhoneUnite.builder(store)
                    .billing(billing.organizations())
                    .clock(clock)
                    .build();
        }

        private void count(String operation, Runnable work) {
            long before = source.sent();
            work.run();
            trips.put(operation, source.sent() - before);
        }

        private UserSession opened() {
            UserSession you = phoneUnite.signIn(phoneUnite
                    .openAccount(OpenAccount.named("First")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard"))
                    .owner());
            billing.of(you).putPaymentMethodOnFile("tok_visa");
            billing.of(you).recharge("start", Money.parse("USD 5000.00"));
            return you;
        }

        /** The month of an account that was opened as in {@link #run}. */
        Map<String, Long> month(String operation) {
            UserSession you = opened();
            for (int i = 1; i < organizations; i++) {
                you.addOrganization("Organization " + i, "standard");
            }
            for (int i = 0; i < much; i++) {
                OrganizationId user = you.organizations().items().get(0).id();
                billing.actingAs("meter").deductUsage(usage(you, user, "before-" + i));
            }
            runAMonthLater(operation);
            assertThat(billing.of(you).page().organizations().items())
                    .hasSize(organizations)
                    .allMatch(line -> line.currentPeriod().isPresent());
            return trips;
        }

        Map<String, Long> run() {
            UserSession you = opened();
            Organization second = you.addOrganization("Second", "standard");
            OrganizationWorkspace there = you.switchTo(second.id());
            for (int i = 0; i < much; i++) {
                User user = you.users().add("user" + i + "@example.com");
                there.members().add(user.id(), "3" + (10 + i));
                there.phoneNumbers().add("+120255501" + (10 + i));
                there.callTrees().save(CallTree.named("Tree " + i).menu("main", hello()));
                billing.actingAs("meter").deductUsage(usage(you, second.id(), "before-" + i));
            }
            User manager = you.users().add("manager@example.com");
            there.administrators().add(manager.id());
            for (int i = 2; i < organizations; i++) {
                you.switchTo(you.addOrganization("Organization " + i, "standard")
                                .id())
                        .administrators()
                        .add(manager.id());
            }
            of(you, second.id(), there);
            ofManager(phoneUnite.signIn(manager.ref()));
            ofRuns(you);
            return trips;
        }

        private static MenuDraft hello() {
            return Menu.saying("Hello").otherwise(Destination.extension("310"));
        }

        private static Usage usage(UserSession you, OrganizationId user, String reference) {
            return Usage.of(you.accountId(), user, reference, Money.parse("USD 0.01"));
        }

        private void of(UserSession you, OrganizationId second, OrganizationWorkspace there) {
            List<Usage> calls = IntStream.range(0, 20)
                    .mapToObj(i -> usage(you, second, "call-" + i))
                    .toList();
            count("usage of a call", () -> billing.actingAs("meter").deductUsage(usage(you, second, "one")));
            count("the same usage again", () -> billing.actingAs("meter").deductUsage(usage(you, second, "one")));
            count("usage of 20 calls", () -> billing.actingAs("meter").deductUsages(calls));
            count("the balance", () -> billing.actingAs("meter").balance(you.accountId()));
            count("a page of ledger entries", () -> billing.of(you).entries(ALL));
            count("the billing page", () -> billing.of(you).page());
            count("a recharge", () -> billing.of(you).recharge("next", Money.parse("USD 10.00")));
            count("the list of one's organizations", you::organizations);
            count("switching", () -> you.switchTo(second));
            count("a page of users", () -> you.users().list(ALL));
            count("a page of members", () -> there.members().list(ALL));
            count("a page of phone numbers", () -> there.phoneNumbers().list(ALL));
            count("a page of call trees", () -> there.callTrees().list(ALL));
            count("adding a phone number", () -> there.phoneNumbers().add("+12025550199"));
            count(
                    "saving a call tree",
                    () -> there.callTrees().save(CallTree.named("New").menu("main", hello())));
        }

        private void ofManager(UserSession manager) {
            count(
                    "the billing page of an administrator",
                    () -> billing.of(manager).page());
            count("the list of an administrator's organizations", manager::organizations);
        }

        private void ofRuns(UserSession you) {
            runAMonthLater(DUE);
            billing.of(you)
                    .autoRecharge(
                            AutoRecharge.below("USD 10.00").upTo("USD 50.00").atMostPerMonth("USD 500.00"));
            runAMonthLater("the same with auto-recharge, which is not needed");
            billing.of(you).removeAutoRecharge();
            Money all = billing.of(you).balance().minus(Money.parse("USD 0.01"));
            billing.actingAs("meter")
                    .deductUsage(Usage.of(
                            you.accountId(), you.organizations().items().get(0).id(), "all", all));
            runAMonthLater("the same where the balance covers nothing");
            count(
                    "a recharge that pays what is due",
                    () -> billing.of(you).recharge("due", Money.parse("USD 5000.00")));
            assertThat(billing.of(you).page().organizations().items())
                    .as("what is charged, so that it is worth counting")
                    .hasSize(organizations)
                    .allMatch(line -> line.currentPeriod().isPresent());
        }

        private void runAMonthLater(String operation) {
            clock.advance(Duration.ofDays(32));
            count(operation, billing::run);
        }
    }

    @Test
    void X5_anOperationAsksAsOftenWhereThereIsMuch() {
        assertThat(new Counted(12, 2).run()).isEqualTo(new Counted(2, 2).run());
    }

    @Test
    void X5_anOperationAsksAsOftenHoweverManyOrganizationsThereAre() {
        // Of three, one ends its trial, one has changed what it holds, and one goes on as it was.
        Map<String, Long> few = new Counted(2, 3).run();
        assertThat(new Counted(2, 12).run()).isEqualTo(few);
        assertThat(new Counted(2, 60).run()).isEqualTo(few);
    }

    private static long alone(int much, int organizations) {
        return new Counted(much, organizations, RefusingSource::of).month(ALONE).getOrDefault(ALONE, 0L);
    }

    @Test
    void X5_anAccountThatIsBilledAloneAsksAsOftenWhereThereIsMuchAndMoreForEachOrganization() {
        long two = alone(2, 2);
        assertThat(alone(12, 2)).isEqualTo(two);
        assertThat(two)
                .as("the joint step is tried, and then the account has a change of its own")
                .isGreaterThan(new Counted(2, 2).month(DUE).getOrDefault(DUE, 0L));
        long each = alone(2, 3) - two;
        assertThat(each).isPositive();
        assertThat(alone(2, 12)).isEqualTo(two + 10 * each);
    }

    @Test
    void X5_thePageTellsHowOftenEachOperationAsks() throws IOException {
        Path page = ModuleFiles.find("docs/postgresql.md");
        String text = Files.readString(page, StandardCharsets.UTF_8);
        Map<String, Long> trips = new Counted(3, 3).run();
        trips.put(ALONE, alone(3, 3));
        String table = HEAD
                + trips.entrySet().stream()
                        .map(one -> "| " + one.getKey() + " | " + one.getValue() + " |\n")
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("phoneunite.docs.write")) {
            int from = text.indexOf(HEAD);
            int to = text.indexOf("\n\n", from) + 1;
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        }
        assertThat(page)
                .as("run this test with -Dphoneunite.docs.write=true and commit docs/postgresql.md")
                .content()
                .contains("\n\n" + table + "\n");
    }
}
