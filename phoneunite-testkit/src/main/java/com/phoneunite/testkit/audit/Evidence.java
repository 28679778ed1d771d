package com.phoneunite.testkit.audit;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.PlanExchange;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.billing.plan.PlanVersion;
import com.phoneunite.billing.recharge.AutoRecharge;
import com.phoneunite.billing.recharge.DeclineReason;
import com.phoneunite.billing.recharge.GatewayCapabilities;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.RechargeCursor;
import com.phoneunite.billing.recharge.RechargeKind;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.PlanName;
import com.phoneunite.testkit.GatewayBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads one account of a store, and a gateway's book, and tells of them in the auditor's words. Used inside a unit of work. */
record Evidence(BillingStore store, GatewayBook book, AuditTerms terms, AccountId account) implements Facts {

    private static final int PAGE = 500;

    /** What was recorded behind that position, in order, and may have gaps. */
    List<Happening> happenings(long afterPosition) {
        List<Happening> all = new ArrayList<>();
        long last = afterPosition;
        List<LedgerEntry> entries;
        do {
            entries = store.ledger().listByPosition(account, last, PAGE);
            for (LedgerEntry entry : entries) {
                Line line = line(entry);
                last = entry.position();
                all.add(new Happening(
                        last, entry.recordedAt(), isSystem(entry.actor()), (judge, told) -> judge.line(told, line)));
            }
        } while (entries.size() == PAGE);
        int lines = all.size();
        EvidenceOfEvents.read(store.core().outbox(), account, afterPosition, PAGE)
                .forEach(all::add);
        if (lines > 0 && all.size() > lines) {
            all.sort((one, other) -> Long.compare(one.position(), other.position()));
        }
        return all;
    }

    /** The first position of which an event still waits for its delivery; what is behind it has not been delivered. */
    OptionalLong firstUndelivered() {
        return store.core().outbox().read(account, 0, 1).stream()
                .mapToLong(event -> event.position())
                .findFirst();
    }

    static boolean isSystem(Actor actor) {
        return actor instanceof Actor.SystemActor;
    }

    private static Line line(LedgerEntry entry) {
        return new Line(
                entry.sequence(),
                entry.position(),
                LineKind.valueOf(entry.kind().name()),
                entry.currency().getCode(),
                entry.signedMinor(),
                entry.balanceAfterMinor(),
                entry.organization(),
                entry.happenedAt(),
                entry.recordedAt(),
                entry.reference(),
                entry.actor().hashCode());
    }

    @Override
    public Ground ground() {
        Account found = store.core()
                .accounts()
                .find(account)
                .orElseThrow(() -> new AuditFailure("A1", "there is a ledger, and no account " + account));
        return new Ground(found.zone(), found.currency().getCode(), found.openedAt());
    }

    @Override
    public long entries() {
        return head().map(LedgerHead::entries).orElse(0L);
    }

    @Override
    public long balance() {
        return head().map(LedgerHead::balanceMinor).orElse(0L);
    }

    private Optional<LedgerHead> head() {
        return store.ledger().head(account);
    }

    @Override
    public List<Line> lines(long afterSequence, int limit) {
        return store.ledger().list(account, afterSequence, limit).stream()
                .map(Evidence::line)
                .toList();
    }

    @Override
    public List<Business> businesses() {
        List<Business> all = new ArrayList<>();
        List<Organization> page;
        int after = -1;
        do {
            page = store.core().organizations().list(account, after, PAGE);
            for (Organization one : page) {
                all.add(business(one));
                after = one.ordinal();
            }
        } while (page.size() == PAGE);
        return all;
    }

    @Override
    public Optional<Business> business(OrganizationId id) {
        return store.core().organizations().find(account, id).map(Evidence::business);
    }

    private static Business business(Organization one) {
        return new Business(
                one.id(),
                one.ordinal(),
                State.valueOf(one.state().name()),
                one.plan(),
                one.addedAt(),
                one.trialEndsAt());
    }

