package com.phoneunite.billing;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.input.Conforms;
import com.phoneunite.input.Given;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule B10: something that an organization used and the host has rated, for example a call. Immutable; nothing is checked until it
 * is deducted.
 *
 * @param account the account that pays
 * @param organization the organization that used it
 * @param reference the host's own, unique among the account's usage: 1 to 150 visible ASCII characters
 * @param amount what it costs, zero or more
 * @param happenedAt when it was used; from the year 1970 to the year 9999, now where it is {@code null}
 */
public record Usage(
        @Conforms(Given.class) @Nullable AccountId account,
        @Conforms(Given.class) @Nullable OrganizationId organization,
        @Conforms(Posting.ReferenceRule.class) @Nullable String reference,
        @Conforms(MoneyRules.NotNegative.class) @Nullable Money amount,

        @Conforms(value = MoneyRules.Happened.class, optional = true) @Nullable
        Instant happenedAt) {

    /** Usage of an organization, happening now. */
    public static Usage of(
            @Nullable AccountId account,
            @Nullable OrganizationId organization,
            @Nullable String reference,
            @Nullable Money amount) {
        return new Usage(account, organization, reference, amount, null);
    }

    /** The same, at another moment. */
    public Usage happenedAt(Instant moment) {
        return new Usage(account, organization, reference, amount, moment);
    }
}
