package com.phoneunite.billing.ledger;

import com.phoneunite.input.Moments;
import com.phoneunite.store.Outbox;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/** The decisions of the ledger: rules B2 and B3. Values in, outcome out. */
public final class BalanceLedger {

    private BalanceLedger() {}

    /**
     * Rule B2: whether a balance covers a deduction: it stays above zero. An amount of zero is always covered.
     *
     * @param balanceMinor the balance in minor units
     * @param amountMinor what is to be deducted in minor units, not negative
     */
    public static boolean covers(long balanceMinor, long amountMinor) {
        return amountMinor == 0 || balanceMinor > amountMinor;
    }

    /** Rule B2: what is short for a deduction: the amount and one minor unit, less the balance. */
    public static LedgerRefusal.BalanceTooLow tooLow(LedgerHead head, long amountMinor) {
        long shortfall = shortfall(head.balanceMinor(), amountMinor);
        return new LedgerRefusal.BalanceTooLow(head.balance(), Money.ofMinor(head.currency(), shortfall));
    }

    /** Rule B2: what is short for a deduction that is not covered, in minor units. */
    public static long shortfall(long balanceMinor, long amountMinor) {
        return Math.subtractExact(Math.addExact(amountMinor, 1), balanceMinor);
    }

    /**
     * Decides a posting. Nothing is written; an adapter writes the entry of {@link PostingOutcome.Posted} in the same atomic step
     * in which it read the head.
     *
     * @param head where the ledger stands
     * @param sameReference the entry with the posting's kind and reference, if there is one
     * @param place takes the next place in the account's order of events; asked only if the posting is accepted
     * @throws ArithmeticException if the balance would leave the range of 64 bits
     */
    public static PostingOutcome decide(
            LedgerHead head, Optional<LedgerEntry> sameReference, Posting posting, Supplier<Outbox.Place> place) {
        if (!head.currency().equals(posting.currency())) {
            return refused(new LedgerRefusal.CurrencyMismatch(head.currency(), posting.currency()));
        }
        if (sameReference.isPresent()) {
            return sameReference.get().answers(posting)
                    ? new PostingOutcome.AlreadyPosted(sameReference.get())
                    : refused(new LedgerRefusal.ReferenceReused(posting.reference()));
        }
        long signed = posting.signedMinor();
        if (signed == 0) {
            return new PostingOutcome.NothingToPost();
        }
        if (signed < 0 && !covers(head.balanceMinor(), -signed)) {
            return refused(tooLow(head, -signed));
        }
        return new PostingOutcome.Posted(entry(head, posting, signed, place.get()));
    }

    private static LedgerEntry entry(LedgerHead head, Posting posting, long signed, Outbox.Place place) {
        return new LedgerEntry(
                head.account(),
                head.entries() + 1,
                place.position(),
                posting.kind(),
                head.currency(),
                signed,
                Math.addExact(head.balanceMinor(), signed),
                posting.organization(),
                posting.change().actor(),
                posting.happenedAt(),
                Moments.later(head.recordedAt(), place.at()),
                posting.reference());
    }

    private static PostingOutcome refused(LedgerRefusal refusal) {
        return new PostingOutcome.Refused(refusal);
    }
}
