package com.phoneunite.testkit.simulation;

import com.phoneunite.RefusedException;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.PaymentNotification;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.testkit.audit.AuditFailure;
import com.phoneunite.testkit.audit.AuditTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** What the two hosts share. Whoever has the baton works on it. */
final class World {

    private static final int REDELIVERED = 40;
    private static final int MOST_ORGANIZATIONS = 500;

    private final BillingStore store;
    private final SimulatedPlans plans = new SimulatedPlans();
    private final SimulatedTerms terms;
    private final SimulatedTime time;
    private final Bank bank;
    private final FaultTally tally = new FaultTally();
    private final List<Customer> customers = new ArrayList<>();
    private final List<PaymentNotification> delivered = new ArrayList<>();
    private final Map<AccountId, Long> handled = new HashMap<>();
    private final Chance random;
    private Optional<AuditFailure> breach = Optional.empty();
    private Optional<SimulatedHost> holder = Optional.empty();
    private Consumer<RecordedEvent> told = event -> {};
    private long ids;

    World(BillingStore store, long seed) {
        this.store = store;
        this.terms = SimulatedTerms.draw(seed);
        this.time = new SimulatedTime(terms.start());
        this.bank = new Bank(terms, time.clock(), tally);
        this.random = new Chance(seed);
        bank.gateway().deliverEarlyTo(this::deliverEarly);
    }

    BillingStore store() {
        return store;
    }

    SimulatedPlans plans() {
        return plans;
    }

    SimulatedTerms terms() {
        return terms;
    }

    /** By what the simulation is judged. */
    AuditTerms auditTerms() {
        return AuditTerms.of(plans::all)
                .trialDays(terms.trialDays())
                .grace(terms.grace())
                .gateway(terms.gateway());
    }

    SimulatedTime time() {
        return time;
    }

    Bank bank() {
        return bank;
    }

    FaultTally tally() {
        return tally;
    }

    List<Customer> customers() {
        return customers;
    }

    List<AccountId> accounts() {
        return customers.stream().map(Customer::id).toList();
    }

    boolean knows(AccountId account) {
        return customers.stream().anyMatch(customer -> customer.id().equals(account));
    }

    /** Something was seen that must not be. The first one counts. */
    void breaks(AuditFailure failure) {
        breach = breach.isPresent() ? breach : Optional.of(failure);
    }

    Optional<AuditFailure> breach() {
        return breach;
    }

    /** What has been delivered a while ago may be delivered again. */
    List<PaymentNotification> delivered() {
        return delivered;
    }

    void deliver(SimulatedHost host, List<PaymentNotification> notifications) {
        for (PaymentNotification notification : notifications) {
            host.billing().notified(notification);
            delivered.add(notification);
        }
        if (delivered.size() > REDELIVERED) {
            delivered.subList(0, delivered.size() - REDELIVERED).clear();
        }
    }

    /** Which host has the baton. */
    void isHeldBy(SimulatedHost host) {
        holder = Optional.of(host);
    }

    /** A notification that comes before the answer to the call that it tells of. Where the host fails then, it comes again later. */
    private void deliverEarly(PaymentNotification notification) {
        try {
            holder.orElseThrow().billing().notified(notification);
        } catch (SimulatedCrash | RefusedException e) {
            delivered.add(notification);
        }
    }

    /** The organizations of the account, read behind the hosts' backs. */
    List<OrganizationId> organizations(Customer customer) {
        AccountId account = customer.id();
        return store.core()
                .unitOfWork()
                .view(
                        account,
                        () -> store.core().organizations().list(account, -1, MOST_ORGANIZATIONS).stream()
                                .map(Organization::id)
                                .toList());
    }

    /** What the account has, read behind the hosts' backs, in minor units. */
    long balanceMinor(Customer customer) {
        AccountId account = customer.id();
        return store.core()
                .unitOfWork()
                .view(account, () -> store.ledger().head(account))
                .map(LedgerHead::balanceMinor)
                .orElse(0L);
    }

    /** Below what the account is recharged by itself, if it is, in minor units. */
    OptionalLong thresholdMinor(Customer customer) {
        AccountId account = customer.id();
        return store.core()
                .unitOfWork()
                .view(account, () -> store.autoRecharges().find(account))
                .flatMap(AutoRechargeStanding::setting)
                .map(setting -> OptionalLong.of(setting.threshold().getAmountMinorLong()))
                .orElse(OptionalLong.empty());
    }

    /** Who is told of the events that are delivered and forgotten. */
    void tells(Consumer<RecordedEvent> audit) {
        told = audit;
    }

    /** Rule X3: the host's handler is given an event. */
    void handles(RecordedEvent event) {
        AccountId account = event.account();
        long position = event.position();
        told.accept(event);
        long before = handled.getOrDefault(account, 0L);
        if (position > before + 1) {
            breaks(new AuditFailure(
                    "X3", "account " + account + ": event " + position + " was delivered after event " + before));
        }
        handled.put(account, Math.max(before, position));
    }

    /** A UUID of version 7 that no other is equal to. */
    UUID nextId() {
        ids++;
        long version7 = time.clock().millis() << 16 | 0x7000L | (ids & 0xfffL);
        return new UUID(version7, Long.MIN_VALUE | ids);
    }

    byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) random.below(256);
        }
        return bytes;
    }
}
