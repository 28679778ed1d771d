package com.phoneunite.account;

import java.util.Objects;

/**
 * A user and the account that they belong to: what a host keeps beside its own sign-in. Whoever the host hands to {@code
 * PhoneUnite.signIn} has been authenticated by the host.
 *
 * @param account the account
 * @param user the user in it
 */
public record UserRef(AccountId account, UserId user) {

    public UserRef {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(user, "user");
    }
}
