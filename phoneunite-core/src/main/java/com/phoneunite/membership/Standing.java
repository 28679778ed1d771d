package com.phoneunite.membership;

import com.phoneunite.account.Account;
import com.phoneunite.account.UserId;

/**
 * Rules A2, M2 and S1: how a user stands in an organization. The three are independent of each other.
 *
 * @param owner they own the account, and have an administrator's rights by that
 * @param administrator they administer the organization
 * @param member they have a direct extension in it
 */
public record Standing(boolean owner, boolean administrator, boolean member) {

    /** How the user stands, told from what the account and the organization know of them. */
    public static Standing of(Account account, UserId user, boolean administrator, boolean member) {
        return new Standing(account.isOwnedBy(user), administrator, member);
    }

    /** Rule S1: whether they may switch to the organization. */
    public boolean mayEnter() {
        return owner || administrator || member;
    }

    /** Rule A2: whether they have an administrator's rights. */
    public boolean mayManage() {
        return owner || administrator;
    }
}
