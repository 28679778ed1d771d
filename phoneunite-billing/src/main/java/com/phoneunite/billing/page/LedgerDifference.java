package com.phoneunite.billing.page;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in the books of an account that is not as the rules say it must be. Immutable.
 *
 * @param account the account
 * @param kind what is wrong
 * @param organization the organization that it is about; empty where it is about the account
 * @param sequence the sequence of the entry that it is about; 0 where it is about none
 * @param found what was found, and what should be there instead
 */
public record LedgerDifference(
        AccountId account, Kind kind, Optional<OrganizationId> organization, long sequence, String found) {

    /** What can be wrong. Names are never renamed. */
    public enum Kind {
        /** Rule B3: a sequence is missing or comes twice. */
        SEQUENCE,
        /** Rule B3: an entry is of another account, or in another currency. */
        FOREIGN,
        /** Rule B3: the balance after an entry is not the one before it and its amount. */
        BALANCE,
        /** Rule B3: an entry was recorded before the one before it. */
        RECORDED_TIME,
        /** Rule X3: an entry stands before the one before it in the account's order of events. */
        POSITION,
        /** Rule B3: an entry is not found under its kind and reference, or another one is. */
        REFERENCE,
        /** Rule B3: where the ledger stands is not where its entries end. */
        HEAD,
        /** Rule B12: the sum for an organization is not the sum of its entries. */
        SUM,
        /** Rule O1: an entry is for an organization that the account never had, or for none where there must be one. */
        ORGANIZATION,
        /** Rules B5 and B13: the charge of a period is not what its terms make it, or is of no period of its organization. */
        PERIOD,
        /** Rule B5: a period counts as paid and was not charged, or was charged and does not count as paid. */
        SUBSCRIPTION
    }

    public LedgerDifference {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(organization, "organization");
        Objects.requireNonNull(found, "found");
    }
}
