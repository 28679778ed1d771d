package com.phoneunite.telephony;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.resource.OwnedKind;
import com.phoneunite.resource.ResourceRef;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Rule T1: an organization holds a phone number; in the whole system, nobody else holds it. Immutable.
 *
 * @param account the account
 * @param organization the organization that holds it
 * @param number the number
 * @param since from when on
 * @param destination where its calls go: to something of that organization; empty where they go nowhere
 */
public record HeldPhoneNumber(
        AccountId account,
        OrganizationId organization,
        PhoneNumber number,
        Instant since,
        Optional<Destination> destination) {

    /** The most phone numbers that an organization can hold. */
    public static final int MAX_PER_ORGANIZATION = 10_000;

    public HeldPhoneNumber {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(since, "since");
        if (destination.filter(one -> one.refersTo().isEmpty()).isPresent()) {
            throw new IllegalArgumentException("a phone number leads to something of its organization (T1)");
        }
    }

    /** How it is named among the things of its organization. */
    public ResourceRef ref() {
        return new ResourceRef(OwnedKind.PHONE_NUMBER.type(), number.value());
    }

    /** The same leading there. */
    public HeldPhoneNumber leadingTo(Optional<Destination> there) {
        return new HeldPhoneNumber(account, organization, number, since, there);
    }
}
