package com.phoneunite.testkit.assertion;

import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;

/** Says what the entries of a ledger are (rule B3). */
public final class LedgerAssert extends SpokenAssert<LedgerAssert, List<LedgerEntry>> {

    LedgerAssert(List<LedgerEntry> actual) {
        super(actual, LedgerAssert.class);
    }

    /**
     * These are they, in this order and no others.
     *
     * @param lines each the kind and the amount: {@code "PERIOD USD -20.00"}
     */
    public LedgerAssert areExactly(String... lines) {
        isNotNull();
        return holds(told().equals(List.of(lines)), "these entries:" + Words.lines(List.of(lines)) + "\n", there());
    }

    /** There is such a one among them. */
    public LedgerAssert contain(EntryKind kind, String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        return holds(
                actual.stream()
                        .anyMatch(one -> one.kind() == kind && one.amount().equals(expected)),
                "an entry " + kind + " " + expected,
                there());
    }

    /** There are none. */
    public LedgerAssert areNone() {
        return areExactly();
    }

    /** What they add to the balance together: {@code "USD 60.00"}. */
    public LedgerAssert addUpTo(String amount) {
        isNotNull();
        Money expected = Money.parse(amount);
        Money sum =
                actual.stream().map(LedgerEntry::amount).reduce(Money.zero(expected.getCurrencyUnit()), Money::plus);
        return holds(sum.equals(expected), "entries that add up to " + expected, "they add up to " + sum);
    }

    /** Rule B3: each follows on the one before it: in sequence, in balance, and in recorded time. */
    public LedgerAssert areUnbroken() {
        isNotNull();
        for (int i = 1; i < actual.size(); i++) {
            LedgerEntry before = actual.get(i - 1);
            LedgerEntry entry = actual.get(i);
            boolean follows = entry.sequence() == before.sequence() + 1
                    && entry.balanceAfterMinor() == before.balanceAfterMinor() + entry.signedMinor()
                    && !entry.recordedAt().isBefore(before.recordedAt());
            holds(
                    follows,
                    "entry " + entry.sequence() + " to follow on entry " + before.sequence() + " (B3)",
                    "it is " + Words.line(entry) + " to a balance of " + entry.balanceAfter() + " at "
                            + entry.recordedAt() + " after one of " + before.balanceAfter() + " at "
                            + before.recordedAt());
        }
        return this;
    }

    /** Only those of one kind. */
    public LedgerAssert ofKind(EntryKind kind) {
        return only(one -> one.kind() == kind);
    }

    /** Only those for one organization. */
    public LedgerAssert of(OrganizationId organization) {
        return only(one -> one.organization().equals(Optional.of(organization)));
    }

    private LedgerAssert only(Predicate<LedgerEntry> wanted) {
        isNotNull();
        return new LedgerAssert(actual.stream().filter(wanted).toList());
    }

    private List<String> told() {
        return actual.stream().map(Words::line).toList();
    }

    private String there() {
        return "there are:" + Words.lines(told());
    }
}
