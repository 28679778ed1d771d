package com.phoneunite.store;

import com.phoneunite.account.AccountId;
import java.util.List;

/**
 * Where events of an account are read from, in order. The {@link Outbox} is one; billing's ledger, whose entries are events of
 * their own, is another. Each position of an account is taken by one event of one source.
 */
@FunctionalInterface
public interface EventSource {

    /**
     * The events of the account that come from here, in the order of their positions. Runs inside a unit of work that is open on
     * the account; without one it is a fault.
     *
     * @param afterPosition only those with a higher position; 0 for all
     * @param limit at most so many, from 0
     */
    List<RecordedEvent> read(AccountId account, long afterPosition, int limit);
}
