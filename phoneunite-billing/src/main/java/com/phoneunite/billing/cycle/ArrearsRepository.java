package com.phoneunite.billing.cycle;

import com.phoneunite.account.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * The port that keeps arrears. Each method runs inside a unit of work that is open on that account; without one it is a fault.
 */
public interface ArrearsRepository {

    /** The arrears under that reference, open or not. */
    Optional<Arrear> find(AccountId account, String reference);

    /**
     * The arrears that something is left of, in the order in which they were recorded and then of their references, as their ASCII
     * characters are.
     *
     * @param limit at most so many, from 0
     */
    List<Arrear> open(AccountId account, int limit);

    /** How much is left of all of them, in minor units. */
    long openMinor(AccountId account);

    /** Keeps the arrears in place of what was kept under their reference. */
    void save(Arrear arrear);
}
