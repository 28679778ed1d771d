package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps events until they are delivered (rule X3). Each method runs inside a unit of work that is open on that
 * account; without one it is a fault. What is rolled back was never recorded.
 */
public interface Outbox {

    /**
     * Records what happened, at the next position of the account.
     *
     * @param change whose account, by whom and when
     * @param organization the organization that it is about; empty where it is about the account
     */
    RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event);

    /** Takes the next position of the account for a record that is its own event: an entry of the ledger. */
    long nextPosition(AccountId account);

    /**
     * The events of the account in order. Positions that the ledger took are missing here.
     *
     * @param afterPosition only those with a higher position; 0 for all
     * @param limit at most so many
     */
    List<RecordedEvent> read(AccountId account, long afterPosition, int limit);
}
