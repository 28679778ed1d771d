package com.phoneunite.account;

import com.phoneunite.input.Moments;
import java.time.Instant;
import java.util.Objects;

/**
 * What is common to everything that one change does: whose account, by whom and when. Time is an argument (rule X2).
 *
 * @param account the one account that is changed
 * @param actor who changes it
 * @param at when, truncated to the microsecond
 */
public record Change(AccountId account, Actor actor, Instant at) {

    public Change {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(actor, "actor");
        at = Moments.toMicroseconds(at);
    }
}
