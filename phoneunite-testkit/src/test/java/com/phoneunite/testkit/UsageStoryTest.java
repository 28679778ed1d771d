package com.phoneunite.testkit;

import static com.phoneunite.testkit.Story.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.AddOrganization;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.BillingOperator;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.UsageOutcome;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.BillingPage;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.refusal.InvalidInput;
import com.phoneunite.refusal.Violation;
import com.phoneunite.store.memory.InMemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Rules B1, B2, B10 and B11, and what the doors of billing refuse before they read (X4). */
class UsageStoryTest {

    @Test
    void B10_usageIsDeductedOnceUnderItsReference() {
        Story story = Story.withBalance("10.00");
        LedgerEntry entry = story.use(story.first(), "call-1", "0.25").orElseThrow();
        story.clock.advance(Duration.ofHours(1));
        AccountSnapshot before = story.snapshot();

        assertThat(story.use(story.first(), "call-1", "0.25")).contains(entry);
        assertThat(story.snapshot()).isEqualTo(before);
        assertThat(entry.actor()).isEqualTo(Actor.operator("meter"));
        story.refused("REFERENCE_REUSED", () -> story.use(story.first(), "call-1", "0.26"));
    }

    @Test
    void B3_theSameReferenceForAnotherOrganizationIsRefused() {
        Story story = Story.withBalance("50.00");
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        story.use(story.first(), "call-1", "0.25");

        story.refused("REFERENCE_REUSED", () -> story.use(small, "call-1", "0.25"));
    }

