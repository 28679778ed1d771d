package com.phoneunite.membership;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.EmailAddress;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps open invitations, those that have run out too: whether one has is judged by who reads it (rule M5). Each method runs inside a unit of work that is open on that account; without one it is a
 * fault. What an organization holds is read with a scope, so only by who stands in it (rule I1).
 */
public interface InvitationRepository {

    /** The invitation whose token has that hash: the only way in without a scope, and it takes the secret (rule M5). */
    Optional<Invitation> findByTokenHash(AccountId account, String tokenHash);

    /** The invitation with that id. */
    Optional<Invitation> find(OrganizationScope scope, InvitationId id);

    /** The invitation for that address. */
    Optional<Invitation> findByEmail(OrganizationScope scope, EmailAddress email);

    /**
     * The invitations of the organization, by id.
     *
     * @param after only those with a later id; empty for all
     * @param limit at most so many, from 0
     */
    List<Invitation> list(OrganizationScope scope, Optional<InvitationId> after, int limit);

    /** How many invitations the organization has. */
    int count(OrganizationScope scope);

    /**
     * Keeps the invitation in place of what was kept under its id. An address that another invitation of the organization has, or a hash
     * that another one of the account has, is a fault.
     */
    void save(Invitation invitation);

    /** Forgets the invitation with that id, if it is there. */
    void remove(Invitation invitation);
}
