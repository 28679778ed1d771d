package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Invitation;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.User;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.OwnedRepository;
import com.phoneunite.resource.OwnedThing;
import com.phoneunite.resource.ResourceRef;
import com.phoneunite.resource.ResourceRefusal;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.resource.ResourceUse;
import com.phoneunite.telephony.HeldPhoneNumber;
import com.phoneunite.telephony.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * All that an organization owns, kind by kind: who refers to what, what is exported, and what becomes of it when the organization is
 * closed. A new kind does not compile before it has an answer to each. Runs inside a unit of work.
 */
final class Belongings {

    private final Desk desk;

    Belongings(Desk desk) {
        this.desk = desk;
    }

    private Belonging of(OwnedKind kind) {
        return switch (kind) {
            case ADMINISTRATION -> new Administering();
            case MEMBERSHIP -> new Extensions();
            case INVITATION -> new OpenInvitations();
            case PHONE_NUMBER -> new Numbers();
            case CALL_TREE ->
                new Things<>(desk.store().callTrees(), List.of(kind.type()), (into, all) -> into.callTrees = all);
            case SOUND -> new Things<>(desk.store().sounds(), List.of(kind.type()), (into, all) -> into.sounds = all);
            case RESOURCE ->
                new Things<>(
                        desk.store().resources(), desk.resourceTypes().keySet(), (into, all) -> into.resources = all);
        };
    }

    /** Rule I3: whether the organization has the thing, and others can refer to it. */
    boolean has(OrganizationScope scope, ResourceRef ref) {
        return of(ref.kind()).nameOf(scope, ref).isPresent();
    }

    /** Rule T3: whether calls can be led to the thing. */
    boolean canBeLedTo(OrganizationScope scope, ResourceRef ref) {
        return switch (ref.kind()) {
            case MEMBERSHIP, CALL_TREE -> has(scope, ref);
            case RESOURCE ->
                desk.resourceType(ref.type())
                                .filter(ResourceType::isDestination)
                                .isPresent()
                        && has(scope, ref);
            case ADMINISTRATION, INVITATION, PHONE_NUMBER, SOUND -> false;
        };
    }

