package com.phoneunite.organization;

import com.phoneunite.account.AccountId;
import com.phoneunite.input.Moments;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule B5: what is held is a dated fact: from this moment on, until the next fact of its kind, the organization holds so many.
 *
 * @param account the account
 * @param organization the organization
 * @param kind what is held
 * @param since from when on
 * @param count how many, at least 0
 */
public record HoldingFact(AccountId account, OrganizationId organization, HoldingKind kind, Instant since, int count) {

    public HoldingFact {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(kind, "kind");
        since = Moments.toMicroseconds(since);
        if (count < 0) {
            throw new IllegalArgumentException("no fewer than none are held");
        }
    }

    /** The fact that follows this one when so many are added, or removed where negative. Never dated before this one (rule X2). */
    HoldingFact changedBy(int difference, Instant at) {
        Instant from = Moments.later(since, at);
        return new HoldingFact(account, organization, kind, from, Math.addExact(count, difference));
    }
}
