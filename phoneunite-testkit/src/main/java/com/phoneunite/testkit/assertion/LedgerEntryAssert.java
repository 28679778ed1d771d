package com.phoneunite.testkit.assertion;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import java.util.Optional;
import org.joda.money.Money;

/** Says what an entry of a ledger is (rule B3). */
public final class LedgerEntryAssert extends SpokenAssert<LedgerEntryAssert, LedgerEntry> {

    LedgerEntryAssert(LedgerEntry actual) {
        super(actual, LedgerEntryAssert.class);
    }

    /** Why it was posted. */
    public LedgerEntryAssert isOfKind(EntryKind kind) {
        isNotNull();
        return holds(actual.kind() == kind, "an entry of kind " + kind, told());
    }

    /** What it adds to the balance, negative where it was deducted: {@code "USD -20.00"}. */
    public LedgerEntryAssert hasAmount(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return holds(actual.amount().equals(expected), "an entry of " + expected, told());
    }

    /** The balance after it: {@code "USD 80.00"}. */
    public LedgerEntryAssert leaves(String balance) {
        isNotNull();
        Money expected = Money.parse(balance);
        return holds(
                actual.balanceAfter().equals(expected),
                "an entry that leaves " + expected,
                told() + " and leaves " + actual.balanceAfter());
    }

    /** Its reference, which is unique in the account for its kind. */
    public LedgerEntryAssert hasReference(String reference) {
        isNotNull();
        return holds(
                actual.reference().equals(reference),
                "an entry with the reference " + reference,
                told() + " with " + actual.reference());
    }

    /** It is for that organization. */
    public LedgerEntryAssert isFor(OrganizationId organization) {
        isNotNull();
        return holds(
                actual.organization().equals(Optional.of(organization)),
                "an entry for organization " + organization,
                told() + whose());
    }

    /** It is for the account as a whole. */
    public LedgerEntryAssert isForTheAccount() {
        isNotNull();
        return holds(actual.organization().isEmpty(), "an entry for the account as a whole", told() + whose());
    }

    /** Who did it (rule X3). */
    public LedgerEntryAssert wasDoneBy(Actor actor) {
        isNotNull();
        return holds(actual.actor().equals(actor), "an entry by " + actor, told() + " by " + actual.actor());
    }

    private String told() {
        return "it is " + Words.line(actual);
    }

    private String whose() {
        return " for " + actual.organization().map(id -> "organization " + id).orElse("the account as a whole");
    }
}