    /** Rule I3: keeps what the thing refers to, which must be there, or be the thing itself. */
    void refer(OrganizationScope scope, ResourceRef user, Collection<ResourceRef> used) {
        List<ResourceRef> missing = used.stream()
                .distinct()
                .filter(one -> !one.equals(user) && !has(scope, one))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedException(new ResourceRefusal.ReferenceNotFound(missing));
        }
        desk.store().references().replace(scope, user, new TreeSet<>(used));
    }

    /** The thing refers to nothing any more. */
    void referToNothing(OrganizationScope scope, ResourceRef user) {
        desk.store().references().replace(scope, user, Set.of());
    }

    /** Rules M6 and T5: nothing but the thing itself refers to it. */
    void requireUnused(OrganizationScope scope, ResourceRef ref) {
        List<ResourceUse> uses =
                desk.store().references().usersOf(scope, ref, ResourceRefusal.InUse.MAX_NAMED + 1).stream()
                        .filter(user -> !user.equals(ref))
                        .limit(ResourceRefusal.InUse.MAX_NAMED)
                        .map(user -> new ResourceUse(
                                user, of(user.kind()).nameOf(scope, user).orElse(user.id())))
                        .toList();
        if (!uses.isEmpty()) {
            throw new RefusedException(new ResourceRefusal.InUse(ref, uses));
        }
    }

    /** All that the organization owns. */
    OrganizationExport export(OrganizationScope scope, Instant at) {
        OrganizationExport.Draft draft = new OrganizationExport.Draft();
        for (OwnedKind kind : OwnedKind.values()) {
            of(kind).export(scope, draft);
        }
        return draft.of(OrganizationSummary.of(scope.organization(), scope.standing()), at);
    }

    /** Rule O7: closes all that the organization owns. */
    void close(OrganizationScope scope, Change change) {
        for (OwnedKind kind : OwnedKind.values()) {
            of(kind).close(scope, change);
        }
    }

    /** Nothing refers to an administration; it stays as history. */
    private final class Administering implements Belonging {

        @Override
        public Optional<String> nameOf(OrganizationScope scope, ResourceRef ref) {
            return Optional.empty();
        }

        @Override
        public void export(OrganizationScope scope, OrganizationExport.Draft into) {
            into.administrators = desk
                    .store()
                    .administrations()
                    .listOf(scope.account(), scope.organizationId(), Optional.empty(), User.MAX_PER_ACCOUNT)
                    .stream()
                    .map(one -> new OrganizationExport.Administrator(person(scope, one.user()), one.since()))
                    .toList();
        }

        @Override
        public void close(OrganizationScope scope, Change change) {}
    }

    /** Extensions belong to memberships, which stay as history. */
    private final class Extensions implements Belonging {

        @Override
        public Optional<String> nameOf(OrganizationScope scope, ResourceRef ref) {
            return Optional.of(ref.id())
                    .filter(Extension.Rule::isExtension)
                    .flatMap(digits -> desk.store().memberships().findByExtension(scope, new Extension(digits)))
                    .map(Membership::extension)
                    .map(Extension::value);
        }

        @Override
        public void export(OrganizationScope scope, OrganizationExport.Draft into) {
            into.members = desk.store().memberships().list(scope, Optional.empty(), User.MAX_PER_ACCOUNT).stream()
                    .map(one -> new OrganizationExport.Member(person(scope, one.user()), one.extension(), one.since()))
                    .toList();
        }

        @Override
        public void close(OrganizationScope scope, Change change) {}
    }

    /** Nothing refers to an invitation; it is revoked. */
    private final class OpenInvitations implements Belonging {

        @Override
        public Optional<String> nameOf(OrganizationScope scope, ResourceRef ref) {
            return Optional.empty();
        }

        @Override
        public void export(OrganizationScope scope, OrganizationExport.Draft into) {
            into.invitations = all(scope);
        }

        @Override
        public void close(OrganizationScope scope, Change change) {
            for (Invitation invitation : all(scope)) {
                desk.store().invitations().remove(invitation);
                desk.record(change, scope.organizationId(), new MembershipEvent.InvitationRevoked(invitation.id()));
            }
        }

        private List<Invitation> all(OrganizationScope scope) {
            return desk.store().invitations().list(scope, Optional.empty(), Invitation.MAX_PER_ORGANIZATION);
        }
    }

    /** Phone numbers are free again. */
    private final class Numbers implements Belonging {

        @Override
        public Optional<String> nameOf(OrganizationScope scope, ResourceRef ref) {
            return PhoneNumber.read(ref.id())
                    .flatMap(number -> desk.store().phoneNumbers().find(scope, number))
                    .map(held -> held.number().value());
        }

        @Override
        public void export(OrganizationScope scope, OrganizationExport.Draft into) {
            into.phoneNumbers = all(scope);
        }

        @Override
        public void close(OrganizationScope scope, Change change) {
            all(scope).forEach(held -> PhoneNumbers.release(desk, scope, held, change));
        }

        private List<HeldPhoneNumber> all(OrganizationScope scope) {
            return desk.store().phoneNumbers().list(scope, Optional.empty(), HeldPhoneNumber.MAX_PER_ORGANIZATION);
        }
    }

    /** Call trees, sounds and the things that a host has brought: they stay as history. */
    private record Things<T extends OwnedThing>(
            OwnedRepository<T> repository, Collection<String> types, BiConsumer<OrganizationExport.Draft, List<T>> keep)
            implements Belonging {

        @Override
        public Optional<String> nameOf(OrganizationScope scope, ResourceRef ref) {
            return repository.find(scope, ref).map(one -> one.name().value());
        }

        @Override
        public void export(OrganizationScope scope, OrganizationExport.Draft into) {
            List<T> all = new ArrayList<>();
            types.forEach(type ->
                    all.addAll(repository.list(scope, type, Optional.empty(), ResourceType.MAX_PER_ORGANIZATION)));
            keep.accept(into, all);
        }

        @Override
        public void close(OrganizationScope scope, Change change) {}
    }

    /** Rule M1: somebody who stands in the organization. */
    OrganizationExport.Person person(OrganizationScope scope, UserId id) {
        User user = desk.store().users().find(scope.account(), id).orElseThrow();
        return new OrganizationExport.Person(user.id(), user.email(), user.active());
    }
}
