package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.util.Optional;

/**
 * The port that keeps, for each account, the usage that was refused last. Each method runs inside a unit of work that is open on that
 * account; without one it is a fault.
 */
public interface UsageNeeds {

    /** The need of the account. */
    Optional<UsageNeed> find(AccountId account);

    /** Keeps the need in place of any other; with none, forgets it. */
    void save(AccountId account, Optional<UsageNeed> need);
}
