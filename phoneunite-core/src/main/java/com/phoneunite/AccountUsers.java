package com.phoneunite;

import com.phoneunite.account.Account;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.input.Conforms;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.Roster;
import com.phoneunite.membership.Roster.ActiveAdministrators;
import com.phoneunite.membership.User;
import com.phoneunite.organization.Organization;
import com.phoneunite.paging.Page;
import com.phoneunite.paging.PageRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules A2 and M1: the users of the account, whom its owner alone sees as a whole and manages. Every method answers {@code
 * OWNER_REQUIRED} to anybody else. Safe for any number of threads.
 */
public final class AccountUsers {

    private final Desk desk;
    private final UserRef viewer;

    AccountUsers(Desk desk, UserRef viewer) {
        this.desk = desk;
        this.viewer = viewer;
    }

    /**
     * The users of the account, active or not, by id.
     *
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}
     */
    public Page<User> list(PageRequest page) {
        Optional<UserId> after = Users.cursor(Desk.valid(page));
        return desk.view(viewer.account(), () -> {
            desk.ownedBy(viewer);
            return Page.of(
                    desk.store().users().list(viewer.account(), after, page.limit() + 1),
                    page.limit(),
                    user -> user.id().toString());
        });
    }

    /**
     * Rule M1: adds a user to the account, with no standing in any organization yet.
     *
     * @param email their e-mail address, unique in the account
     * @throws RefusedException {@code INVALID_INPUT}, {@code OWNER_REQUIRED}, {@code ACCOUNT_CLOSED}, {@code EMAIL_TAKEN}, {@code
     *     USER_LIMIT_REACHED}
     */
    public User add(@Nullable String email) {
        Desk.valid(new NewUser(email));
        EmailAddress address = EmailAddress.parse(Objects.requireNonNull(email));
        return desk.change(viewer.account(), () -> {
            desk.openAndOwnedBy(viewer);
            return new Users(desk, viewer.account()).add(new UserId(desk.ids().get()), address, desk.changeBy(viewer));
        });
    }

    /**
     * Rules A2, M4 and M6: ends a user's access, in sessions that are open too. Who has none any more stays so, and nothing
     * changes.
     *
     * @throws RefusedException {@code OWNER_REQUIRED}, {@code USER_NOT_FOUND}, {@code OWNER_CANNOT_BE_DEACTIVATED}, {@code
     *     LAST_ADMINISTRATOR}
     */
    public User deactivate(UserId id) {
        Desk.given("id", id);
        return desk.change(viewer.account(), () -> {
            Account account = desk.ownedBy(viewer);
            User user = desk.user(new UserRef(account.id(), id))
                    .orElseThrow(() -> new RefusedException(new MembershipRefusal.UserNotFound()));
            if (!user.active()) {
                return user;
            }
            User deactivated = RefusedException.granted(Roster.deactivate(account, user, administeredBy(id)));
            desk.store().users().save(deactivated);
            desk.record(desk.changeBy(viewer), new MembershipEvent.UserDeactivated(id));
            return deactivated;
        });
    }

    private List<ActiveAdministrators> administeredBy(UserId user) {
        Users users = new Users(desk, viewer.account());
        return desk.store().administrations().heldBy(viewer.account(), user).stream()
                .map(Administration::organization)
                .filter(id -> desk.store()
                        .organizations()
                        .find(viewer.account(), id)
                        .filter(Organization::isOpen)
                        .isPresent())
                .map(users::activeAdministratorsOf)
                .toList();
    }

    private record NewUser(
            @Conforms(EmailAddress.Rule.class) @Nullable String email) {}
}
