package com.phoneunite.testkit.audit;

import com.phoneunite.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at an account.
 *
 * @param now what the host's clock says
 * @param since the earliest that it has said since the look before at this account, at whatever account it was read; empty at the first look
 * @param isComplete whether all that is new could be read: what has been delivered to a host is not kept
 * @param isThorough whether everything is read anew, and not only what is told to be new
 */
record Look(
        AccountId account, Facts facts, Instant now, Optional<Instant> since, boolean isComplete, boolean isThorough) {

    /** When what is new was done at the earliest; the beginning of time where this is the first look. */
    Instant earliest() {
        return since.map(one -> one.isBefore(now) ? one : now).orElse(Instant.MIN);
    }

    AuditFailure breach(String rule, String sentence) {
        return new AuditFailure(rule, "in account " + account + " " + sentence);
    }
}
