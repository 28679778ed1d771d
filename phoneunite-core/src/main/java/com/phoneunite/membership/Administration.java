package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule M2: a user manages an organization. Says nothing about whether they are a member of it.
 *
 * @param account the account
 * @param organization the organization
 * @param user the administrator
 * @param since from when on
 */
public record Administration(AccountId account, OrganizationId organization, UserId user, Instant since) {

    public Administration {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(since, "since");
    }
}