    @Override
    public Optional<Progress> progress(OrganizationId id) {
        return store.subscriptions().find(account, id).map(Evidence::progress);
    }

    private static Progress progress(Subscription one) {
        return new Progress(
                one.anchor().number(),
                one.anchor().moment(),
                one.anchor().date(),
                one.nextPeriod(),
                one.shortage().map(lack -> new Progress.Shortage(lack.period(), lack.since(), lack.graceUntil())),
                one.suspendedSince(),
                new PlannedPlans(
                        one.planned().all().stream()
                                .map(plan -> new Planned(plan.plan(), plan.askedAt(), plan.askedAt()))
                                .toList(),
                        true));
    }

    @Override
    public Held held(OrganizationId id, Instant moment) {
        return new Held(held(id, HoldingKind.EXTENSION, moment), held(id, HoldingKind.PHONE_NUMBER, moment));
    }

    private int held(OrganizationId id, HoldingKind kind, Instant moment) {
        return store.core()
                .holdings()
                .latestBefore(account, id, kind, moment)
                .map(HoldingFact::count)
                .orElse(0);
    }

    private static Held held(Holdings.Counts counts) {
        return new Held(counts.extensions(), counts.phoneNumbers());
    }

    @Override
    public Optional<Tariff> tariff(PlanName plan) {
        for (BillingPlan one : terms.plans().get()) {
            if (one.name().equals(plan)) {
                List<Tariff.Version> versions =
                        one.versions().stream().map(Evidence::version).toList();
                return Optional.of(new Tariff(code(one.versions().get(0).monthly()), versions));
            }
        }
        return Optional.empty();
    }

    private static Tariff.Version version(PlanVersion one) {
        return new Tariff.Version(
                one.effectiveFrom(),
                one.monthly().getAmountMinorLong(),
                one.perExtension().getAmountMinorLong(),
                one.perPhoneNumber().getAmountMinorLong());
    }

    @Override
    public List<PlanName> plans() {
        return terms.plans().get().stream().map(BillingPlan::name).toList();
    }

    @Override
    public Optional<ToldTerms> terms(OrganizationId id, int anchor, int n) {
        return store.chargeFacts().termsOf(account, id, anchor, n).map(Evidence::told);
    }

    private static ToldTerms told(ChargedTerms one) {
        Held held = held(one.held());
        Tariff tariff = new Tariff(code(one.prices().monthly()), List.of(version(one.prices())));
        Instant anchor = one.anchor().moment();
        return new ToldTerms(one.plan(), tariff.price(anchor, held), held, anchor);
    }

    @Override
    public Optional<ToldExchange> exchange(String reference) {
        return store.chargeFacts().exchange(account, reference).map(Evidence::told);
    }

    private static ToldExchange told(PlanExchange one) {
        return new ToldExchange(one.from(), one.to(), one.daysLeft());
    }

    @Override
    public long arrears() {
        return store.arrears().openMinor(account);
    }

    @Override
    public List<Attempt> attempts() {
        List<Attempt> all = new ArrayList<>();
        Optional<RechargeCursor> after = Optional.empty();
        List<Recharge> page;
        do {
            page = store.recharges().list(account, after, PAGE);
            for (Recharge one : page) {
                all.add(attempt(one));
                after = Optional.of(new RechargeCursor(
                        one.attempt().recordedAt(), one.attempt().key()));
            }
        } while (page.size() == PAGE);
        return all;
    }

    @Override
    public Optional<Attempt> attempt(String key) {
        return store.recharges().find(account, new IdempotencyKey(key)).map(Evidence::attempt);
    }

