package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.store.Outbox;
import com.phoneunite.store.RecordedEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger and the events of an account stand, and what they go on with. That a reference is new to the database is found by its
 * unique key when it is written: then nothing is kept together. Not thread-safe.
 */
final class LedgerAhead {

    /** An entry, and the sum of its organization up to it. */
    record Entered(LedgerEntry entry, BigInteger sum) {}

    private final Map<OrganizationId, BigInteger> sums = new HashMap<>();
    private final Map<List<Object>, LedgerEntry> byReference = new HashMap<>();
    private final List<Entered> entries = new ArrayList<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private LedgerHead head;
    private Outbox.Place last;

    LedgerAhead(LedgerHead head, Outbox.Place last) {
        this.head = head;
        this.last = last;
    }

    void read(OrganizationId organization, BigInteger sum) {
        sums.put(organization, sum);
    }

    LedgerHead head() {
        return head;
    }

    Outbox.Place last() {
        return last;
    }

    List<Entered> entries() {
        return entries;
    }

    List<RecordedEvent> events() {
        return events;
    }

    boolean hasMoved() {
        return !entries.isEmpty() || !events.isEmpty();
    }

    PostingOutcome post(Posting posting) {
        AccountId account = posting.account();
        OrganizationId organization =
                posting.organization().filter(sums::containsKey).orElseThrow(() -> new NotTogether(account));
        PostingOutcome outcome = BalanceLedger.decide(
                head,
                Optional.ofNullable(byReference.get(List.of(posting.kind(), posting.reference()))),
                posting,
                () -> next(posting.change().at()));
        if (outcome instanceof PostingOutcome.Posted posted) {
            enter(organization, posted.entry());
        }
        return outcome;
    }

    private void enter(OrganizationId organization, LedgerEntry entry) {
        BigInteger sum = sums.merge(organization, BigInteger.valueOf(entry.signedMinor()), BigInteger::add);
        byReference.put(List.of(entry.kind(), entry.reference()), entry);
        entries.add(new Entered(entry, sum));
        head = head.after(entry);
    }

    Outbox.Place next(Instant at) {
        last = new Outbox.Place(last.position() + 1, Moments.later(last.at(), at));
        return last;
    }

    /** What columns of an entry hold, in the order of {@link TogetherWrites}. */
    static @Nullable Object[] values(Entered one) {
        LedgerEntry entry = one.entry();
        return new @Nullable Object[] {
            entry.account().value(),
            entry.sequence(),
            entry.position(),
            entry.kind(),
            entry.signedMinor(),
            entry.balanceAfterMinor(),
            entry.organization().map(OrganizationId::value),
            one.sum(),
            entry.actor(),
            entry.happenedAt(),
            entry.recordedAt(),
            entry.reference()
        };
    }
}
