package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;

/** Calls of the functions that post usage, as who has the schema and nothing else would write them: a cent, now, in one account. */
final class UsageByHand {

    private UsageByHand() {}

    /** The sequence of what was posted, or nothing. */
    static String alone(boolean asksKnown, AccountId account, OrganizationId organization, String reference) {
        return "SELECT new_sequence::text FROM phoneunite.post_usage(" + asksKnown + ", '" + account + "', '"
                + organization + "', -1, 'USD', 'operator:hand', now(), now(), '" + reference + "')";
    }

    /** How many entries the account had before, where something was posted. */
    static String ofAccount(boolean asksKnown, AccountId account, OrganizationId organization, String reference) {
        return "SELECT old_entries::text FROM phoneunite.post_usages_of_account(" + asksKnown + ", '" + account
                + "', 'USD', now(), -1, '{" + organization + "}', '{1}', '{-1}', '{operator:hand}', ARRAY[now()], '{"
                + reference + "}', '{-1}', '{-1}')";
    }

    /** The same by the function that takes many accounts. */
    static String together(boolean asksKnown, AccountId account, OrganizationId organization, String reference) {
        return "SELECT old_entries::text FROM phoneunite.post_usages(" + asksKnown + ", false, '{" + account
                + "}', '{USD}', ARRAY[now()], '{1}', '{" + organization
                + "}', '{1}', '{-1}', '{operator:hand}', ARRAY[now()], '{"
                + reference + "}', '{-1}', '{-1}', '{1}')";
    }
}
