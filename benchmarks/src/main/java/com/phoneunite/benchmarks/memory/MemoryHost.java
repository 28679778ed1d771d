package com.phoneunite.benchmarks.memory;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.CountryCode;
import com.phoneunite.account.UserId;
import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PaidTerms;
import com.phoneunite.billing.cycle.PeriodAnchor;
import com.phoneunite.billing.cycle.PeriodTerms;
import com.phoneunite.billing.cycle.PlannedChanges;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A host in memory with accounts that have money, and organizations that are paid until a moment. Written through the ports: to open them
 * one by one takes longer than to measure.
 */
final class MemoryHost {

    /** When everything falls due for the first time. */
    static final Instant DUE = Instant.parse("2026-03-01T00:00:00Z");

    /** What each account has at first, in minor units. */
    static final long FUNDS = 1_000_000_000_000L;

    /** What a month costs, in minor units. */
    static final long PRICE = 2_000;

    private static final Instant ADDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final PeriodAnchor ANCHOR =
            PeriodAnchor.at(0, Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final PlanName PLAN = new PlanName("standard");
    private static final BillingPlan STANDARD = BillingPlan.named("standard")
            .monthly(usd(PRICE))
            .perExtension(Money.parse("USD 5.00"))
            .perPhoneNumber(Money.parse("USD 1.00"));

    private final MutableClock clock = MutableClock.at(DUE);
    private final BillingStore store;
    private final Billing billing;
    private final int accounts;
    private final int organizations;

    /**
     * Fills a new store.
     *
     * @param accounts how many accounts
     * @param organizations how many organizations each of them has
     */
    MemoryHost(int accounts, int organizations) {
        this(BillingStore.in(InMemoryStore.create()), accounts, organizations);
    }

    /** Fills that store, which is empty. */
    MemoryHost(BillingStore store, int accounts, int organizations) {
        this.store = store;
        this.accounts = accounts;
        this.organizations = organizations;
        this.billing = Billing.builder(store)
                .plans(STANDARD)
                .paymentGateway(SandboxGateway.create())
                .clock(clock)
                .build();
        for (int account = 0; account < accounts; account++) {
            fill(account);
        }
    }

    private void fill(int number) {
        AccountId account = account(number);
        change(account, () -> {
            UserId owner = new UserId(id(2, number));
            store.core()
                    .accounts()
                    .save(Account.open(account, owner, new CountryCode("US"), ZONE, CurrencyUnit.USD, ADDED));
            store.ledger().open(account, CurrencyUnit.USD, ADDED);
            Change change = new Change(account, Actor.system(), ADDED);
            store.ledger().post(new Posting(change, EntryKind.RECHARGE, Optional.empty(), usd(FUNDS), "first", ADDED));
            for (int ordinal = 0; ordinal < organizations; ordinal++) {
                fill(account, organization(number, ordinal), ordinal);
            }
            store.dueAccounts().schedule(account, Optional.of(DUE));
        });
    }

    private void fill(AccountId account, OrganizationId organization, int ordinal) {
        store.core()
                .organizations()
                .save(new Organization(
                        account,
                        organization,
                        OrganizationName.parse("Brand " + ordinal),
                        PLAN,
                        OrganizationState.ACTIVE,
                        ordinal,
                        ADDED,
                        ordinal == 0 ? Optional.of(ANCHOR.moment()) : Optional.empty(),
                        Optional.empty()));
        for (HoldingKind kind : HoldingKind.values()) {
            store.core().holdings().save(new HoldingFact(account, organization, kind, ADDED, 0));
        }
        PeriodTerms terms = new PeriodTerms(PLAN, 1, Holdings.Counts.NONE, usd(PRICE));
        store.chargeFacts()
                .save(new ChargedTerms(
                        account,
                        organization,
                        ZONE,
                        ANCHOR,
                        0,
                        PLAN,
                        STANDARD.versions().get(0),
                        Holdings.Counts.NONE));
        store.subscriptions()
                .save(new Subscription(
                        account,
                        organization,
                        ZONE,
                        ANCHOR,
                        1,
                        Optional.of(new PaidTerms(terms, 0, 28)),
                        Optional.empty(),
                        Optional.empty(),
                        PlannedChanges.NONE));
    }

    int accounts() {
        return accounts;
    }

    int organizations() {
        return accounts * organizations;
    }

    BillingStore store() {
        return store;
    }

    Billing billing() {
        return billing;
    }

    MutableClock clock() {
        return clock;
    }

    /** The ledger of an account. */
    List<LedgerEntry> ledger(int number) {
        AccountId account = account(number);
        return store.core().unitOfWork().view(account, () -> store.ledger().list(account, 0, Integer.MAX_VALUE));
    }

    void change(AccountId account, Runnable work) {
        store.core().unitOfWork().change(account, () -> {
            work.run();
            return true;
        });
    }

    static Money usd(long minor) {
        return Money.ofMinor(CurrencyUnit.USD, minor);
    }

    static AccountId account(int number) {
        return new AccountId(id(1, number));
    }

    static OrganizationId organization(int account, int ordinal) {
        return new OrganizationId(id(3, account * 1_000_000L + ordinal));
    }

    private static UUID id(int kind, long number) {
        return new UUID(0x63F5_5555_7000L + kind, Long.MIN_VALUE + number);
    }
}
