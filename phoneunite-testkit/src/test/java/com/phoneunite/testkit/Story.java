package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.AccountBilling;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanCatalog;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joda.money.Money;

/** An account of a host, from its front door: what most tests of billing start from. */
final class Story {

    static final String NEW_YORK = "America/New_York";

    /** What the gateway of a story declares unless told otherwise. */
    static final GatewayCapabilities CAPABLE = GatewayCapabilities.NONE
            .remembersKeysFor(Duration.ofDays(1))
            .with(
                    GatewayAbility.LOOK_UP,
                    GatewayAbility.NOTIFICATIONS,
                    GatewayAbility.REFUNDS,
                    GatewayAbility.CANCELLING);

    final MutableClock clock = MutableClock.at("2026-01-31T15:00:00Z");
    final SandboxGateway sandbox = SandboxGateway.create();
    final FaultyPaymentGateway gateway;
    final Map<PlanName, BillingPlan> plans = new ConcurrentHashMap<>();
    final BillingStore store;
    final Billing billing;
    final PhoneUnite phoneUnite;
    Account account;
    UserSession you;
    /** An auditor who judges what the story leaves behind, whenever it is asked to look. */
    final Audit audit;

    private final OrganizationId first;

    Story() {
        this(BillingStore.in(InMemoryStore.create()), CAPABLE);
    }

    Story(GatewayCapabilities capabilities) {
        this(BillingStore.in(InMemoryStore.create()), capabilities);
    }

    Story(GatewayCapabilities capabilities, Duration gatewayDeadline) {
        this(BillingStore.in(InMemoryStore.create()), capabilities, gatewayDeadline);
    }

    Story(BillingStore store, GatewayCapabilities capabilities) {
        this(store, capabilities, Duration.ofSeconds(60));
    }

    Story(Consumer<Billing.Builder> more) {
        this(BillingStore.in(InMemoryStore.create()), CAPABLE, Duration.ofSeconds(60), more);
    }

    Story(BillingStore store, GatewayCapabilities capabilities, Duration gatewayDeadline) {
        this(store, capabilities, gatewayDeadline, builder -> {});
    }

    Story(
            BillingStore store,
            GatewayCapabilities capabilities,
            Duration gatewayDeadline,
            Consumer<Billing.Builder> more) {
        this.store = store;
        this.gateway = FaultyPaymentGateway.over(sandbox)
                .declaring(capabilities)
                .guarding(store.core().unitOfWork())
                .forgettingBy(clock);
        put(BillingPlan.named("standard")
                .monthly(usd("20.00"))
                .perExtension(usd("5.00"))
                .perPhoneNumber(usd("1.00")));
        put(BillingPlan.named("small").monthly(usd("7.00")));
        put(BillingPlan.named("free").monthly(usd("0.00")));
        put(BillingPlan.named("euro").monthly(Money.parse("EUR 20.00")));
        PlanCatalog catalog = name -> Optional.ofNullable(plans.get(name));
        Billing.Builder builder = Billing.builder(store)
                .planCatalog(catalog)
                .paymentGateway(gateway)
                .clock(clock)
                .gatewayDeadline(gatewayDeadline);
        more.accept(builder);
        billing = builder.build();
        phoneUnite = PhoneUnite.builder(store.core())
                .billing(billing.organizations())
                .build();
        audit = AuditorModel.of(
                store, gateway.book(), AuditTerms.of(plans::values).gateway(capabilities));
        account = phoneUnite.openAccount(opening().key("opened"));
        you = phoneUnite.signIn(account.owner());
        first = organizations().get(0).id();
    }

    static Story withCard() {
        Story story = new Story();
        story.mine().putPaymentMethodOnFile("tok_visa");
        return story;
    }

    static Story withBalance(String amount) {
        Story story = withCard();
        story.recharge("start", amount);
        return story;
    }

    static OpenAccount opening() {
        return OpenAccount.named("Product Experts, LLC")
                .owner("you@example.com")
                .in("US", NEW_YORK, "USD")
                .on("standard");
    }

    static Money usd(String amount) {
        return Money.parse("USD " + amount);
    }

    void put(BillingPlan plan) {
        plans.put(plan.name(), plan);
    }

    void vanish(String plan) {
        plans.remove(new PlanName(plan));
    }

    AccountId id() {
        return account.id();
    }

    AccountBilling mine() {
        return billing.of(you);
    }

    RechargeOutcome recharge(String key, String amount) {
        return mine().recharge(key, usd(amount));
    }

    Optional<LedgerEntry> use(OrganizationId organization, String reference, String amount) {
        return billing.actingAs("meter").deductUsage(Usage.of(id(), organization, reference, usd(amount)));
    }

    OrganizationId first() {
        return first;
    }

    List<Organization> organizations() {
        return snapshot().organizations();
    }

    OrganizationState stateOf(OrganizationId id) {
        return organizations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    List<LedgerEntry> entries() {
        return snapshot().entries();
    }

    Money balance() {
        return billing.actingAs("meter").balance(id());
    }

    AccountSnapshot snapshot() {
        return AccountSnapshot.of(store, id());
    }

    /** After a step: the auditor finds nothing wrong. */
    void audit() {
        audit.touched(id(), clock.instant());
    }

    /** Rules B3, B5 and B13: recomputed, the books are right, and every entry is explained. */
    void prove() {
        audit.everything(clock.instant());
        assertThat(billing.actingAs("auditor").verify(id()).differences()).isEmpty();
        for (LedgerEntry entry : entries()) {
            Explanation explained = mine().explain(entry.kind(), entry.reference());
            assertThat(explained.charge()).isEqualTo(Charge.of(entry));
            assertThat(explained.<Money>fold(
                            period -> period.prices().total().negated(),
                            change -> entry.amount(),
                            host -> entry.amount(),
                            payment -> entry.amount()))
                    .isEqualTo(entry.amount());
        }
    }

    /** Refused with that code, and nothing is changed. */
    RefusedException refused(String code, ThrowingCallable call) {
        AccountSnapshot before = snapshot();
        RefusedException refusal = refusal(code, call);
        assertThat(snapshot()).isEqualTo(before);
        return refusal;
    }

    static RefusedException refusal(String code, ThrowingCallable call) {
        RefusedException[] caught = new RefusedException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, thrown -> caught[0] = thrown);
        assertThat(caught[0].code()).isEqualTo(code);
        return caught[0];
    }
}
