package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;

/**
 * Rule I1: the proof that a user stands in an organization, without which nothing that it owns can be looked up. Only {@link
 * Roster#enter} makes one, from facts read in the unit of work in which it is used (rule S3). It prevents mistakes, not malice.
 */
public final class OrganizationScope {

    private final Organization organization;
    private final UserId user;
    private final Standing standing;

    OrganizationScope(Organization organization, UserId user, Standing standing) {
        this.organization = organization;
        this.user = user;
        this.standing = standing;
    }

    /** The account of the organization. */
    public AccountId account() {
        return organization.account();
    }

    /** The id of the organization. */
    public OrganizationId organizationId() {
        return organization.id();
    }

    /** The organization, as it was when the user entered. */
    public Organization organization() {
        return organization;
    }

    /** Who stands in it. */
    public UserId user() {
        return user;
    }

    /** How they stand in it. */
    public Standing standing() {
        return standing;
    }
}
