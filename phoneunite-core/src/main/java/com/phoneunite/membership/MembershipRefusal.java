package com.phoneunite.membership;

import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** What the rules about people refuse. */
public sealed interface MembershipRefusal extends Refusal {

    /** Rule M1: the account has no such active user, or none that the one who asks may see. */
    record UserNotFound() implements MembershipRefusal {
        @Override
        public String code() {
            return "USER_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "M1";
        }

        @Override
        public String message() {
            return "there is no such active user";
        }
    }

    /** Rule M1: a user of the account has this e-mail address. */
    record EmailTaken() implements MembershipRefusal {
        @Override
        public String code() {
            return "EMAIL_TAKEN";
        }

        @Override
        public String rule() {
            return "M1";
        }

        @Override
        public String message() {
            return "a user of the account has this e-mail address";
        }
    }

    /** Rule M2: only the owner and the administrators of the organization manage it. */
    record AdministratorRequired() implements MembershipRefusal {
        @Override
        public String code() {
            return "ADMINISTRATOR_REQUIRED";
        }

        @Override
        public String rule() {
            return "M2";
        }

        @Override
        public String message() {
            return "only an administrator of the organization may do this";
        }
    }

    /**
     * Rule M4: an organization would be left without an active administrator.
     *
     * @param organizations which ones
     */
    record LastAdministrator(List<OrganizationId> organizations) implements MembershipRefusal {
        public LastAdministrator {
            organizations = List.copyOf(organizations);
        }

        @Override
        public String code() {
            return "LAST_ADMINISTRATOR";
        }

        @Override
        public String rule() {
            return "M4";
        }

        @Override
        public String message() {
            return "an organization would be left without an active administrator";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("organizations", organizations);
        }
    }

    /** Rule A2: the owner cannot be deactivated; the account can be handed over first. */
    record OwnerCannotBeDeactivated() implements MembershipRefusal {
        @Override
        public String code() {
            return "OWNER_CANNOT_BE_DEACTIVATED";
        }

        @Override
        public String rule() {
            return "A2";
        }

        @Override
        public String message() {
            return "the owner of the account cannot be deactivated; hand the account over first";
        }
    }

    /** Rule M3: the user is a member of the organization already, with another extension. */
    record AlreadyMember() implements MembershipRefusal {
        @Override
        public String code() {
            return "ALREADY_MEMBER";
        }

        @Override
        public String rule() {
            return "M3";
        }

        @Override
        public String message() {
            return "the user is a member of the organization already; a membership has one extension";
        }
    }

    /**
     * Rule M5: the invitation cannot be accepted: it never existed, was used, revoked or replaced, has expired, is for somebody
     * else, or its inviter could not invite any more.
     */
    record InvitationNotValid() implements MembershipRefusal {
        @Override
        public String code() {
            return "INVITATION_NOT_VALID";
        }

        @Override
        public String rule() {
            return "M5";
        }

        @Override
        public String message() {
            return "the invitation is not valid, or not any more";
        }
    }

    /** Rules M5 and I2: the organization has no such open invitation. */
    record InvitationNotFound() implements MembershipRefusal {
        @Override
        public String code() {
            return "INVITATION_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "M5";
        }

        @Override
        public String message() {
            return "there is no such invitation";
        }
    }

    /**
     * Rule X5: the organization has as many open invitations as it can.
     *
     * @param limit how many that is
     */
    record InvitationLimitReached(int limit) implements MembershipRefusal {
        @Override
        public String code() {
            return "INVITATION_LIMIT_REACHED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "an organization can have " + limit + " open invitations";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("limit", limit);
        }
    }

    /**
     * Rule X5: the account has as many users as it can.
     *
     * @param limit how many that is
     */
    record UserLimitReached(int limit) implements MembershipRefusal {
        @Override
        public String code() {
            return "USER_LIMIT_REACHED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "an account can have " + limit + " users";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("limit", limit);
        }
    }
}
