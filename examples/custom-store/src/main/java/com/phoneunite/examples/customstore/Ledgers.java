package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.Actor;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

record Ledgers(H2UnitOfWork work, Outbox outbox) implements LedgerRepository {

    private static final String ENTRIES = "SELECT * FROM ledger_entry WHERE account = ? AND ";

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        work.on(account).update("INSERT INTO ledger VALUES (?, ?, 0, 0, ?)", currency.getCode(), at);
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        return work.on(account)
                .row(
                        row -> new LedgerHead(
                                account,
                                CurrencyUnit.of(row.getString("currency")),
                                row.getLong("entries"),
                                row.getLong("balance"),
                                row.getObject("recorded_at", Instant.class)),
                        "SELECT * FROM ledger WHERE account = ?");
    }

    // tag::post
    /** Whoever posts has the account's turn, so nothing changes between what is read and what is written. */
    @Override
    public PostingOutcome post(Posting posting) {
        AccountId account = posting.account();
        LedgerHead head = head(account).orElseThrow(() -> new PhoneUniteFault("account " + account + " has no ledger"));
        PostingOutcome outcome = BalanceLedger.decide(
                head,
                find(account, posting.kind(), posting.reference()),
                posting,
                () -> outbox.take(account, posting.change().at()));
        if (outcome instanceof PostingOutcome.Posted posted) {
            append(posted.entry(), head.after(posted.entry()));
        }
        return outcome;
    }
    // end::post

    private void append(LedgerEntry entry, LedgerHead now) {
        Scoped here = work.on(entry.account());
        here.update(
                "INSERT INTO ledger_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.sequence(),
                entry.position(),
                entry.kind(),
                entry.currency().getCode(),
                entry.signedMinor(),
                entry.balanceAfterMinor(),
                entry.organization(),
                Codec.write(entry.actor(), Actor.class),
                entry.happenedAt(),
                entry.recordedAt(),
                entry.reference(),
                soFar(here, entry.organization(), entry.sequence()) + entry.signedMinor());
        here.update(
                "UPDATE ledger SET entries = ?2, balance = ?3, recorded_at = ?4 WHERE account = ?1",
                now.entries(),
                now.balanceMinor(),
                now.recordedAt());
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return list(account, "kind = ? AND reference = ?", kind, reference).stream()
                .findFirst();
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return list(account, "sequence > ? ORDER BY sequence LIMIT ?", afterSequence, limit);
    }

    /** {@code IS NOT DISTINCT FROM} finds the entries of no organization, too. */
    @Override
    public List<LedgerEntry> listOf(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
        return list(
                account,
                "organization IS NOT DISTINCT FROM ? AND sequence > ? ORDER BY sequence LIMIT ?",
                organization,
                afterSequence,
                limit);
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        return list(account, "position > ? ORDER BY position LIMIT ?", afterPosition, limit);
    }

    @Override
    public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
        return list(account, "recorded_at < ? ORDER BY recorded_at DESC, sequence DESC LIMIT 1", moment).stream()
                .findFirst()
                .map(LedgerHead::upTo);
    }

    private List<LedgerEntry> list(AccountId account, String which, Object... parameters) {
        return work.on(account).rows(row -> entry(account, row), ENTRIES + which, parameters);
    }

    @Override
    public long sumMinor(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        Scoped here = work.on(account);
        return untilSequence <= afterSequence
                ? 0
                : soFar(here, organization, untilSequence) - soFar(here, organization, afterSequence);
    }

    /** Each entry keeps the sum up to itself, so that no sum takes longer the longer the ledger is. */
    private static long soFar(Scoped here, Optional<OrganizationId> organization, long untilSequence) {
        return here.row(
                        row -> row.getLong(1),
                        "SELECT so_far FROM ledger_entry WHERE account = ? AND organization IS NOT DISTINCT FROM ?"
                                + " AND sequence <= ? ORDER BY sequence DESC LIMIT 1",
                        organization,
                        untilSequence)
                .orElse(0L);
    }

    @Override
    public List<AccountId> accounts(Optional<AccountId> after, int limit) {
        return work.apart(sql -> sql.rows(
                row -> new AccountId(row.getObject(1, UUID.class)),
                "SELECT account FROM ledger WHERE account > ? ORDER BY account LIMIT ?",
                after.map(AccountId::value).orElse(Sql.BEFORE_ALL),
                limit));
    }

    private static LedgerEntry entry(AccountId account, ResultSet row) throws SQLException {
        return new LedgerEntry(
                account,
                row.getLong("sequence"),
                row.getLong("position"),
                EntryKind.valueOf(row.getString("kind")),
                CurrencyUnit.of(row.getString("currency")),
                row.getLong("minor"),
                row.getLong("balance_after"),
                Optional.ofNullable(row.getObject("organization", UUID.class)).map(OrganizationId::new),
                Codec.read(row.getString("actor"), Actor.class),
                row.getObject("happened_at", Instant.class),
                row.getObject("recorded_at", Instant.class),
                row.getString("reference"));
    }
}
