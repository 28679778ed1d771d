package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.UserId;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps administrations. Each method runs inside a unit of work that is open on that account; without one it is a
 * fault.
 */
public interface AdministrationRepository {

    /** The user's administration of the organization, if they have it. */
    Optional<Administration> find(AccountId account, OrganizationId organization, UserId user);

    /**
     * Who administers the organization, by user id.
     *
     * @param after only those with a later user id; empty for all
     * @param limit at most so many, from 0
     */
    List<Administration> listOf(AccountId account, OrganizationId organization, Optional<UserId> after, int limit);

    /** Everything that the user administers, by organization id. */
    List<Administration> heldBy(AccountId account, UserId user);

    /** Keeps the administration in place of what was kept of the user in the organization. */
    void save(Administration administration);

    /** Forgets what is kept of the user in the organization, if anything. */
    void remove(Administration administration);
}
