package com.phoneunite.telephony;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.Objects;

/**
 * Rule T1: an organization holds a phone number; in the whole system, nobody else holds it. Immutable.
 *
 * @param account the account
 * @param organization the organization that holds it
 * @param number the number
 * @param since from when on
 */
public record HeldPhoneNumber(AccountId account, OrganizationId organization, PhoneNumber number, Instant since) {

    /** The most phone numbers that an organization can hold. */
    public static final int MAX_PER_ORGANIZATION = 10_000;

    public HeldPhoneNumber {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(since, "since");
    }
}
