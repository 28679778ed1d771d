package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import java.time.Instant;

/**
 * Judges what a store and a gateway hold, by the rules of money. Each method throws an {@link AuditFailure} where a rule is broken. Not
 * thread-safe.
 */
public interface Audit {

    /**
     * After each step: the account that was touched.
     *
     * @param now what the host's clock says
     */
    void touched(AccountId account, Instant now);

    /**
     * Now and then, and at the end: every account ever touched.
     *
     * @param now what the host's clock says
     */
    void everything(Instant now);

    /**
     * After faults have stopped and runs have gone through: what must hold when nothing is left to do.
     *
     * @param now what the host's clock says
     */
    void quiet(Instant now);
}
