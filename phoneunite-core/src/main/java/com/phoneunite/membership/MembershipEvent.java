package com.phoneunite.membership;

import com.phoneunite.account.UserId;
import com.phoneunite.event.DomainEvent;

/** What happens to people. Events name users by id, never by e-mail address. */
public sealed interface MembershipEvent extends DomainEvent {

    /**
     * Rule M1: a user was added to the account.
     *
     * @param user the user
     */
    record UserAdded(UserId user) implements MembershipEvent {
        @Override
        public String type() {
            return "user.added";
        }
    }

    /**
     * Rule M6: a user was deactivated.
     *
     * @param user the user
     */
    record UserDeactivated(UserId user) implements MembershipEvent {
        @Override
        public String type() {
            return "user.deactivated";
        }
    }

    /**
     * Rule M2: a user became an administrator of the organization.
     *
     * @param user the user
     */
    record AdministratorAdded(UserId user) implements MembershipEvent {
        @Override
        public String type() {
            return "administrator.added";
        }
    }

    /**
     * Rule M4: a user is no longer an administrator of the organization.
     *
     * @param user the user
     */
    record AdministratorRemoved(UserId user) implements MembershipEvent {
        @Override
        public String type() {
            return "administrator.removed";
        }
    }
}
