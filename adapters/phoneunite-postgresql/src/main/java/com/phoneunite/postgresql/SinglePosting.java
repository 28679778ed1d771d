package com.phoneunite.postgresql;

import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * One posting as one statement: it moves the head where the posting is covered and new, and enters what the head says. The last entry of
 * an organization is asked for in the order of the index that has it at its end.
 */
final class SinglePosting {

    private static final String OF_ORGANIZATION = post("organization_id = ?");
    private static final String OF_ACCOUNT = post("organization_id IS NULL AND ?::uuid IS NULL");

    private SinglePosting() {}

    private static String post(String isOf) {
        return """
            WITH same AS (
                SELECT * FROM phoneunite.ledger_entry WHERE account_id = ? AND kind = ? AND reference = ?),
            head AS (
                SELECT account_id, currency, entries, balance_minor, recorded_at FROM phoneunite.account_head
                WHERE account_id = ? AND currency IS NOT NULL),
            moved AS (
                UPDATE phoneunite.account_head
                SET position = position + 1, last_at = greatest(last_at, ?), entries = entries + 1,
                    balance_minor = coalesce(balance_minor, CASE entries WHEN 0 THEN 0 END) + ?, recorded_at = greatest(recorded_at, last_at, ?)
                WHERE account_id = ? AND currency = ? AND NOT EXISTS (SELECT FROM same)
                    AND CASE sign(?::bigint)::integer
                        WHEN 1 THEN coalesce(balance_minor, CASE entries WHEN 0 THEN 0 END) <= 9223372036854775807 - ?
                        WHEN -1 THEN balance_minor > - ?::bigint
                        ELSE false END
                RETURNING account_id, position, entries, balance_minor, recorded_at),
            posted AS (
                INSERT INTO phoneunite.ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
                    organization_id, organization_sum_minor, actor, happened_at, recorded_at, reference)
                SELECT account_id, entries, position, ?, ?, balance_minor, ?::uuid,
                    ? + coalesce((SELECT organization_sum_minor FROM phoneunite.ledger_entry
                        WHERE account_id = ? AND %s
                        ORDER BY organization_id DESC, sequence DESC LIMIT 1), 0), ?, ?, recorded_at, ?
                FROM moved)
            SELECT head.account_id AS head_account, head.currency, head.entries, head.balance_minor AS head_balance,
                head.recorded_at AS head_recorded, moved.position AS new_position, moved.entries AS new_sequence,
                moved.balance_minor AS new_balance, moved.recorded_at AS new_recorded, same.*
            FROM head LEFT JOIN moved ON true LEFT JOIN same ON true\
            """.formatted(isOf);
    }

    static PostingOutcome post(Session session, Posting posting) {
        UUID account = posting.account().value();
        Optional<UUID> organization = posting.organization().map(OrganizationId::value);
        PostingOutcome outcome = session
                .writing(
                        organization.isPresent() ? OF_ORGANIZATION : OF_ACCOUNT,
                        row -> outcome(row, posting),
                        account,
                        posting.kind(),
                        posting.reference(),
                        account,
                        posting.change().at(),
                        posting.signedMinor(),
                        posting.change().at(),
                        account,
                        posting.currency(),
                        posting.signedMinor(),
                        posting.signedMinor(),
                        posting.signedMinor(),
                        posting.kind(),
                        posting.signedMinor(),
                        organization,
                        posting.signedMinor(),
                        account,
                        organization,
                        posting.change().actor(),
                        posting.happenedAt(),
                        posting.reference())
                .stream()
                .findFirst()
                .orElseThrow(() -> new PhoneUniteFault("account " + posting.account() + " has no ledger"));
        session.wrote(outcome instanceof PostingOutcome.Posted ? 1 : 0);
        return outcome;
    }

    /** Why nothing was posted is decided where everything about the ledger is. */
    private static PostingOutcome outcome(Row row, Posting posting) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.text("currency"));
        if (row.maybeLarge("new_sequence").isPresent()) {
            return new PostingOutcome.Posted(posted(row, posting, currency, row.moment("new_recorded")));
        }
        LedgerHead head = new LedgerHead(
                posting.account(),
                currency,
                row.large("entries"),
                PostgresLedger.balance(
                        row.account("head_account"), row.large("entries"), row.maybeLarge("head_balance")),
                row.moment("head_recorded"));
        Optional<LedgerEntry> same =
                row.maybeText("reference").isPresent() ? Optional.of(PostgresLedger.entry(row)) : Optional.empty();
        return BalanceLedger.decide(head, same, posting, () -> {
            throw new PhoneUniteFault("account " + posting.account() + ": a posting was accepted and not posted");
        });
    }

    /** What a statement says of an entry that is new. */
    static LedgerEntry posted(Row row, Posting posting, CurrencyUnit currency, Instant recordedAt) throws SQLException {
        return entry(
                posting,
                currency,
                row.large("new_sequence"),
                row.large("new_position"),
                row.large("new_balance"),
                recordedAt);
    }

    /** What was entered of a posting, at that place of the ledger. */
    static LedgerEntry entry(
            Posting posting, CurrencyUnit currency, long sequence, long position, long balance, Instant recordedAt) {
        return new LedgerEntry(
                posting.account(),
                sequence,
                position,
                posting.kind(),
                currency,
                posting.signedMinor(),
                balance,
                posting.organization(),
                posting.change().actor(),
                posting.happenedAt(),
                recordedAt,
                posting.reference());
    }
}
