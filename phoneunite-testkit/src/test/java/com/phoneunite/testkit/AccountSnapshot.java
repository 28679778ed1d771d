package com.phoneunite.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Arrear;
import com.phoneunite.billing.cycle.DueAccount;
import com.phoneunite.billing.cycle.DueAccounts;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.recharge.AutoRechargeStanding;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.recharge.Refund;
import com.phoneunite.billing.recharge.Reversal;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All that the stores hold of an account, so that two moments can be compared. */
record AccountSnapshot(
        Optional<Account> account,
        List<Organization> organizations,
        List<User> users,
        List<Administration> administrations,
        List<RecordedEvent> events,
        Optional<LedgerHead> head,
        List<LedgerEntry> entries,
        List<Subscription> subscriptions,
        List<Subscription> dues,
        List<Subscription> suspended,
        List<Arrear> arrears,
        Optional<Instant> nextDue,
        boolean anyPastDue,
        List<Recharge> recharges,
        Optional<Recharge> unresolved,
        Optional<PaymentToken> card,
        Optional<AutoRechargeStanding> autoRecharge,
        List<Refund> refunds,
        List<Reversal> reversals,
        List<DueAccount> due,
        List<DueAccount> checks) {

    private static final int ALL = 100_000;

    static AccountSnapshot of(BillingStore store, AccountId id) {
        Store core = store.core();
        return core.unitOfWork().view(id, () -> {
            List<Organization> organizations = core.organizations().list(id, -1, ALL);
            List<RecordedEvent> events = core.outbox().read(id, 0, ALL);
            List<Recharge> recharges = store.recharges().list(id, Optional.empty(), ALL);
            return new AccountSnapshot(
                    core.accounts().find(id),
                    organizations,
                    core.users().list(id, Optional.empty(), ALL),
                    organizations.stream()
                            .flatMap(one -> core.administrations().listOf(id, one.id(), Optional.empty(), ALL).stream())
                            .toList(),
                    events,
                    store.ledger().head(id),
                    store.ledger().list(id, 0, ALL),
                    organizations.stream()
                            .flatMap(one -> store.subscriptions().find(id, one.id()).stream())
                            .toList(),
                    store.subscriptions().due(id, Instant.MAX),
                    store.subscriptions().suspended(id),
                    store.arrears().open(id, ALL),
                    store.subscriptions().nextDue(id),
                    store.subscriptions().anyPastDue(id),
                    recharges,
                    store.recharges().findUnresolved(id),
                    store.recharges().card(id),
                    store.autoRecharges().find(id),
                    recharges.stream()
                            .flatMap(one -> store.reversals().refundsOf(id, one.key()).stream())
                            .toList(),
                    recharges.stream()
                            .flatMap(one -> store.reversals().reversalsOf(id, one.key()).stream())
                            .toList(),
                    listed(store.dueAccounts(), id),
                    listed(store.checks(), id));
        });
    }

    private static List<DueAccount> listed(DueAccounts directory, AccountId id) {
        return directory.list(Instant.MAX, Optional.empty(), ALL).stream()
                .filter(one -> one.account().equals(id))
                .toList();
    }

    /** Rules B2, B3, X3 and P5: what is true of every account at every moment. */
    void verify() {
        long sum = 0;
        LedgerEntry before = null;
        for (LedgerEntry entry : entries) {
            sum += entry.signedMinor();
            assertThat(entry.balanceAfterMinor()).isEqualTo(sum).isPositive();
            assertThat(entry.sequence()).isEqualTo(before == null ? 1 : before.sequence() + 1);
            if (before != null) {
                assertThat(entry.recordedAt()).isAfterOrEqualTo(before.recordedAt());
                assertThat(entry.position()).isGreaterThan(before.position());
            }
            before = entry;
        }
        assertThat(head.orElseThrow().balanceMinor()).isEqualTo(sum);
        assertThat(head.orElseThrow().entries()).isEqualTo(entries.size());
        List<Long> positions = Stream.concat(
                        events.stream().map(RecordedEvent::position),
                        entries.stream().map(LedgerEntry::position))
                .sorted()
                .toList();
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        assertThat(entries.stream().map(one -> one.kind() + one.reference()).distinct())
                .hasSameSizeAs(entries);
        verifySubscriptions();
        assertThat(recharges.stream().filter(one -> one.state().isUnresolved()))
                .hasSizeLessThanOrEqualTo(1)
                .containsExactlyElementsOf(unresolved.stream().toList());
        assertThat(checks.stream().map(DueAccount::due))
                .as("what is listed to be reconciled")
                .containsExactlyElementsOf(Stream.concat(
                                recharges.stream().map(Recharge::nextCheck),
                                refunds.stream().map(Refund::nextCheck))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                        .stream()
                        .toList());
    }

    /** Rules B8 and O6: each open organization is either upcoming, past due or suspended, and its state says so. */
    private void verifySubscriptions() {
        assertThat(dues)
                .containsExactlyInAnyOrderElementsOf(
                        subscriptions.stream().filter(one -> !one.isSuspended()).toList());
        assertThat(suspended)
                .containsExactlyInAnyOrderElementsOf(
                        subscriptions.stream().filter(Subscription::isSuspended).toList());
        assertThat(anyPastDue)
                .isEqualTo(subscriptions.stream()
                        .anyMatch(one -> one.pastDueSince().isPresent()));
        assertThat(nextDue)
                .isEqualTo(subscriptions.stream()
                        .filter(one -> one.pastDueSince().isEmpty() && !one.isSuspended())
                        .map(Subscription::nextDue)
                        .min(Instant::compareTo));
        if (!dues.isEmpty()) {
            assertThat(due).hasSize(1);
        }
        assertThat(organizations.stream().filter(Organization::isOpen).map(Organization::id))
                .containsExactlyInAnyOrderElementsOf(
                        subscriptions.stream().map(Subscription::organization).toList());
        for (Organization organization : organizations) {
            subscriptions.stream()
                    .filter(one -> one.organization().equals(organization.id()))
                    .forEach(one -> verifyState(organization.state(), one));
        }
        if (!arrears.isEmpty()) {
            assertThat(dues).isEmpty();
            assertThat(arrears).allMatch(Arrear::isOpen);
        }
    }

    private static void verifyState(OrganizationState state, Subscription subscription) {
        assertThat(state == OrganizationState.SUSPENDED).isEqualTo(subscription.isSuspended());
        assertThat(state == OrganizationState.PAST_DUE)
                .isEqualTo(subscription.pastDueSince().isPresent());
    }
}
