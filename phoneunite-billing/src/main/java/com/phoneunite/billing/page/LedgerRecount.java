package com.phoneunite.billing.page;

import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.page.LedgerDifference.Kind;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Rules B2 and B3: recomputes a ledger from its entries, one after the other, and trusts nothing that it is told. Holds what was added
 * up for each organization, and no entry. Used by one thread, for one account.
 */
final class LedgerRecount {

    private final LedgerHead head;
    private final Map<Optional<OrganizationId>, Long> sums = new HashMap<>();
    private final List<LedgerDifference> differences = new ArrayList<>();
    private long found;
    private long sequence;
    private long position;
    private long sum;
    private Instant recordedAt = Instant.MIN;

    LedgerRecount(LedgerHead head) {
        this.head = head;
    }

    /** The next entry, in the order in which the ledger tells them. */
    void count(LedgerEntry entry) {
        Optional<OrganizationId> whom = entry.organization();
        if (!entry.account().equals(head.account()) || !entry.currency().equals(head.currency())) {
            differs(Kind.FOREIGN, whom, entry.sequence(), "of " + entry.account() + " in " + entry.currency());
        }
        if (entry.sequence() != sequence + 1) {
            differs(Kind.SEQUENCE, whom, entry.sequence(), "after " + sequence);
        }
        sum += entry.signedMinor();
        // An entry tells no balance of zero or less, so that a sum of that differs, too.
        if (entry.balanceAfterMinor() != sum) {
            differs(Kind.BALANCE, whom, entry.sequence(), entry.balanceAfterMinor() + " instead of " + sum);
        }
        if (entry.recordedAt().isBefore(recordedAt)) {
            differs(Kind.RECORDED_TIME, whom, entry.sequence(), entry.recordedAt() + " after " + recordedAt);
        }
        if (entry.position() <= position) {
            differs(Kind.POSITION, whom, entry.sequence(), entry.position() + " after " + position);
        }
        sums.merge(whom, entry.signedMinor(), Long::sum);
        sequence = entry.sequence();
        position = entry.position();
        recordedAt = entry.recordedAt();
    }

    /** The sum of the entries for an organization. */
    long sumOf(Optional<OrganizationId> organization) {
        return sums.getOrDefault(organization, 0L);
    }

    /** What the entries so far are for. */
    List<Optional<OrganizationId>> organizations() {
        return List.copyOf(sums.keySet());
    }

    void differs(Kind kind, Optional<OrganizationId> organization, long entry, String what) {
        found++;
        if (differences.size() < LedgerProof.MAX_DIFFERENCES) {
            differences.add(new LedgerDifference(head.account(), kind, organization, entry, what));
        }
    }

    /** What came of it, once all entries have been counted. */
    LedgerProof proof() {
        if (sequence != head.entries() || sum != head.balanceMinor()) {
            differs(
                    Kind.HEAD,
                    Optional.empty(),
                    0,
                    head.entries() + " entries with " + head.balanceMinor() + " instead of " + sequence + " with "
                            + sum);
        }
        if (head.entries() > 0 && !recordedAt.equals(head.recordedAt())) {
            differs(Kind.HEAD, Optional.empty(), 0, head.recordedAt() + " instead of " + recordedAt);
        }
        return new LedgerProof(head.account(), sequence, Money.ofMinor(head.currency(), sum), differences, found);
    }
}
