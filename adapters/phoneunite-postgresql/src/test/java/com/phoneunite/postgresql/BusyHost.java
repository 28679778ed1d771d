package com.phoneunite.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.AddOrganization;
import com.phoneunite.OpenAccount;
import com.phoneunite.RefusedException;
import com.phoneunite.UserSession;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.Usage;
import com.phoneunite.billing.cycle.PlanChange;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.recharge.GatewayAbility;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.testkit.FaultyPaymentGateway;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.audit.AuditTerms;
import com.phoneunite.testkit.audit.AuditorModel;
import com.phoneunite.testkit.fixture.PhoneUniteFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;

/**
 * A host whose customers do things through its front doors, each under a key of its own, and who notes what was acknowledged to them. Safe
 * for any number of threads.
 */
final class BusyHost {

    private static final int ALL = 100_000;
    private static final Set<String> REFUSALS =
            Set.of("BALANCE_TOO_LOW", "RECHARGE_UNRESOLVED", "ACCOUNT_PAST_DUE", "ORGANIZATION_SUSPENDED");
    private static final BillingPlan SMALL = BillingPlan.named("small").monthly(Money.parse("USD 0.70"));
    private static final BillingPlan LARGE = BillingPlan.named("large").monthly(Money.parse("USD 1.30"));

    private final PhoneUniteFixture host;
    private final List<UserSession> owners = new ArrayList<>();
    private final List<OrganizationId> firsts = new ArrayList<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final Set<String> added = ConcurrentHashMap.newKeySet();
    private final Semaphore acknowledged = new Semaphore(0);

    BusyHost(BillingStore store, int accounts) {
        host = PhoneUniteFixture.given()
                .store(store)
                .at("2026-01-31T15:00:00Z")
                .plans(SMALL, LARGE)
                .account(opening())
                .gateway(GatewayCapabilities.NONE
                        .remembersKeysFor(Duration.ofDays(1))
                        .with(
                                GatewayAbility.LOOK_UP,
                                GatewayAbility.CONCLUSIVE_NOT_FOUND,
                                GatewayAbility.NOTIFICATIONS,
                                GatewayAbility.REFUNDS))
                .ready();
        take(host.session());
        while (owners.size() < accounts) {
            take(host.phoneUnite()
                    .signIn(host.phoneUnite().openAccount(opening()).owner()));
        }
    }

    private static OpenAccount opening() {
        return OpenAccount.named("First")
                .owner("you@example.com")
                .in("US", "America/New_York", "USD")
                .on("small");
    }

    private void take(UserSession owner) {
        owners.add(owner);
        firsts.add(owner.organizations().items().get(0).id());
        billing().of(owner).putPaymentMethodOnFile("tok_visa");
        billing().of(owner).recharge("start", Money.parse("USD 500.00"));
    }

    Billing billing() {
        return host.billing();
    }

    MutableClock clock() {
        return host.clock();
    }

    FaultyPaymentGateway gateway() {
        return host.gateway();
    }

    /** What a customer, or the host's schedule, does next; to do it again is the same. */
    Runnable deed(Random random, String key) {
        int account = random.nextInt(owners.size());
        UserSession owner = owners.get(account);
        int kind = random.nextInt(100);
        if (kind < 40) {
            String amount = "USD 0." + (random.nextInt(90) + 10);
            return () -> use(owner.accountId(), firsts.get(account), key, Money.parse(amount));
        }
        if (kind < 55) {
            return () -> allowed(() -> billing().of(owner).recharge(key, Money.parse("USD 5.00")));
        }
        if (kind < 65) {
            return () -> add(owner, key);
        }
        if (kind < 80) {
            String plan = random.nextBoolean() ? "small" : "large";
            return () -> allowed(() -> billing().of(owner).changePlan(firsts.get(account), plan, PlanChange.NOW));
        }
        if (kind < 90) {
            return () -> billing().run();
        }
        return kind < 95
                ? () -> billing().reconcile()
                : () -> gateway().takeNotifications().forEach(billing()::notified);
    }

    private void use(AccountId account, OrganizationId organization, String key, Money amount) {
        if (allowed(() -> billing().actingAs("meter").deductUsage(Usage.of(account, organization, key, amount)))) {
            used.add(account + " " + key);
            acknowledged.release();
        }
    }

    private void add(UserSession owner, String key) {
        if (allowed(() ->
                owner.addOrganization(AddOrganization.named(key).on("small").key(key)))) {
            added.add(owner.accountId() + " " + key);
            acknowledged.release();
        }
    }

    /** Whether it was done; what is due, open or short may keep it from being done, and nothing else may. */
    private static boolean allowed(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.code()).isIn(REFUSALS);
            return false;
        }
    }

    /** Waits until so many more things are acknowledged that cannot be done without leaving something behind; false if that takes long. */
    boolean awaitAcknowledged(int more) throws InterruptedException {
        return acknowledged.tryAcquire(more, 30, TimeUnit.SECONDS);
    }

    /** Once the faults have stopped and time has gone by: all that was acknowledged is there, nothing is there twice, and the books are right. */
    void verify() {
        gateway().seeded(0, 0);
        for (int day = 0; day < 8; day++) {
            clock().advance(Duration.ofDays(1));
            billing().reconcile();
            billing().run();
        }
        BillingStore store = host.store();
        List<String> usedThere = new ArrayList<>();
        List<String> addedThere = new ArrayList<>();
        for (UserSession owner : owners) {
            AccountId account = owner.accountId();
            store.core().unitOfWork().view(account, () -> {
                store.ledger().list(account, 0, ALL).stream()
                        .filter(entry -> entry.kind() == EntryKind.USAGE)
                        .map(LedgerEntry::reference)
                        .forEach(reference -> usedThere.add(account + " " + reference));
                return addedThere.addAll(store.core().organizations().list(account, 0, ALL).stream()
                        .map(Organization::name)
                        .map(name -> account + " " + name)
                        .toList());
            });
            assertThat(billing().actingAs("auditor").verify(account).differences())
                    .isEmpty();
        }
        assertThat(usedThere).containsExactlyInAnyOrderElementsOf(used);
        assertThat(addedThere).containsExactlyInAnyOrderElementsOf(added);
        assertThat(gateway().breaches()).isEmpty();
        AuditorModel.of(
                        store,
                        gateway().book(),
                        AuditTerms.of(SMALL, LARGE).gateway(gateway().capabilities()))
                .quiet(clock().instant());
    }
}
