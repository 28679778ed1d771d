package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps memberships. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 * What an organization holds is read with a scope, so only by who stands in it (rule I1).
 */
public interface MembershipRepository {

    /** The user's membership of the organization, if they have it: how it is told whether they stand in it. */
    Optional<Membership> find(AccountId account, OrganizationId organization, UserId user);

    /** Everything that the user is a member of, by organization id. */
    List<Membership> heldBy(AccountId account, UserId user);

    /** Who has that extension. */
    Optional<Membership> findByExtension(OrganizationScope scope, Extension extension);

    /** The first extension in use, in the order of their characters, that begins with these digits and is longer. */
    Optional<Extension> firstLongerThan(OrganizationScope scope, Extension digits);

    /**
     * The members of the organization, by user id.
     *
     * @param after only those with a later user id; empty for all
     * @param limit at most so many, from 0
     */
    List<Membership> list(OrganizationScope scope, Optional<UserId> after, int limit);

    /** How many members the organization has. */
    int count(OrganizationScope scope);

    /**
     * Keeps the membership in place of what was kept of the user in the organization. An extension that another user has there is a
     * fault.
     */
    void save(Membership membership);

    /** Forgets what is kept of the user in the organization, if anything, whatever its extension is. */
    void remove(Membership membership);
}
