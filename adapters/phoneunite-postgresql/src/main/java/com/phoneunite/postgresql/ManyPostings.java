package com.phoneunite.postgresql;

import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.input.Moments;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Outbox;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Many postings of one account, whose head is locked: one statement reads where the ledger stands and what is there of the references,
 * each is decided on what those before it leave, and one statement enters what was accepted. Not thread-safe.
 */
final class ManyPostings {

    private static final String READ = """
        SELECT head.account_id, head.position AS head_position, head.last_at, head.currency, head.entries, head.balance_minor,
            head.recorded_at AS head_recorded, entry.*
        FROM phoneunite.account_head head
        LEFT JOIN (SELECT one.* FROM unnest(?::text[], ?::text[]) AS asked (kind, reference)
            CROSS JOIN LATERAL (SELECT * FROM phoneunite.ledger_entry
                WHERE account_id = ? AND kind = asked.kind AND reference = asked.reference LIMIT 1) one) entry ON true
        WHERE head.account_id = ? AND head.currency IS NOT NULL\
        """;

    private static final String WRITE = """
        WITH new AS (
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::text[])
                AS new (sequence, position, kind, signed_minor, balance_after_minor, organization_id, actor, happened_at,
                    recorded_at, reference)),
        sums AS (
            SELECT organization_id, CASE WHEN organization_id IS NULL
                THEN (SELECT organization_sum_minor FROM phoneunite.ledger_entry entry
                    WHERE entry.account_id = ? AND entry.organization_id IS NULL
                    ORDER BY organization_id DESC, sequence DESC LIMIT 1)
                ELSE (SELECT organization_sum_minor FROM phoneunite.ledger_entry entry
                    WHERE entry.account_id = ? AND entry.organization_id = one.organization_id
                    ORDER BY sequence DESC LIMIT 1) END AS until_now
            FROM (SELECT DISTINCT organization_id FROM new) AS one),
        moved AS (
            UPDATE phoneunite.account_head
            SET position = ?, last_at = ?, entries = ?, balance_minor = ?, recorded_at = ? WHERE account_id = ?)
        INSERT INTO phoneunite.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
            organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
        SELECT ?::uuid, new.sequence, new.position, new.kind, new.signed_minor, new.balance_after_minor,
            new.organization_id, coalesce(sums.until_now, 0)
                + sum(new.signed_minor) OVER (PARTITION BY new.organization_id ORDER BY new.sequence),
            new.actor, new.happened_at, new.recorded_at, new.reference
        FROM new JOIN sums ON sums.organization_id IS NOT DISTINCT FROM new.organization_id\
        """;

    private final Session session;
    private final List<Posting> postings;
    private final UUID account;
    private final Map<List<Object>, LedgerEntry> byReference = new HashMap<>();
    private final List<LedgerEntry> accepted = new ArrayList<>();
    private LedgerHead head;
    private Outbox.Place last;

    ManyPostings(Session session, List<Posting> postings) {
        this.session = session;
        this.postings = postings;
        this.account = postings.get(0).account().value();
        session.requireWritable();
        List<Standing> rows = session.list(
                READ,
                ManyPostings::standing,
                texts(posting -> posting.kind().name()),
                texts(Posting::reference),
                account,
                account);
        if (rows.isEmpty()) {
            throw new PhoneUniteFault("account " + account + " has no ledger");
        }
        head = rows.get(0).head();
        last = rows.get(0).last();
        rows.forEach(row -> row.same().ifPresent(this::known));
    }

    private record Standing(LedgerHead head, Outbox.Place last, Optional<LedgerEntry> same) {}

    private static Standing standing(Row row) throws SQLException {
        LedgerHead head = PostgresLedger.head(row, "head_recorded");
        Outbox.Place last = new Outbox.Place(row.large("head_position"), row.moment("last_at"));
        return new Standing(
                head,
                last,
                row.maybeText("reference").isPresent() ? Optional.of(PostgresLedger.entry(row)) : Optional.empty());
    }

    List<PostingOutcome> post() {
        List<PostingOutcome> outcomes = new ArrayList<>();
        for (Posting posting : postings) {
            session.requireSame(posting.account());
            LedgerEntry same = byReference.get(List.of(posting.kind(), posting.reference()));
            PostingOutcome outcome = BalanceLedger.decide(
                    head,
                    Optional.ofNullable(same),
                    posting,
                    () -> next(posting.change().at()));
            if (outcome instanceof PostingOutcome.Posted posted) {
                accept(posted.entry());
            }
            outcomes.add(outcome);
        }
        if (!accepted.isEmpty()) {
            write();
        }
        return List.copyOf(outcomes);
    }

    private Outbox.Place next(Instant at) {
        last = new Outbox.Place(last.position() + 1, Moments.later(last.at(), at));
        return last;
    }

    private void accept(LedgerEntry entry) {
        accepted.add(entry);
        known(entry);
        head = head.after(entry);
    }

    private void known(LedgerEntry entry) {
        byReference.put(List.of(entry.kind(), entry.reference()), entry);
    }

    private void write() {
        session.write(
                WRITE,
                all(LedgerEntry::sequence, Long[]::new),
                all(LedgerEntry::position, Long[]::new),
                all(entry -> entry.kind().name(), String[]::new),
                all(LedgerEntry::signedMinor, Long[]::new),
                all(LedgerEntry::balanceAfterMinor, Long[]::new),
                all(entry -> entry.organization().map(OrganizationId::value).orElse(null), UUID[]::new),
                all(entry -> Values.text(entry.actor()), String[]::new),
                all(LedgerEntry::happenedAt, Instant[]::new),
                all(LedgerEntry::recordedAt, Instant[]::new),
                all(LedgerEntry::reference, String[]::new),
                account,
                account,
                last.position(),
                last.at(),
                head.entries(),
                head.balanceMinor(),
                head.recordedAt(),
                account,
                account);
    }

    private String[] texts(Function<Posting, String> text) {
        return postings.stream().map(text).toArray(String[]::new);
    }

    private <T> T[] all(Function<LedgerEntry, @Nullable T> of, IntFunction<T[]> array) {
        return accepted.stream().map(of).toArray(array);
    }
}
