package com.phoneunite;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Administration;
import com.phoneunite.membership.MembershipEvent;
import com.phoneunite.membership.MembershipRefusal;
import com.phoneunite.membership.Roster.ActiveAdministrators;
import com.phoneunite.membership.User;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the sections about people read alike. Runs inside a unit of work. */
final class Users {

    /** How many administrators are looked at together. */
    private static final int SOME = 20;

    /** Of so many who are active, one at least is left when anybody leaves. */
    private static final int ENOUGH = 2;

    private final Desk desk;
    private final AccountId account;

    Users(Desk desk, AccountId account) {
        this.desk = desk;
        this.account = account;
    }

    /**
     * Rule M4: administrators of the organization who are active users, in the order of their ids: all, or the first two where there are
     * more, as whoever leaves leaves one of those behind.
     */
    ActiveAdministrators activeAdministratorsOf(OrganizationId organization) {
        List<UserId> active = new ArrayList<>();
        Optional<UserId> after = Optional.empty();
        List<UserId> some;
        do {
            some = desk.store().administrations().listOf(account, organization, after, SOME).stream()
                    .map(Administration::user)
                    .toList();
            some.stream().filter(this::isActive).limit(ENOUGH - active.size()).forEach(active::add);
            after = some.stream().reduce((one, next) -> next);
        } while (some.size() == SOME && active.size() < ENOUGH);
        return new ActiveAdministrators(organization, active);
    }

    private boolean isActive(UserId user) {
        return desk.store().users().find(account, user).filter(User::active).isPresent();
    }

    /** Rules M1 and X5: a new user of the account. */
    User add(UserId id, EmailAddress email, Change change) {
        if (desk.store().users().findByEmail(account, email).isPresent()) {
            throw new RefusedException(new MembershipRefusal.EmailTaken());
        }
        if (desk.store().users().count(account) >= User.MAX_PER_ACCOUNT) {
            throw new RefusedException(new MembershipRefusal.UserLimitReached(User.MAX_PER_ACCOUNT));
        }
        Desk.requireNew(id, desk.store().users().find(account, id));
        User user = new User(account, id, email, true, change.at());
        desk.store().users().save(user);
        desk.record(change, new MembershipEvent.UserAdded(id));
        return user;
    }

    static Optional<UserId> cursor(PageRequest page) {
        return RefusedException.granted(page.cursorAs(UserId::parse));
    }
}
