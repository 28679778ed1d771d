package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountEvent;
import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Standing;
import com.phoneunite.membership.StandingCursor;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationEvent;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationRefusal;
import com.phoneunite.organization.Portfolio;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in user. What they may do is read again at every call (rule S3). The current organization is the workspace that is
 * held, not a state of the session or of the user (rule S2).
 *
 * <p>Immutable and safe for any number of threads. Every method answers {@code USER_NOT_FOUND} once the user is not active any
 * more, except {@link #switchTo}, which answers {@code ORGANIZATION_NOT_FOUND}.
 */
public final class UserSession {

    private final Desk desk;
    private final UserRef viewer;

    UserSession(Desk desk, UserRef viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /** Who is signed in, with their account. */
    public UserRef ref() {
        return viewer;
    }

    /** Who is signed in. */
    public UserId user() {
        return viewer.user();
    }

    /** The account that the user belongs to. */
    public AccountId accountId() {
        return viewer.account();
    }

    /**
     * Rule A2: the account.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}
     */
    public Account account() {
        return desk.view(viewer.account(), () -> desk.ownedBy(viewer));
    }

    /** Rule S1: the first {@value PageRequest#MAX_LIMIT} of the open organizations that the user may switch to. */
    public Page<OrganizationSummary> organizations() {
        return organizations(PageRequest.first(PageRequest.MAX_LIMIT));
    }

    /**
     * Rule S1: the open organizations that the user owns, administers or is a member of, in the order in which they were added.
     *
     * @throws RefusedException {@code INVALID_INPUT} if the page cannot be asked for
     */
    public Page<OrganizationSummary> organizations(PageRequest page) {
        Optional<StandingCursor> after =
                RefusedException.granted(Desk.valid(page).cursorAs(StandingCursor::parse));
        return desk.view(
                viewer.account(),
                () -> desk.standings()
                        .list(desk.account(viewer), viewer.user(), Standing::mayEnter, after, page.limit())
                        .map(one -> OrganizationSummary.of(one.organization(), one.standing())));
    }

    /**
     * Rule S1: the organization as a workspace, every section of which shows that organization and nothing else. Changes nothing.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND} if the user has no standing in an open organization with that id
     */
    public OrganizationWorkspace switchTo(OrganizationId organization) {
        Desk.given("organization", organization);
        desk.view(viewer.account(), () -> desk.enter(viewer, organization));
        return new OrganizationWorkspace(desk, viewer, organization);
    }

    /**
     * Adds a further organization.
     *
     * @see #addOrganization(AddOrganization)
     */
    public Organization addOrganization(@Nullable String name, @Nullable String plan) {
        return addOrganization(AddOrganization.named(name).on(plan));
    }

    /**
     * Rules O2 to O5: adds a further organization, charges its first month and makes the owner its administrator, in one step.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code IDEMPOTENCY_KEY_REUSED}, {@code ACCOUNT_CLOSED},
     *     {@code PAYMENT_METHOD_REQUIRED}, {@code ORGANIZATION_NAME_TAKEN}, {@code ORGANIZATION_LIMIT_REACHED}, and what billing refuses:
     *     {@code UNKNOWN_PLAN}, {@code PLAN_CURRENCY_MISMATCH}, {@code PLAN_ARCHIVED}, {@code ACCOUNT_PAST_DUE}, {@code BALANCE_TOO_LOW}, {@code
     *     RECHARGE_UNRESOLVED}
     */
    public Organization addOrganization(AddOrganization request) {
        return new Opening(desk).add(viewer, request);
    }

    /**
     * Rules A2 and O2: renames an open organization. The name that it has changes nothing.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code ORGANIZATION_NOT_FOUND}, {@code
     *     ORGANIZATION_NAME_TAKEN}
     */
    public Organization renameOrganization(OrganizationId organization, @Nullable String name) {
        Desk.valid(new NewName(organization, name));
        OrganizationName newName = OrganizationName.parse(Objects.requireNonNull(name));
        return desk.change(viewer.account(), () -> rename(organization, newName));
    }

    /**
     * Rules A2 and O7: closes an open organization, for ever. What is due and covered is charged first, the rest lapses, and nothing is
     * refunded; its phone numbers are free, its invitations are revoked, its name is free, and its history stays.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code ORGANIZATION_NOT_FOUND}, {@code
     *     LAST_OPEN_ORGANIZATION}
     */
    public Organization closeOrganization(OrganizationId organization) {
        return new Closing(desk).close(viewer, Desk.given("organization", organization));
    }

    /**
     * Rules A2 and O7: closes the account, for ever, with all of its organizations, each as {@link #closeOrganization} does. From then on
     * it takes nothing but late outcomes of payments, refunds and disputes; what is there can still be read, and what only takes
     * something away still works: removing the card, deactivating users. A closed account stays as it is.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}; {@code RECHARGE_UNRESOLVED} as long as a payment attempt is not settled: ask again
     *     when it is
     */
    public Account closeAccount() {
        return new Closing(desk).closeAccount(viewer);
    }

    /** Rule M1: the users of the account, for its owner. */
    public AccountUsers users() {
        return new AccountUsers(desk, viewer);
    }

    /**
     * Rule A2: hands the account over to another active user of it. The former owner keeps the administrations that they hold. To
     * oneself changes nothing.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}, {@code ACCOUNT_CLOSED}, {@code USER_NOT_FOUND}
     */
    public Account handOverTo(UserId newOwner) {
        Desk.given("newOwner", newOwner);
        return desk.change(viewer.account(), () -> {
            Account account = desk.openAndOwnedBy(viewer);
            RefusedException.granted(Roster.active(desk.user(new UserRef(account.id(), newOwner))));
            if (account.isOwnedBy(newOwner)) {
                return account;
            }
            Account handedOver = account.handedTo(newOwner);
            desk.store().accounts().save(handedOver);
            desk.record(desk.changeBy(viewer), new AccountEvent.HandedOver(viewer.user(), newOwner));
            return handedOver;
        });
    }

    private Organization rename(OrganizationId id, OrganizationName name) {
        Account account = desk.ownedBy(viewer);
        Organization current = desk.store()
                .organizations()
                .find(account.id(), id)
                .filter(Organization::isOpen)
                .orElseThrow(() -> new RefusedException(new OrganizationRefusal.NotFound()));
        if (current.name().equals(name)) {
            return current;
        }
        Desk.requireNotSuspended(current);
        Portfolio portfolio =
                new Portfolio(account, desk.store().organizations().countEver(account.id()));
        Organization renamed = RefusedException.granted(
                portfolio.rename(current, name, desk.store().organizations().findOpenByName(account.id(), name)));
        desk.store().organizations().save(renamed);
        desk.record(desk.changeBy(viewer), id, new OrganizationEvent.Renamed(current.name(), name));
        return renamed;
    }

    private record NewName(
            @Conforms(Given.class) OrganizationId organization,
            @Conforms(OrganizationName.Rule.class) @Nullable String name) {}
}
