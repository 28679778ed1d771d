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
     * Rule M3: a user became a member of the organization.
     *
     * @param user the user
     * @param extension their extension
     */
    record MemberAdded(UserId user, Extension extension) implements MembershipEvent {
        @Override
        public String type() {
            return "member.added";
        }
    }

    /**
     * Rule M6: a user is no longer a member of the organization.
     *
     * @param user the user
     * @param extension the extension that they had
     */
    record MemberRemoved(UserId user, Extension extension) implements MembershipEvent {
        @Override
        public String type() {
            return "member.removed";
        }
    }

    /**
     * Rule M5: somebody was invited into the organization.
     *
     * @param invitation the invitation
     */
    record Invited(InvitationId invitation) implements MembershipEvent {
        @Override
        public String type() {
            return "invitation.made";
        }
    }

    /**
     * Rule M5: an invitation was revoked, or replaced by a new one for the same address.
     *
     * @param invitation the invitation
     */
    record InvitationRevoked(InvitationId invitation) implements MembershipEvent {
        @Override
        public String type() {
            return "invitation.revoked";
        }
    }

    /**
     * Rule M5: an invitation was accepted.
     *
     * @param invitation the invitation
     * @param user who accepted it
     */
    record InvitationAccepted(InvitationId invitation, UserId user) implements MembershipEvent {
        @Override
        public String type() {
            return "invitation.accepted";
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
