package com.phoneunite.billing.store;

import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one account in memory. Written by one thread at a time, which no reader sees: the unit of work that is open on the
 * account guards it.
 */
final class AccountLedger {

    private final LedgerHead opened;
    private final List<LedgerRow> rows = new ArrayList<>(0);
    private final BalanceHistory history = new BalanceHistory();

    /** References are a host's, or a stranger's: those that collide make a tree, as rows are ordered, and no long list. */
    private final Map<LedgerRow, LedgerRow> byReference = new HashMap<>();

    private final Map<Optional<OrganizationId>, OrganizationRows> byOrganization = new HashMap<>();
    private final Map<Actor, Actor> actors = new HashMap<>();
    private @Nullable OrganizationRows latest;
    private Actor latestActor = Actor.system();
    private LedgerHead head;

    AccountLedger(LedgerHead opened) {
        this.opened = opened;
        this.head = opened;
    }

    LedgerHead head() {
        return head;
    }

    /** Appends the entry. Whoever does is ready to go {@linkplain #backTo back}, also from the middle of it: memory may run out. */
    void append(LedgerEntry entry) {
        OrganizationRows own = rowsOf(entry.organization());
        LedgerRow row = new LedgerRow(
                entry, rows.size(), own.organization(), sameAs(entry.actor()), own.sumMinor() + entry.signedMinor());
        history.add(LedgerRow.micros(entry.recordedAt()), entry.balanceAfterMinor());
        rows.add(row); // after the history, which is there as long as the row is
        own.add(row.index(), entry.signedMinor());
        byReference.put(row, row);
        head = head.after(entry);
    }

    /** Takes back what was appended since the ledger stood there, and what was begun. */
    void backTo(LedgerHead before) {
        head = before;
        for (int last = rows.size() - 1; last >= before.entries(); last--) {
            LedgerRow row = rows.get(last);
            byReference.remove(row);
            OrganizationRows own = rowsOf(row.organization());
            own.takeBack(last, history.balanceAfter(last) - history.balanceBefore(last));
            if (own.isEmpty()) {
                byOrganization.remove(row.organization());
                latest = null;
            }
            rows.remove(last);
        }
        history.cutTo(rows.size());
    }

    Optional<LedgerEntry> find(EntryKind kind, String reference) {
        return Optional.ofNullable(byReference.get(LedgerRow.like(kind, reference)))
                .map(row -> entry(row.index()));
    }

    List<LedgerEntry> list(long afterSequence, int limit) {
        return from(index(afterSequence), limit);
    }

    List<LedgerEntry> listByPosition(long afterPosition, int limit) {
        return from(firstWhere(rows.size(), index -> rows.get(index).position() > afterPosition), limit);
    }

    List<LedgerEntry> listOf(Optional<OrganizationId> organization, long afterSequence, int limit) {
        OrganizationRows own = byOrganization.get(organization);
        if (own == null) {
            return List.of();
        }
        int from = own.countUntil(index(afterSequence));
        int to = (int) Math.min((long) from + limit, own.size());
        return IntStream.range(from, to).mapToObj(n -> entry(own.get(n))).toList();
    }

    /** Looks at no row: each would be a line of memory that is in no cache. */
    Optional<LedgerHead> headBefore(Instant moment) {
        int count = countBefore(moment);
        return count == 0 ? Optional.empty() : Optional.of(headAfter(count));
    }

    private LedgerHead headAfter(int count) {
        return new LedgerHead(
                opened.account(),
                opened.currency(),
                count,
                history.balanceAfter(count - 1),
                LedgerRow.moment(history.recordedAt(count - 1)));
    }

    private int countBefore(Instant moment) {
        return history.countBefore(LedgerRow.firstMicrosecondFrom(moment));
    }

    long sumMinor(Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        OrganizationRows own = byOrganization.get(organization);
        return own == null || untilSequence <= afterSequence
                ? 0
                : sumUntil(own, index(untilSequence)) - sumUntil(own, index(afterSequence));
    }

    private long sumUntil(OrganizationRows own, int index) {
        int count = own.countUntil(index);
        return count == 0 ? 0 : rows.get(own.get(count - 1)).sumMinor();
    }

    /** The index of the first entry after that sequence. */
    private int index(long afterSequence) {
        return (int) Math.max(0, Math.min(afterSequence, rows.size()));
    }

    private List<LedgerEntry> from(int index, int limit) {
        int to = (int) Math.min((long) index + limit, rows.size());
        return IntStream.range(index, to).mapToObj(this::entry).toList();
    }

    private LedgerEntry entry(int index) {
        return rows.get(index).entry(opened, history);
    }

    /** One organization often has several entries in a row. */
    private OrganizationRows rowsOf(Optional<OrganizationId> organization) {
        OrganizationRows own = latest;
        if (own == null || !own.organization().equals(organization)) {
            own = byOrganization.computeIfAbsent(organization, OrganizationRows::new);
            latest = own;
        }
        return own;
    }

    /** The same object for all that an actor did. */
    private Actor sameAs(Actor actor) {
        if (!actor.equals(latestActor)) {
            latestActor = actors.computeIfAbsent(actor, one -> one);
        }
        return latestActor;
    }

    /** The first index that is so, where all behind it are so, too. */
    static int firstWhere(int size, IntPredicate isSo) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isSo.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
