package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.User;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.RecordedEvent;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.SoundContents;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Everything that a store keeps of one account, by every way that leads to it. Equal snapshots: nothing has changed. */
public record Snapshot(
        Optional<Account> account,
        List<Organization> organizations,
        int countEver,
        Map<OrganizationId, Optional<OrganizationId>> holdersOfNames,
        Map<OrganizationId, Optional<OrganizationId>> foundByRequest,
        List<User> users,
        int countUsers,
        Map<UserId, Optional<UserId>> holdersOfEmails,
        Map<OrganizationId, List<Administration>> administrators,
        Map<UserId, List<Administration>> administrationsOfUsers,
        Map<UserId, List<Membership>> memberships,
        Map<OrganizationId, List<Invitation>> invitations,
        Map<OrganizationId, List<HeldPhoneNumber>> phoneNumbers,
        Map<OrganizationId, List<OwnedSnapshot>> owned,
        List<SoundContents.Key> contents,
        Map<OrganizationId, List<Optional<HoldingFact>>> holdings,
        List<RecordedEvent> events,
        long nextPosition) {

    public static Snapshot of(Store store, AccountId account) {
        long next = nextPosition(store, account);
        return store.unitOfWork().view(account, () -> read(store, account, next));
    }

    /** Apart from bytes of sounds, which take part in no unit of work. */
    Snapshot withoutContents() {
        return new Snapshot(
                account,
                organizations,
                countEver,
                holdersOfNames,
                foundByRequest,
                users,
                countUsers,
                holdersOfEmails,
                administrators,
                administrationsOfUsers,
                memberships,
                invitations,
                phoneNumbers,
                owned,
                List.of(),
                holdings,
                events,
                nextPosition);
    }

    private static Snapshot read(Store store, AccountId id, long nextPosition) {
        List<Organization> organizations = store.organizations().list(id, -1, Integer.MAX_VALUE);
        List<User> users = store.users().list(id, Optional.empty(), Integer.MAX_VALUE);
        return new Snapshot(
                store.accounts().find(id),
                organizations,
                store.organizations().countEver(id),
                byId(
                        organizations,
                        Organization::id,
                        one -> store.organizations()
                                .findOpenByName(id, one.name())
                                .map(Organization::id)),
                byId(
                        organizations,
                        Organization::id,
                        one -> one.request()
                                .flatMap(request -> store.organizations().findByRequest(id, request.key()))
                                .map(Organization::id)),
                users,
                store.users().count(id),
                byId(
                        users,
                        User::id,
                        one -> store.users().findByEmail(id, one.email()).map(User::id)),
                byId(
                        organizations,
                        Organization::id,
                        one -> store.administrations().listOf(id, one.id(), Optional.empty(), Integer.MAX_VALUE)),
                byId(users, User::id, one -> store.administrations().heldBy(id, one.id())),
                byId(users, User::id, one -> store.memberships().heldBy(id, one.id())),
                byId(
                        organizations,
                        Organization::id,
                        one -> inside(
                                store,
                                id,
                                one,
                                scope -> store.invitations().list(scope, Optional.empty(), Integer.MAX_VALUE))),
                byId(
                        organizations,
                        Organization::id,
                        one -> inside(
                                store,
                                id,
                                one,
                                scope -> store.phoneNumbers().list(scope, Optional.empty(), Integer.MAX_VALUE))),
                byId(
                        organizations,
                        Organization::id,
                        one -> inside(store, id, one, scope -> List.of(OwnedSnapshot.of(store, scope)))),
                store.soundContents().list(Optional.empty(), Integer.MAX_VALUE).stream()
                        .filter(key -> key.account().equals(id))
                        .toList(),
                byId(
                        organizations,
                        Organization::id,
                        one -> Arrays.stream(HoldingKind.values())
                                .map(kind -> store.holdings().latest(id, one.id(), kind))
                                .toList()),
                store.outbox().read(id, 0, Integer.MAX_VALUE),
                nextPosition);
    }

    private static <T> List<T> inside(
            Store store, AccountId id, Organization organization, Function<OrganizationScope, List<T>> read) {
        Optional<Account> account = store.accounts().find(id);
        if (account.isEmpty()) {
            return List.of();
        }
        return Roster.enter(
                        account.get(),
                        store.users().find(id, account.get().ownerId()),
                        Optional.of(organization),
                        new Standing(true, false, false))
                .fold(read, refusal -> List.of());
    }

    private static <T, K, V> Map<K, V> byId(List<T> all, Function<T, K> id, Function<T, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        all.forEach(one -> map.put(id.apply(one), value.apply(one)));
        return map;
    }

    /** The outbox tells it only to one who takes it: it is taken, and the change undone. */
    private static long nextPosition(Store store, AccountId account) {
        AtomicLong next = new AtomicLong();
        try {
            return store.unitOfWork().change(account, () -> {
                next.set(store.outbox().take(account, Instant.EPOCH).position());
                throw new Undo();
            });
        } catch (Undo undo) {
            return next.get();
        }
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
