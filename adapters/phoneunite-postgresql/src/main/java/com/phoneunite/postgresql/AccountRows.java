package com.phoneunite.postgresql;

import com.phoneunite.account.Account;
import com.phoneunite.billing.cycle.ChargedTerms;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a billing run reads of an account that has no arrears, no usage that was refused and no need of auto-recharge, read ahead; and
 * what it writes, noted. What is not here makes {@link NotTogether}. Not thread-safe.
 */
final class AccountRows {

    private final Account account;
    private final LedgerAhead ledger;
    private final SubscriptionsAhead subscriptions = new SubscriptionsAhead();
    private final Map<OrganizationId, Organization> organizations = new HashMap<>();
    private final Set<OrganizationId> savedOrganizations = new LinkedHashSet<>();
    private final Map<OrganizationId, Set<HoldingFact>> holdings = new HashMap<>();
    private final Map<OrganizationId, List<ChargedTerms>> terms = new HashMap<>();
    private final List<ChargedTerms> savedTerms = new ArrayList<>();
    private Optional<AutoRechargeStanding> autoRecharge = Optional.empty();
    private Optional<Long> fence = Optional.empty();
    private Optional<Optional<Instant>> due = Optional.empty();

    AccountRows(Account account, LedgerAhead ledger) {
        this.account = account;
        this.ledger = ledger;
    }

    void read(Subscription one) {
        subscriptions.read(one);
    }

    void read(Organization one) {
        organizations.put(one.id(), one);
    }

    void read(HoldingFact one) {
        holdings.computeIfAbsent(one.organization(), organization -> new LinkedHashSet<>())
                .add(one);
    }

    void read(ChargedTerms one) {
        terms.computeIfAbsent(one.organization(), organization -> new ArrayList<>())
                .add(one);
    }

    void read(AutoRechargeStanding one) {
        autoRecharge = Optional.of(one);
    }

    void readFence(long held) {
        fence = Optional.of(held);
    }

    Account account() {
        return account;
    }

    Optional<AutoRechargeStanding> autoRecharge() {
        return autoRecharge;
    }

    LedgerAhead ledger() {
        return ledger;
    }

    SubscriptionsAhead subscriptions() {
        return subscriptions;
    }

    boolean holds(long lease) {
        return fence.filter(held -> held == lease).isPresent();
    }

    /** An organization that has a subscription: no other one was read. */
    Optional<Organization> organization(OrganizationId id) {
        return Optional.of(Optional.ofNullable(organizations.get(id)).orElseThrow(this::notTogether));
    }

    void save(Organization one) {
        organizations.put(one.id(), one);
        savedOrganizations.add(one.id());
    }

    Stream<Organization> savedOrganizations() {
        return savedOrganizations.stream().flatMap(id -> organization(id).stream());
    }

    /** What was read reaches back to what was held when the next period begins; before that it takes a look at the table. */
    Optional<HoldingFact> heldBefore(OrganizationId organization, HoldingKind kind, Instant moment) {
        Optional<HoldingFact> found = holdings.getOrDefault(organization, Set.of()).stream()
                .filter(one -> one.kind() == kind && one.since().isBefore(moment))
                .max(Comparator.comparing(HoldingFact::since));
        if (found.isEmpty() && moment.isBefore(asRead(organization).nextDue())) {
            throw notTogether();
        }
        return found;
    }

    /** The same for several organizations, with what came later. */
    List<HoldingFact> heldSince(Map<OrganizationId, Instant> since) {
        List<HoldingFact> held = new ArrayList<>();
        since.forEach((organization, moment) -> {
            for (HoldingKind kind : HoldingKind.values()) {
                heldBefore(organization, kind, moment).ifPresent(held::add);
            }
            holdings.getOrDefault(organization, Set.of()).stream()
                    .filter(one -> !one.since().isBefore(moment))
                    .forEach(held::add);
        });
        return held;
    }

    /** What was read reaches back to the terms that the next period would be charged by, under the anchor that it has. */
    Optional<ChargedTerms> termsOf(OrganizationId organization, int anchor, int period) {
        Subscription read = asRead(organization);
        if (anchor != read.anchor().number() || period < read.nextPeriod()) {
            throw notTogether();
        }
        return terms.getOrDefault(organization, List.of()).stream()
                .filter(one -> one.anchor().number() == anchor && one.fromPeriod() <= period)
                .max(Comparator.comparingInt(ChargedTerms::fromPeriod));
    }

    void save(ChargedTerms one) {
        read(one);
        savedTerms.add(one);
    }

    List<ChargedTerms> savedTerms() {
        return savedTerms;
    }

    void schedule(Optional<Instant> moment) {
        due = Optional.of(moment);
    }

    /** When it is due next; nothing where nobody has said so. */
    Optional<Optional<Instant>> due() {
        return due;
    }

    private Subscription asRead(OrganizationId organization) {
        return subscriptions.asRead(organization).orElseThrow(this::notTogether);
    }

    private NotTogether notTogether() {
        return new NotTogether(account.id());
    }
}
