package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port that knows which accounts have something due. One of the two directories that span accounts: it holds no fact, only
 * where to look. What is listed and has nothing due costs a look; what has something due is listed.
 */
public interface DueAccounts {

    /**
     * Lists the account from that moment on in place of any other, or not at all. Runs inside a unit of work that is open on the
     * account, and takes effect with it.
     */
    void schedule(AccountId account, Optional<Instant> due);

    /**
     * The accounts that have something due, in the order of their dues and then of their ids. Runs outside any unit of work.
     *
     * @param until only those due at that moment or before
     * @param after only those behind this one; empty for all
     * @param limit at most so many
     */
    List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit);
}
