package com.phoneunite;

import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.AdministrationRepository;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.Roster;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Optional;

/** Rules M2 and M4: the section of a workspace that shows who administers the organization. Safe for any number of threads. */
public final class Administrators {

    private final Place place;

    Administrators(Place place) {
        this.place = place;
    }

    /**
     * Who administers the organization, by user id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}
     */
    public Page<Administration> list(PageRequest page) {
        Optional<UserId> after = Users.cursor(Desk.valid(page));
        return place.viewToManage(scope -> Page.of(
                administrations().listOf(scope.account(), scope.organizationId(), after, page.limit() + 1),
                page.limit(),
                one -> one.user().toString()));
    }

    /**
     * Makes a user an administrator: the owner any active user of the account, an administrator only somebody who stands in the
     * organization. Who is one already stays one, and nothing changes.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code USER_NOT_FOUND}
     */
    public Administration add(UserId user) {
        Desk.given("user", user);
        return place.add(scope -> {
            MembershipDesk memberships = new MembershipDesk(place.desk());
            memberships.requireAppointable(scope, user);
            return memberships.appoint(scope, user, place.change());
        });
    }

    /**
     * Rule M4: takes the administration from a user, or lays down one's own.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}; {@code USER_NOT_FOUND} if they do
     *     not administer the organization; {@code LAST_ADMINISTRATOR}
     */
    public Administration remove(UserId user) {
        Desk.given("user", user);
        return place.manage(scope -> {
            Administration held = administrations()
                    .find(scope.account(), scope.organizationId(), user)
                    .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
            Users users = new Users(place.desk(), scope.account());
            RefusedException.throwIf(Roster.leave(user, List.of(users.activeAdministratorsOf(scope.organizationId()))));
            administrations().remove(held);
            place.desk().record(place.change(), scope.organizationId(), new MembershipEvent.AdministratorRemoved(user));
            return held;
        });
    }

    private AdministrationRepository administrations() {
        return place.store().administrations();
    }
}