    /** Who is not told what became of a call asks again, however late. */
    @Test
    void B3_theSameUsageIsAnsweredOnceItsOrganizationIsClosed() {
        Story story = Story.withBalance("50.00");
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        LedgerEntry entry = story.use(small, "call-1", "0.25").orElseThrow();
        story.you.closeOrganization(small);
        AccountSnapshot before = story.snapshot();

        assertThat(story.use(small, "call-1", "0.25")).contains(entry);
        assertThat(story.billing
                        .actingAs("meter")
                        .deductUsages(List.of(
                                Usage.of(story.id(), small, "call-1", usd("0.25")),
                                Usage.of(story.id(), small, "call-2", usd("0.25")))))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo(new UsageOutcome.DeductedBefore(entry)),
                        one -> assertThat(one.refusal()).isPresent());
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.use(small, "call-1", "0.26"));
        story.refused("ORGANIZATION_NOT_FOUND", () -> story.use(small, "call-2", "0.25"));
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void B10_usageOfNothingPostsNothing() {
        Story story = Story.withCard();
        AccountSnapshot before = story.snapshot();

        assertThat(story.use(story.first(), "call-1", "0.00")).isEmpty();
        assertThat(story.snapshot()).isEqualTo(before);
    }

    @Test
    void B10_usageThatIsNotCoveredIsRefusedAndCallsNoGateway() {
        Story story = Story.withBalance("10.00");

        assertThat(story.refused("BALANCE_TOO_LOW", () -> story.use(story.first(), "call", "10.00"))
                        .refusal()
                        .facts())
                .containsEntry("shortfall", usd("0.01"));
        story.refused(
                "CURRENCY_MISMATCH",
                () -> story.billing
                        .actingAs("meter")
                        .deductUsage(Usage.of(story.id(), story.first(), "call", Money.parse("EUR 1.00"))));
        assertThat(story.gateway.calls()).isEqualTo(1);
        assertThat(story.use(story.first(), "call", "9.99")).isPresent();
    }

    @Test
    void I2_anotherAccountsOrganizationAnswersAsOneThatNeverWas() {
        Story story = Story.withBalance("10.00");
        Account other = story.phoneUnite.openAccount(Story.opening());
        OrganizationId foreign = AccountSnapshot.of(story.store, other.id())
                .organizations()
                .get(0)
                .id();

        RefusedException theirs = story.refused("ORGANIZATION_NOT_FOUND", () -> story.use(foreign, "call", "1.00"));
        RefusedException nobodys = story.refused(
                "ORGANIZATION_NOT_FOUND", () -> story.use(new OrganizationId(new UUID(7, 7)), "call", "1.00"));
        assertThat(theirs).hasMessage(nobodys.getMessage());
        assertThat(theirs.refusal()).isEqualTo(nobodys.refusal());
    }

    @Test
    void A1_anAccountThatIsNotThereIsToldToTheOperator() {
        Story story = Story.withBalance("10.00");
        AccountId nobody = new AccountId(new UUID(9, 9));
        BillingOperator meter = story.billing.actingAs("meter");

        Story.refusal(
                "ACCOUNT_NOT_FOUND", () -> meter.deductUsage(Usage.of(nobody, story.first(), "call", usd("1.00"))));
        Story.refusal("ACCOUNT_NOT_FOUND", () -> meter.balance(nobody));
    }

    @Test
    void B10_usageIsDeductedInATrialAndWhilePastDue() {
        Story story = Story.withBalance("10.00");
        story.use(story.first(), "call-1", "1.00");
        story.clock.advance(Duration.ofDays(20));
        story.billing.run();

        assertThat(story.use(story.first(), "call-2", "1.00")).isPresent();
        assertThat(story.balance()).isEqualTo(usd("8.00"));
    }

    @Test
    void X4_everyViolationIsNamedAtOnce() {
        Story story = Story.withCard();
        BillingOperator meter = story.billing.actingAs("meter");

        assertThat(violations(() -> meter.deductUsage(Usage.of(null, null, "a b", usd("-1.00")))))
                .containsExactlyInAnyOrder("account", "organization", "reference", "amount");
        assertThat(violations(() -> meter.deductUsage(Usage.of(null, null, null, null))))
                .containsExactlyInAnyOrder("account", "organization", "reference", "amount");
        assertThat(violations(() -> story.mine().recharge("", usd("0.00")))).containsExactlyInAnyOrder("key", "amount");
        assertThat(violations(() -> story.mine().recharge(null, null))).containsExactlyInAnyOrder("key", "amount");
        assertThat(violations(() -> story.mine().putPaymentMethodOnFile(null))).containsExactly("token");
        assertThat(violations(() -> story.billing.actingAs(" "))).containsExactly("operator");
        assertThat(violations(() -> story.billing.actingAs(null))).containsExactly("operator");
        assertThat(violations(() -> story.mine().entries(PageRequest.first(0)))).containsExactly("limit");
        assertThat(violations(() -> story.mine().entries(PageRequest.first(1).after("x"))))
                .containsExactly("after");
        assertThat(violations(() -> story.mine().page(PageRequest.first(501)))).containsExactly("limit");
    }

    @Test
    void X5_entriesAreReadInPages() {
        Story story = Story.withBalance("10.00");
        for (int i = 0; i < 4; i++) {
            story.use(story.first(), "call" + i, "0.01");
        }
        List<Long> read = new ArrayList<>();
        PageRequest request = PageRequest.first(2);
        while (true) {
            var page = story.mine().entries(request);
            page.items().forEach(one -> read.add(one.sequence()));
            if (page.next().isEmpty()) {
                break;
            }
            request = request.after(page.next().orElseThrow());
        }
        assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void B11_thePageShowsTheOwnerAllAndAnAdministratorTheirsAlone() {
        Story story = Story.withBalance("100.00");
        OrganizationId small = story.you.addOrganization("Small", "small").id();
        UserSession administrator = user(story, "admin@example.com");
        UserSession stranger = user(story, "stranger@example.com");
        story.you.switchTo(small).administrators().add(administrator.user());

        BillingPage owners = story.mine().page();
        assertThat(owners.organizations().items())
                .extracting(BillingPage.Line::nextAmount)
                .containsExactly(Optional.of(usd("20.00")), Optional.of(usd("7.00")));
        assertThat(owners.organizations().items().get(0).currentPeriod()).isEmpty();
        assertThat(owners.organizations().items().get(0).nextDueOn()).isEqualTo("2026-02-14");
        assertThat(owners.organizations().items().get(1).nextDueOn()).isEqualTo("2026-02-28");
        assertThat(owners.organizations()
                        .items()
                        .get(1)
                        .currentPeriod()
                        .orElseThrow()
                        .n())
                .isZero();
        assertThat(owners.account().orElseThrow().balance()).isEqualTo(usd("93.00"));
        assertThat(owners.account().orElseThrow().paymentMethod().orElseThrow().lastFour())
                .isEqualTo("4242");

        BillingPage theirs = story.billing.of(administrator).page();
        assertThat(theirs.organizations().items())
                .extracting(BillingPage.Line::organization)
                .containsExactly(small);
        assertThat(theirs.account()).isEmpty();
        assertThat(theirs.toString()).doesNotContain(story.first().toString());

        assertThat(story.billing.of(stranger).page().organizations().items()).isEmpty();
        story.you.users().deactivate(stranger.user());
        story.refused("USER_NOT_FOUND", () -> story.billing.of(stranger).page());
    }

    @Test
    void B2_aThousandThreadsOnALowBalanceNeverOverdrawIt() throws Exception {
        Story story = Story.withBalance("60.00");
        OrganizationId first = story.first();
        int threads = 1_000;
        CountDownLatch start = new CountDownLatch(1);
        Queue<LedgerEntry> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<OrganizationId> added = new ConcurrentLinkedQueue<>();
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    if (number % 10 == 0) {
                        added.add(story.you
                                .addOrganization(AddOrganization.named("Organization " + number)
                                        .on("small"))
                                .id());
                    } else {
                        acknowledged.add(
                                story.use(first, "call" + number / 2, "0.13").orElseThrow());
                    }
                } catch (RefusedException e) {
                    if (!e.code().equals("BALANCE_TOO_LOW")) {
                        unexpected.add(e);
                    }
                } catch (Throwable e) {
                    unexpected.add(e);
                }
            });
            all.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : all) {
            thread.join();
        }

        assertThat(unexpected).isEmpty();
        AccountSnapshot after = story.snapshot();
        after.verify();
        assertThat(after.entries()).containsAll(acknowledged);
        assertThat(after.organizations()).hasSize(1 + added.size());
        assertThat(after.entries())
                .hasSize(1
                        + added.size()
                        + (int) acknowledged.stream().distinct().count());
        assertThat(after.head().orElseThrow().balanceMinor()).isBetween(1L, 13L);
    }

    @Test
    void X1_buildersRefuseAnotherClockOrAnotherStore() {
        BillingStore store = BillingStore.in(InMemoryStore.create());
        BillingPlan plan = BillingPlan.named("standard").monthly(usd("1.00"));
        Billing billing = Billing.builder(store)
                .plans(plan)
                .paymentGateway(SandboxGateway.create())
                .clock(MutableClock.at("2026-01-01T00:00:00Z"))
                .build();

        assertThatThrownBy(() -> com.phoneunite.PhoneUnite.builder(InMemoryStore.create())
                        .billing(billing.organizations())
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> com.phoneunite.PhoneUnite.builder(store.core())
                        .billing(billing.organizations())
                        .clock(MutableClock.at("2026-01-01T00:00:00Z"))
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Billing.builder(store).plans(plan).build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Billing.builder(store)
                        .paymentGateway(SandboxGateway.create())
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Billing.builder(store).gatewayDeadline(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UserSession user(Story story, String email) {
        UserId id = story.you.users().add(email).id();
        return story.phoneUnite.signIn(new UserRef(story.id(), id));
    }

    private static List<String> violations(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        RefusedException refusal = Story.refusal("INVALID_INPUT", call);
        return ((InvalidInput) refusal.refusal())
                .violations().stream().map(Violation::path).toList();
    }
}
