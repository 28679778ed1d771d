package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps subscriptions. Each method runs inside a unit of work that is open on that account; without one it is a
 * fault. Lists are whole, and stay as they are whatever is saved while somebody goes through them.
 */
public interface SubscriptionRepository {

    /** The subscription of that organization. */
    Optional<Subscription> find(AccountId account, OrganizationId organization);

    /**
     * Those of the subscriptions that are there, in the order of their organizations' ids as they are given. As a rule a store reads them
     * at once; this reads one by one.
     *
     * @param organizations each once, up to 10,000 of them: as many as an account ever has
     */
    default List<Subscription> findAll(AccountId account, Collection<OrganizationId> organizations) {
        return organizations.stream().flatMap(id -> find(account, id).stream()).toList();
    }

    /**
     * The subscriptions that have a period due at that moment or before, past due ones included and suspended ones not, in the order of
     * their dues and then of their organizations.
     */
    List<Subscription> due(AccountId account, Instant moment);

    /** Whether anything of the account is past due. */
    boolean anyPastDue(AccountId account);

    /** Rule B8: the subscriptions that are suspended, in the order of their first unpaid periods and then of their organizations. */
    List<Subscription> suspended(AccountId account);

    /** Rule B8: when the first grace ends, or ended, of the subscriptions that are past due. */
    Optional<Instant> nextGraceEnd(AccountId account);

    /** When the next period falls due of a subscription that is neither past due nor suspended. */
    Optional<Instant> nextDue(AccountId account);

    /** Rule O7: forgets the subscription of an organization that is closed, if it is there. Nothing of it is due any more. */
    void remove(AccountId account, OrganizationId organization);

    /**
     * When the next period falls due of a subscription that is past due already, later than that moment: it was found past due by a
     * clock that ran ahead (rule X2).
     */
    Optional<Instant> nextPastDueAfter(AccountId account, Instant moment);

    /** Keeps the subscription in place of what was kept for its organization. */
    void save(Subscription subscription);
}