    private static Attempt attempt(Recharge one) {
        return new Attempt(
                one.attempt().key().value(),
                one.attempt().kind() == RechargeKind.AUTOMATIC,
                code(one.attempt().amount()),
                one.attempt().amount().getAmountMinorLong(),
                one.attempt().recordedAt(),
                AttemptState.valueOf(one.state().name()),
                one.declined().map(Evidence::decline).orElse(Attempt.Decline.NONE),
                one.resolution().isPresent(),
                one.resolution()
                        .flatMap(decided -> decided.amount())
                        .map(money -> OptionalLong.of(money.getAmountMinorLong()))
                        .orElse(OptionalLong.empty()));
    }

    private static Attempt.Decline decline(DeclineReason reason) {
        return switch (reason) {
            case RETRY_LATER, CUSTOMER_MUST_ACT -> Attempt.Decline.FOR_NOW;
            case NEVER_WITH_THIS_CARD -> Attempt.Decline.FOR_EVER;
            case MISCONFIGURED -> Attempt.Decline.NOT_OF_THE_CARD;
        };
    }

    @Override
    public List<Taking> takings(String recharge) {
        IdempotencyKey key = new IdempotencyKey(recharge);
        return Stream.concat(
                        store.reversals().refundsOf(account, key).stream().map(Evidence::taking),
                        store.reversals().reversalsOf(account, key).stream().map(Evidence::taking))
                .toList();
    }

    private static Taking taking(Refund one) {
        Taking.Stand stand = switch (one.state()) {
            case RECORDED, UNKNOWN -> Taking.Stand.UNRESOLVED;
            case DONE -> Taking.Stand.TAKEN;
            case GIVEN_BACK -> Taking.Stand.RETURNED;
            case IN_REVIEW -> Taking.Stand.IN_REVIEW;
        };
        return new Taking(
                Taking.Source.OURS,
                one.key().value(),
                one.recharge().value(),
                one.amount().getAmountMinorLong(),
                stand,
                one.resolution().isPresent());
    }

    private static Taking taking(Reversal one) {
        Taking.Stand stand = switch (one.state()) {
            case WAITING -> Taking.Stand.WAITING;
            case TAKEN -> Taking.Stand.TAKEN;
            case RETURNED -> Taking.Stand.RETURNED;
            case IN_REVIEW -> Taking.Stand.IN_REVIEW;
        };
        return new Taking(
                Taking.Source.valueOf(one.kind().name()),
                one.reference(),
                one.recharge().value(),
                one.resolution()
                        .flatMap(decided -> decided.amount())
                        .orElse(one.amount())
                        .getAmountMinorLong(),
                stand,
                one.resolution().isPresent());
    }

    @Override
    public Optional<Setting> setting() {
        return store.autoRecharges().find(account).flatMap(one -> one.setting()).map(Evidence::setting);
    }

    static Setting setting(AutoRecharge one) {
        return new Setting(
                one.threshold().getAmountMinorLong(),
                one.target().map(Money::getAmountMinorLong).orElse(0L),
                one.step().map(Money::getAmountMinorLong).orElse(0L),
                one.perMonth().getAmountMinorLong());
    }

    @Override
    public long refusedUsage() {
        return store.usageNeeds().find(account).map(need -> need.minor()).orElse(0L);
    }

    @Override
    public long raised(long minor) {
        CurrencyUnit currency = CurrencyUnit.of(ground().currency());
        GatewayCapabilities.Amounts amounts = terms.gateway().amounts().get(currency);
        if (amounts == null) {
            return minor;
        }
        long least = Math.max(minor, amounts.minimumMinor());
        long unit = amounts.granularityMinor();
        return (least + unit - 1) / unit * unit;
    }

    @Override
    public List<Capture> captures(int after) {
        return book.captures(account, after).stream()
                .map(one -> new Capture(
                        one.key().substring(one.key().indexOf('/') + 1),
                        code(one.amount()),
                        one.amount().getAmountMinorLong()))
                .toList();
    }

    @Override
    public long takenBack(String recharge) {
        return book.takenMinor(account + "/" + recharge);
    }

    private static String code(Money money) {
        return money.getCurrencyUnit().getCode();
    }
}
