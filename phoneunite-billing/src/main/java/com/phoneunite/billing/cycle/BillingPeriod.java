package com.phoneunite.billing.cycle;

import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule B5: a month of an organization, identified by organization, anchor and <i>n</i>, and charged at most once. Immutable.
 *
 * @param organization the organization
 * @param anchor the number of the anchor that it is counted from
 * @param n its number under that anchor, from 0
 * @param start its first moment
 * @param end the first moment after it, which is the start of the next one
 */
public record BillingPeriod(OrganizationId organization, int anchor, int n, Instant start, Instant end) {

    public BillingPeriod {
        Objects.requireNonNull(organization, "organization");
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it starts");
        }
    }

    /** What its charge is posted under, unique in the account. */
    public String reference() {
        return organization + "/" + anchor + "/" + n;
    }

    /** Whether the moment falls into it. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }
}
