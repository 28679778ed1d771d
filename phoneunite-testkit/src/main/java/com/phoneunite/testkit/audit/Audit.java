package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import java.time.Instant;

/** Judges what a store and a gateway hold, by the rules of money. What breaks one is thrown as an {@link AuditFailure}. Not thread-safe. */
public interface Audit {

    /** After each step: the account that was touched. */
    void touched(AccountId account, Instant now);

    /** Now and then, and at the end: every account that was ever touched. */
    void everything(Instant now);

    /** After faults have stopped and runs have gone through: what must hold when nothing is left to do. */
    void quiet(Instant now);
}
