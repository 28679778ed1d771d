package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps organizations. Each method runs inside a unit of work that is open on that account; without one it is a
 * fault. Closed organizations stay.
 */
public interface OrganizationRepository {

    /** The organization with that id in that account, open or closed. */
    Optional<Organization> find(AccountId account, OrganizationId id);

    /**
     * Those of the organizations that are there, in the order of the ids. As a rule a store reads them at once; this reads one by one.
     *
     * @param ids each once, up to 10,000 of them: as many as an account ever has
     */
    default List<Organization> findAll(AccountId account, Collection<OrganizationId> ids) {
        return ids.stream().flatMap(id -> find(account, id).stream()).toList();
    }

    /** The account's open organization whose name has the same {@linkplain OrganizationName#key() key}. */
    Optional<Organization> findOpenByName(AccountId account, OrganizationName name);

    /** The organization that a request under this key made (rule A1). */
    Optional<Organization> findByRequest(AccountId account, IdempotencyKey key);

    /** How many organizations the account has ever had. */
    int countEver(AccountId account);

    /** How many organizations of the account are open. */
    int countOpen(AccountId account);

    /**
     * The account's organizations, open and closed, in the order in which they were added.
     *
     * @param afterOrdinal only those with a higher ordinal; -1 for all
     * @param limit at most so many, from 0
     */
    List<Organization> list(AccountId account, int afterOrdinal, int limit);

    /**
     * Keeps the organization in place of what was kept under its id. A name whose key another open organization of the account has, or
     * an ordinal or a key of a request that another one has, is a fault.
     */
    void save(Organization organization);
}
