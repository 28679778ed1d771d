package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import com.phoneunite.account.UserId;
import com.phoneunite.account.UserRef;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule M1: a person with one sign-in, shared by all organizations of the account. Immutable.
 *
 * @param account the account; the same person in another account is another user
 * @param id the user
 * @param email unique in the account
 * @param active whether they have access at all (rule M6)
 * @param addedAt when they were added to the account
 */
public record User(AccountId account, UserId id, EmailAddress email, boolean active, Instant addedAt) {

    /** The most users that an account can have. */
    public static final int MAX_PER_ACCOUNT = 10_000;

    public User {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(addedAt, "addedAt");
    }

    /** The user, ready to be signed in. */
    public UserRef ref() {
        return new UserRef(account, id);
    }

    /** Rule M6: the user without access. */
    User deactivated() {
        return new User(account, id, email, false, addedAt);
    }
}
