package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Change;
import com.phoneunite.event.DomainEvent;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The port that keeps events until they are delivered (rule X3). Each method but {@link #waiting} runs inside a unit of work that is
 * open on that account; without one it is a fault. What is rolled back was never recorded.
 */
public interface Outbox extends EventSource {

    /**
     * How far the events of an account go.
     *
     * @param position the last position that was taken
     * @param delivered the last position that was delivered
     */
    record Head(long position, long delivered) {}

    /**
     * Records what happened, at the next position of the account.
     *
     * @param change whose account, by whom and when
     * @param organization the organization that it is about; empty where it is about the account
     */
    RecordedEvent append(Change change, Optional<OrganizationId> organization, DomainEvent event);

    /**
     * A place in the account's order of events.
     *
     * @param position from 1, without a gap
     * @param at when it was recorded; never before the place before it (rule X2)
     */
    record Place(long position, Instant at) {}

    /**
     * Takes the next place of the account for a record that is its own event: an entry of the ledger.
     *
     * @param at when it is recorded, by a clock that may have gone backwards
     */
    Place take(AccountId account, Instant at);

    /** The events of the account that are not delivered, in order. Positions that the ledger took are missing here. */
    @Override
    List<RecordedEvent> read(AccountId account, long afterPosition, int limit);

    /**
     * The accounts that have something to deliver, by id. Runs outside any unit of work.
     *
     * @param after only those with a later id; empty for all
     * @param limit at most so many, from 0
     */
    List<AccountId> waiting(Optional<AccountId> after, int limit);

    /**
     * Leaves the account's deliveries to the holder alone until that moment. A lease of another that runs out later than this one by
     * more than the length of this one was taken by a clock that ran ahead, and counts for nothing (rule X2).
     *
     * @return how far the events go, or nothing if another holder's lease has not run out
     */
    Optional<Head> lease(AccountId account, UUID holder, Instant now, Instant until);

    /**
     * Records that everything up to that position was delivered, and forgets it. Changes nothing where the holder has lost its lease,
     * or where more was delivered already. What was not recorded yet was not delivered either, whoever says so: a store may have been set
     * back behind its holder.
     *
     * @return whether the holder still has its lease
     */
    boolean delivered(AccountId account, UUID holder, long position);

    /**
     * Gives the lease back.
     *
     * @return whether the holder had it
     */
    boolean release(AccountId account, UUID holder);
}
