package com.phoneunite.billing.page;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rule B12: what a month did to the balance of an account, by recorded time. The opening balance and the totals of its {@linkplain
 * Section sections} are the closing balance. Immutable: of a month that is not over it tells what had been recorded when it was drawn
 * up.
 *
 * @param account the account
 * @param month the month
 * @param opening the balance when the month began
 * @param closing the balance when it ended, or when the statement was drawn up
 * @param afterSequence the sequence of the last entry before the month; 0 where there is none
 * @param untilSequence the sequence of the last entry of the month; {@code afterSequence} where there is none
 */
public record Statement(
        AccountId account, BillingMonth month, Money opening, Money closing, long afterSequence, long untilSequence) {

    public Statement {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(month, "month");
        if (!opening.getCurrencyUnit().equals(closing.getCurrencyUnit())) {
            throw new IllegalArgumentException("an account has one currency (A3)");
        }
        if (afterSequence < 0 || untilSequence < afterSequence) {
            throw new IllegalArgumentException("a month does not end before it begins");
        }
    }

    /** How many entries were recorded in the month. */
    public long entries() {
        return untilSequence - afterSequence;
    }

    /**
     * What was recorded for one organization, or for the account as a whole.
     *
     * @param organization the organization; empty for what is for the account as a whole, such as a recharge
     * @param name the name of the organization, as it is now
     * @param ordinal the place of the organization among all that the account ever had; -1 for the account as a whole
     * @param total the sum of its entries of the month; negative where more was deducted
     */
    public record Section(
            Optional<OrganizationId> organization, Optional<OrganizationName> name, int ordinal, Money total) {

        public Section {
            Objects.requireNonNull(organization, "organization");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(total, "total");
        }
    }
}
