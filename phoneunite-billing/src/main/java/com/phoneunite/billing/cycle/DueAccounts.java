package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port that knows which accounts have something due, and who looks after them. One of the directories that span accounts: it
 * holds no fact, only where to look. What is listed and has nothing due costs a look; what has something due is listed.
 */
public interface DueAccounts {

    /**
     * Lists the account from that moment on in place of any other, or not at all. Runs inside a unit of work that is open on the
     * account, and takes effect with it.
     */
    void schedule(AccountId account, Optional<Instant> due);

    /**
     * The accounts that have something due, in the order of their dues and then of their ids, whoever looks after them. Runs outside any
     * unit of work.
     *
     * @param until only those due at that moment or before
     * @param after only those behind this one; empty for all
     * @param limit at most so many, from 0
     */
    List<DueAccount> list(Instant until, Optional<DueAccount> after, int limit);

    /**
     * Leases those of the accounts that are neither leased nor set aside, each by itself, in the order in which they are given. A lease or
     * a setting aside that began later than now by more than its own length was made by a clock that ran ahead, and counts for nothing
     * (rule X2). Runs outside any unit of work.
     *
     * @param until when the leases run out if they are not given back
     */
    List<Lease> lease(List<AccountId> accounts, Instant now, Instant until);

    /**
     * Whether nobody else has leased the account since, even if the lease has run out meanwhile. Runs inside the unit of work that the
     * answer is for.
     */
    boolean holds(Lease lease);

    /** Gives the lease back, once the account is done. Does nothing where it is lost. Runs outside any unit of work. */
    void release(Lease lease);

    /** Gives leases back, each as {@link #release} does, and in one step where the store has one. Runs outside any unit of work. */
    default void releaseAll(List<Lease> leases) {
        leases.forEach(this::release);
    }

    /**
     * Gives the lease back and leaves the account alone until that moment, as it could not be billed. Does nothing where the lease is
     * lost. Runs outside any unit of work.
     */
    void setAside(Lease lease, Instant now, Instant until);
}
