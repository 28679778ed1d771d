package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import com.phoneunite.store.RecordedEvent;
import java.time.Instant;

/**
 * Judges what a store and a gateway hold, by the rules of money. Each method throws an {@link AuditFailure} where a rule is broken. Not
 * thread-safe.
 */
public interface Audit {

    /**
     * Rule X3: an event was delivered to the host, perhaps again. A host that tells of one tells of all, in the order in which its handler is
     * given them; where none is told, what was delivered between two looks is not known, and how it came about is not judged. Judges nothing
     * by itself, and may be called where a failure would be taken for one of the handler.
     */
    default void delivered(RecordedEvent event) {}

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
