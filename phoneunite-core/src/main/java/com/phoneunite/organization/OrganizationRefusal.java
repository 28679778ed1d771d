package com.phoneunite.organization;

import com.phoneunite.refusal.Refusal;
import java.util.Map;

/** What the rules of organizations refuse. */
public sealed interface OrganizationRefusal extends Refusal {

    /**
     * Rules S3 and I2: the user does not stand in such an organization. The same answer whether it never existed, belongs to
     * another account, is closed, or is one that the user has no standing in any more.
     */
    record NotFound() implements OrganizationRefusal {
        @Override
        public String code() {
            return "ORGANIZATION_NOT_FOUND";
        }

        @Override
        public String rule() {
            return "S3";
        }

        @Override
        public String message() {
            return "there is no such organization among those that you can switch to";
        }
    }

    /** Rule O2: another open organization of the account has this name. */
    record NameTaken() implements OrganizationRefusal {
        @Override
        public String code() {
            return "ORGANIZATION_NAME_TAKEN";
        }

        @Override
        public String rule() {
            return "O2";
        }

        @Override
        public String message() {
            return "another open organization of the account has this name, or one that looks the same";
        }
    }

    /** Rule O7: the last open organization of an account is closed with the account, not alone. */
    record LastOpen() implements OrganizationRefusal {
        @Override
        public String code() {
            return "LAST_OPEN_ORGANIZATION";
        }

        @Override
        public String rule() {
            return "O7";
        }

        @Override
        public String message() {
            return "the last open organization of an account is not closed alone";
        }
    }

    /** Rule O6: while the organization is suspended, nothing is added or changed; what is there can be read, removed and paid. */
    record Suspended() implements OrganizationRefusal {
        @Override
        public String code() {
            return "ORGANIZATION_SUSPENDED";
        }

        @Override
        public String rule() {
            return "O6";
        }

        @Override
        public String message() {
            return "the organization is suspended until it is paid";
        }
    }

    /**
     * Rule X5: the account has had as many organizations as it can.
     *
     * @param limit how many that is
     */
    record LimitReached(int limit) implements OrganizationRefusal {
        @Override
        public String code() {
            return "ORGANIZATION_LIMIT_REACHED";
        }

        @Override
        public String rule() {
            return "X5";
        }

        @Override
        public String message() {
            return "an account can have " + limit + " organizations, closed ones included";
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("limit", limit);
        }
    }
}
