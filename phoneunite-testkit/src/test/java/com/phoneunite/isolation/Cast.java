package com.phoneunite.isolation;

import com.phoneunite.UserSession;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import com.phoneunite.organization.OrganizationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The people of a program: of the account of A and B, whom numbers name, and three of another account. Not thread-safe. */
final class Cast {

    /** Users from the start, and people who have only an e-mail address. */
    static final int USERS = 6;

    static final int PEOPLE = 9;

    static final int INVITED_EVERYWHERE = PEOPLE - 1;

    /** Numbers of people beyond {@link #PEOPLE} are those who manage where the command leads to. */
    static final int ACTORS = 18;

    private final Rig rig;
    private final List<UserId> users = new ArrayList<>();
    private final List<UserSession> sessions = new ArrayList<>();
    private final List<UserSession> far = new ArrayList<>();
    private int owner;

    Cast(Rig rig, Steps steps, boolean rich) {
        this.rig = rig;
        UserSession you = rig.owner("First", email(0), rich ? "1000000.00" : "90.00");
        users.add(you.user());
        sessions.add(you);
        for (int i = 1; i < USERS; i++) {
            steps.at(-100 + i);
            sessions.add(rig.user(you, email(i)));
            users.add(sessions.get(i).user());
        }
        for (int i = USERS; i < PEOPLE; i++) {
            users.add(new UserId(Steps.ofNewcomer(i)));
        }
        steps.at(Steps.FAR_BEGINS);
        UserSession stranger = rig.owner("Far", "far@example.com", "1000000.00");
        far.add(stranger);
        far.add(rig.user(stranger, "far1@example.com"));
        far.add(rig.user(stranger, "far2@example.com"));
    }

    static String email(int person) {
        return "person" + person + "@example.com";
    }

    /** Who owns the account now. */
    int owner() {
        return owner;
    }

    void handedTo(int person) {
        owner = person;
    }

    UserId user(int person) {
        return users.get(person);
    }

    /** Somebody to be brought into an organization, or removed from it; in the other account that is mostly one of theirs. */
    UserId user(Place place, int person) {
        return place == Place.FAR && person % 4 < far.size()
                ? far.get(person % 4).user()
                : user(person);
    }

    UserSession session(Place place, int who) {
        if (place == Place.FAR) {
            return far.get(who % far.size());
        }
        return who < USERS ? sessions.get(who) : rig.phoneUnite.signIn(ref(who));
    }

    private UserRef ref(int who) {
        return new UserRef(sessions.get(0).accountId(), user(who));
    }

    /**
     * What only the owner may do is mostly done by the owner, and now and then tried by somebody else. An account is seldom closed,
     * for nothing can be added after that.
     */
    int actor(Command command) {
        if (command.operation() == Operation.CLOSE_ACCOUNT && command.number() < 9) {
            return 1 + command.who() % (USERS - 1);
        }
        if (command.operation().ofOwner() && command.place() != Place.FAR) {
            return command.who() % 3 > 0 ? owner : command.who() % USERS;
        }
        if (command.who() < PEOPLE) {
            return command.who();
        }
        return switch (command.place()) {
            case HERE -> 1 + command.who() % 2 * 2;
            case THERE -> 2 + command.who() % 2 * 2;
            case ADDED -> 3 + command.who() % 2 * 2;
            case FAR -> command.operation().ofOwner() ? command.who() % 3 : command.who() % 2;
            case ACCOUNT -> command.operation() == Operation.EXPLAIN ? 1 + command.who() % 2 * 2 : owner;
        };
    }

    /** The organizations that somebody administers or is a member of. */
    Set<OrganizationId> held(int who) {
        UserRef user = ref(who);
        return rig.store.core().unitOfWork().view(user.account(), () -> {
            Set<OrganizationId> held = new HashSet<>();
            rig.store
                    .core()
                    .administrations()
                    .heldBy(user.account(), user.user())
                    .forEach(one -> held.add(one.organization()));
            rig.store
                    .core()
                    .memberships()
                    .heldBy(user.account(), user.user())
                    .forEach(one -> held.add(one.organization()));
            return held;
        });
    }
}
