package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.AccountRefusal;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.input.InputValidator;
import com.phoneunite.input.Moments;
import com.phoneunite.membership.InvitationToken;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.OrganizationScope;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.Standings;
import com.phoneunite.membership.User;
import com.phoneunite.organization.BillingOpinion;
import com.phoneunite.organization.Holdings;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.Trial;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.resource.ResourceType;
import com.phoneunite.store.FundedChange;
import com.phoneunite.store.Store;
import com.phoneunite.telephony.NumberingPlan;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all doors of one {@link PhoneUnite} share: how a call is validated, run as a whole, and who may make it. */
record Desk(
        Store store,
        OrganizationBilling billing,
        InstantSource clock,
        Supplier<UUID> ids,
        Supplier<byte[]> randomness,
        Set<String> reservedExtensions,
        Map<String, ResourceType<?>> resourceTypes,
        Trial trial) {

    private static final Logger LOG = LoggerFactory.getLogger(PhoneUnite.class);

    /** Rule X4: before anything is read. */
    static <I> I valid(I input) {
        RefusedException.throwIf(InputValidator.check(input));
        return input;
    }

    /** Rule X4: something that is not there is refused like any other bad input. */
    static <T> T given(String path, T value) {
        RefusedException.throwIf(InputValidator.required(path, value));
        return value;
    }

    /**
     * A new thing takes the place of none that is there.
     *
     * @param former what has that id already
     * @throws PhoneUniteFault if there is something
     */
    static void requireNew(Object id, Optional<?> former) {
        if (former.isPresent()) {
            throw new PhoneUniteFault("the source of ids has made " + id + " twice");
        }
    }

    <T> T view(AccountId account, Supplier<T> work) {
        return store.unitOfWork().view(account, work);
    }

    <T> T change(AccountId account, Supplier<T> work) {
        return store.unitOfWork().change(account, work);
    }

    /** A change that money may refuse for now. */
    <T> T fundedChange(AccountId account, Supplier<T> work) {
        return RefusedException.granted(new FundedChange(store.unitOfWork()).run(account, work));
    }

    /** Goes on where money agrees, and leaves the change where it does not. */
    static void heed(BillingOpinion opinion) {
        opinion.fold(
                granted -> granted,
                refused -> {
                    throw new RefusedException(refused.refusal());
                },
                refusedForNow -> {
                    throw FundedChange.undo(refusedForNow);
                });
    }

    Change changeBy(UserRef user) {
        return new Change(user.account(), Actor.user(user.user()), Moments.now(clock));
    }

    void record(Change change, DomainEvent event) {
        store.outbox().append(change, Optional.empty(), event);
        LOG.debug("{} account={}", event.type(), change.account());
    }

    void record(Change change, OrganizationId organization, DomainEvent event) {
        store.outbox().append(change, Optional.of(organization), event);
        LOG.debug("{} account={} organization={}", event.type(), change.account(), organization);
    }

    Optional<User> user(UserRef user) {
        return store.users().find(user.account(), user.user());
    }

    /** Rule A2: the account, where the viewer is its owner. */
    Account ownedBy(UserRef viewer) {
        Account account = account(viewer);
        RefusedException.granted(Roster.owner(account, user(viewer)));
        return account;
    }

    /** Rules A2 and O7: the account, where the viewer is its owner and it is open. */
    Account openAndOwnedBy(UserRef viewer) {
        Account account = ownedBy(viewer);
        if (!account.isOpen()) {
            throw new RefusedException(new AccountRefusal.AccountClosed());
        }
        return account;
    }

    /** The account of an active user. */
    Account account(UserRef viewer) {
        RefusedException.granted(Roster.active(user(viewer)));
        return store.accounts()
                .find(viewer.account())
                .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
    }

    /** Rule S3: reads the viewer's access again, and lets them in. */
    OrganizationScope enter(UserRef viewer, OrganizationId id) {
        return store.accounts()
                .find(viewer.account())
                .flatMap(account -> scope(account, viewer, id))
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
    }

    /** Rule A2: lets the viewer in to manage. */
    OrganizationScope enterToManage(UserRef viewer, OrganizationId id) {
        OrganizationScope scope = enter(viewer, id);
        RefusedException.throwIf(Roster.manage(scope));
        return scope;
    }

    /** Rule O6: lets the viewer in to add or to change. */
    OrganizationScope enterToAdd(UserRef viewer, OrganizationId id) {
        OrganizationScope scope = enterToManage(viewer, id);
        requireNotSuspended(scope.organization());
        return scope;
    }

    /** Rule O6: nothing is added or changed while the organization is suspended. */
    static void requireNotSuspended(Organization organization) {
        if (organization.state() == OrganizationState.SUSPENDED) {
            throw new RefusedException(new OrganizationRefusal.Suspended());
        }
    }

    /** Rule S3: the scope of a user, where they may enter. */
    Optional<OrganizationScope> scope(Account account, UserRef user, OrganizationId id) {
        Optional<Organization> organization = store.organizations().find(account.id(), id);
        Standing standing = standings().of(account, user.user(), id);
        return Roster.enter(account, user(user), organization, standing)
                .fold(Optional::of, refusal -> Optional.empty());
    }

    /** How another user stands where somebody stands. */
    Standing standingIn(OrganizationScope scope, UserId user) {
        Account account = store.accounts().find(scope.account()).orElseThrow();
        return standings().of(account, user, scope.organizationId());
    }

    /** The host's type with that name, if it has named one. */
    Optional<ResourceType<?>> resourceType(String name) {
        return Optional.ofNullable(resourceTypes.get(name));
    }

    Holdings holdings() {
        return new Holdings(store.holdings());
    }

    NumberingPlan numberingPlanOf(OrganizationScope scope) {
        Account account = store.accounts().find(scope.account()).orElseThrow();
        return new NumberingPlan(account.country(), reservedExtensions);
    }

    InvitationToken newToken(AccountId account) {
        return InvitationToken.of(account, randomness.get());
    }

    Standings standings() {
        return new Standings(store.organizations(), store.administrations(), store.memberships());
    }
}
