package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;

/**
 * Rules M2 and M3: a user has a direct extension in an organization. Says nothing about whether they administer it. Only a
 * membership owns an extension. Immutable.
 *
 * @param account the account
 * @param organization the organization
 * @param user the member
 * @param extension unique in the organization; the same digits may exist in another one
 * @param since from when on
 */
public record Membership(
        AccountId account, OrganizationId organization, UserId user, Extension extension, Instant since) {

    public Membership {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(since, "since");
    }
}
