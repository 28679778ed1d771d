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
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.page.Charge;
import com.phoneunite.billing.page.Explanation;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.RechargeOutcome;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.audit.Audit;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

    final PhoneUniteFixture fixture;
    final Map<PlanName, BillingPlan> plans = new ConcurrentHashMap<>();
    final MutableClock clock;
    final SandboxGateway sandbox;
    final FaultyPaymentGateway gateway;
    final BillingStore store;
    final Billing billing;
    final PhoneUnite phoneUnite;
    Account account;
    UserSession you;
    /** An auditor who judges what the story leaves behind, whenever it is asked to look. */
    final Audit audit;

    private final Audit latecomer;
    private final OrganizationId first;
    private int looks;
    private long delivered;

    Story() {
        this(CAPABLE);
    }

    Story(GatewayCapabilities capabilities) {
        this(BillingStore.in(InMemoryStore.create()), capabilities);
    }

    Story(GatewayCapabilities capabilities, Duration gatewayDeadline) {
        this(
                BillingStore.in(InMemoryStore.create()),
                capabilities,
                builder -> builder.gatewayDeadline(gatewayDeadline));
    }

    Story(BillingStore store, GatewayCapabilities capabilities) {
        this(store, capabilities, builder -> {});
    }

    Story(Consumer<Billing.Builder> more) {
        this(BillingStore.in(InMemoryStore.create()), CAPABLE, more);
    }

    Story(BillingStore store, GatewayCapabilities capabilities, Consumer<Billing.Builder> more) {
        this(store, capabilities, more, UnaryOperator.identity());
    }

    private Story(
            BillingStore store,
            GatewayCapabilities capabilities,
            Consumer<Billing.Builder> more,
            UnaryOperator<AuditTerms> agreed) {
        put(BillingPlan.named("standard")
                .monthly(usd("20.00"))
                .perExtension(usd("5.00"))
                .perPhoneNumber(usd("1.00")));
        put(BillingPlan.named("small").monthly(usd("7.00")));
        put(BillingPlan.named("free").monthly(usd("0.00")));
        put(BillingPlan.named("euro").monthly(Money.parse("EUR 20.00")));
        fixture = PhoneUniteFixture.given()
                .store(store)
                .at("2026-01-31T15:00:00Z")
                .account(opening().key("opened"))
                .planCatalog(name -> Optional.ofNullable(plans.get(name)))
                .gateway(capabilities)
                .billing(builder -> more.accept(builder.gatewayDeadline(Duration.ofSeconds(60))))
                .ready();
        this.store = store;
        clock = fixture.clock();
        sandbox = fixture.sandbox();
        gateway = fixture.gateway().guarding(store.core().unitOfWork());
        billing = fixture.billing();
        phoneUnite = fixture.phoneUnite();
        account = fixture.account();
        you = fixture.session();
        AuditTerms terms = agreed.apply(AuditTerms.of(plans::values).gateway(capabilities));
        audit = AuditorModel.of(store, gateway.book(), terms);
        LyingStore forgetful = new LyingStore(store)
                .events(events -> events.stream()
                        .filter(one -> one.position() > delivered)
                        .toList());
        latecomer = AuditorModel.of(forgetful.store(), gateway.book(), terms);
        first = organizations().get(0).id();
    }

    static Story withGrace(Duration grace) {
        return new Story(
                BillingStore.in(InMemoryStore.create()),
                CAPABLE,
                builder -> builder.grace(grace),
                terms -> terms.grace(grace));
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
        return fixture.organizations();
    }

    OrganizationState stateOf(OrganizationId id) {
        return organization(id).state();
    }

    PlanName planOf(OrganizationId id) {
        return organization(id).plan();
    }

    private Organization organization(OrganizationId id) {
        return organizations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Billing by the same plans, gateway and clock on another store. */
    Billing billingOn(BillingStore other) {
        return Billing.builder(other)
                .planCatalog(name -> Optional.ofNullable(plans.get(name)))
                .paymentGateway(gateway)
                .clock(clock)
                .build();
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

    /**
     * After a step: the auditor finds nothing wrong; nor does one for whom nothing is kept of what was delivered, which is everything from
     * time to time.
     */
    void audit() {
        audit.touched(id(), clock.instant());
        looks++;
        if (looks % 3 == 0) {
            delivered = lastPosition();
        }
        latecomer.touched(id(), clock.instant());
    }

    private long lastPosition() {
        return Stream.concat(
                        snapshot().events().stream().map(RecordedEvent::position),
                        entries().stream().map(LedgerEntry::position))
                .max(Comparator.naturalOrder())
                .orElseThrow();
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

    /** An organization's subscription as it was before anything was charged for it, as a hand in a database would leave it. */
    void forgetThatItIsPaid(OrganizationId organization) {
        Subscription paid = snapshot().subscriptions().stream()
                .filter(one -> one.organization().equals(organization))
                .findFirst()
                .orElseThrow();
        Subscription unpaid = Subscription.from(paid.account(), paid.organization(), paid.zone(), paid.anchor());
        store.core().unitOfWork().execute(id(), () -> store.subscriptions().save(unpaid));
    }
}
