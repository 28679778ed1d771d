package com.phoneunite;

import com.phoneunite.account.Change;
import com.phoneunite.account.UserId;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.Membership;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.Roster;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import com.phoneunite.resource.ResourceRef;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules M2, M3 and M6: the section of a workspace that shows its members and their extensions. Everybody who stands in the
 * organization may look; only who manages it may change. Safe for any number of threads.
 */
public final class Members {

    private final Place place;

    Members(Place place) {
        this.place = place;
    }

    /**
     * The members of the organization, by user id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}
     */
    public Page<Membership> list(PageRequest page) {
        Optional<UserId> after = Users.cursor(Desk.valid(page));
        return place.view(scope -> Page.of(
                place.store().memberships().list(scope, after, page.limit() + 1),
                page.limit(),
                one -> one.user().toString()));
    }

    /**
     * Rules M1 and M3: makes a user a member, with this extension: the owner any active user of the account, an administrator only
     * somebody who stands in the organization. Who is one already with this extension stays one, and nothing changes.
     *
     * @param extension 2 to 6 digits
     * @throws RefusedException {@code INVALID_INPUT}, {@code ORGANIZATION_NOT_FOUND}, {@code ADMINISTRATOR_REQUIRED}, {@code
     *     ORGANIZATION_SUSPENDED}, {@code USER_NOT_FOUND}, {@code ALREADY_MEMBER}, {@code EXTENSION_RESERVED}, {@code
     *     EXTENSION_TAKEN}, {@code EXTENSION_AMBIGUOUS}
     */
    public Membership add(UserId user, @Nullable String extension) {
        Desk.valid(new NewMember(user, extension));
        Extension wanted = new Extension(Objects.requireNonNull(extension));
        return place.add(scope -> {
            MembershipDesk memberships = new MembershipDesk(place.desk());
            memberships.requireAppointable(scope, user);
            return memberships.add(scope, user, wanted, place.change());
        });
    }

    /**
     * Rule M6: takes the membership and its extension from a user, or lays down one's own.
     *
     * @throws RefusedException {@code ORGANIZATION_NOT_FOUND}; {@code ADMINISTRATOR_REQUIRED} unless it is one's own; {@code
     *     USER_NOT_FOUND} if they are not a member; {@code RESOURCE_IN_USE} as long as something leads to the extension
     */
    public Membership remove(UserId user) {
        Desk.given("user", user);
        return place.change(scope -> {
            if (!user.equals(scope.user())) {
                RefusedException.throwIf(Roster.manage(scope));
            }
            Membership held = place.store()
                    .memberships()
                    .find(scope.account(), scope.organizationId(), user)
                    .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
            new Belongings(place.desk()).requireUnused(scope, ResourceRef.extension(held.extension()));
            Change change = place.change();
            new MembershipDesk(place.desk()).forget(held, change);
            place.desk()
                    .record(change, scope.organizationId(), new MembershipEvent.MemberRemoved(user, held.extension()));
            return held;
        });
    }

    private record NewMember(
            @Conforms(Given.class) UserId user,
            @Conforms(Extension.Rule.class) @Nullable String extension) {}
}
