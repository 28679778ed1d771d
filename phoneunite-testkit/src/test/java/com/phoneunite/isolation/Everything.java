package com.phoneunite.isolation;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.recharge.PaymentToken;
import com.phoneunite.billing.recharge.Recharge;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Organization;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is kept of an account, people and money. Equal before and after: nothing has changed. */
record Everything(
        Optional<Account> account,
        List<Organization> organizations,
        List<User> users,
        List<Administration> administrations,
        List<Membership> memberships,
        List<Invitation> invitations,
        List<HoldingFact> holdings,
        List<RecordedEvent> events,
        Optional<LedgerHead> head,
        List<LedgerEntry> entries,
        List<Subscription> subscriptions,
        Optional<Recharge> unresolved,
        Optional<PaymentToken> card) {

    private static final int ALL = 100_000;

    static Everything of(BillingStore store, AccountId id) {
        return store.core().unitOfWork().view(id, () -> read(store, id));
    }

    private static Everything read(BillingStore store, AccountId id) {
        Store core = store.core();
        List<Organization> organizations = core.organizations().list(id, -1, ALL);
        List<User> users = core.users().list(id, Optional.empty(), ALL);
        return new Everything(
                core.accounts().find(id),
                organizations,
                users,
                users.stream()
                        .flatMap(one -> core.administrations().heldBy(id, one.id()).stream())
                        .toList(),
                users.stream()
                        .flatMap(one -> core.memberships().heldBy(id, one.id()).stream())
                        .toList(),
                organizations.stream()
                        .flatMap(one -> invitations(core, id, one))
                        .toList(),
                organizations.stream()
                        .flatMap(one -> Arrays.stream(HoldingKind.values())
                                .flatMap(kind -> core.holdings().latest(id, one.id(), kind).stream()))
                        .toList(),
                core.outbox().read(id, 0, ALL),
                store.ledger().head(id),
                store.ledger().list(id, 0, ALL),
                organizations.stream()
                        .flatMap(one -> store.subscriptions().find(id, one.id()).stream())
                        .toList(),
                store.recharges().findUnresolved(id),
                store.recharges().card(id));
    }

    private static Stream<Invitation> invitations(Store core, AccountId id, Organization organization) {
        Optional<Account> account = core.accounts().find(id);
        return account
                .flatMap(one -> Roster.enter(
                                one,
                                core.users().find(id, one.ownerId()),
                                Optional.of(organization),
                                new Standing(true, false, false))
                        .fold(Optional::of, refusal -> Optional.empty()))
                .stream()
                .flatMap(scope -> core.invitations().list(scope, Optional.empty(), ALL).stream());
    }
}
