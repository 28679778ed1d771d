package com.phoneunite.billing;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.account.Change;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.organization.Organization;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.organization.OrganizationName;
import com.phoneunite.organization.OrganizationState;
import com.phoneunite.organization.PlanName;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Values that tests of single decisions start from. */
public final class Examples {

    /** The account of all examples. */
    public static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));

    /** The moment of all examples. */
    public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    /** The currency of all examples. */
    public static final CurrencyUnit USD = CurrencyUnit.USD;

    private Examples() {}

    /** So many cents. */
    public static Money cents(long minor) {
        return Money.ofMinor(USD, minor);
    }

    /** A change of the account by the system. */
    public static Change change(Instant at) {
        return new Change(ACCOUNT, Actor.system(), at);
    }

    /** A posting for the account as a whole. */
    public static Posting posting(EntryKind kind, long minor, String reference) {
        return new Posting(change(NOON), kind, Optional.empty(), cents(minor), reference, NOON);
    }

    /** The id of the organization with that ordinal. */
    public static OrganizationId organizationId(int ordinal) {
        return new OrganizationId(new UUID(2, ordinal));
    }

    /** A further organization of the account. */
    public static Organization organization(int ordinal) {
        return new Organization(
                ACCOUNT,
                organizationId(ordinal),
                OrganizationName.parse("Organization " + ordinal),
                new PlanName("standard"),
                OrganizationState.ACTIVE,
                ordinal,
                NOON,
                Optional.empty(),
                Optional.empty());
    }
}
