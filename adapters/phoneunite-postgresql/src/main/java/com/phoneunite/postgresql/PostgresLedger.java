package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.BalanceLedger;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.ledger.LedgerHead;
import com.phoneunite.billing.ledger.LedgerRepository;
import com.phoneunite.billing.ledger.Posting;
import com.phoneunite.billing.ledger.PostingOutcome;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Entries by sequence, by kind and reference, and by organization; where the ledger stands is in the account's head. What is
 * decided is decided by {@link BalanceLedger}: the statement of a single posting repeats the conditions under which something is posted,
 * and nothing else.
 */
final class PostgresLedger extends Repository implements LedgerRepository {

    private static final String OPEN = """
        UPDATE phoneunite.account_head SET currency = ?, recorded_at = ? WHERE account_id = ? AND currency IS NULL\
        """;
    private static final String HEAD = """
        SELECT account_id, currency, entries, balance_minor, recorded_at FROM phoneunite.account_head
        WHERE account_id = ? AND currency IS NOT NULL\
        """;

    private static final String ENTRIES = """
        SELECT entry.*, head.currency FROM phoneunite.ledger_entry entry
        JOIN phoneunite.account_head head ON head.account_id = entry.account_id WHERE entry.account_id = ?\
        """;
    private static final String FIND = ENTRIES + " AND entry.kind = ? AND entry.reference = ?";
    private static final String LIST = ENTRIES + " AND entry.sequence > ? ORDER BY entry.sequence LIMIT ?";
    private static final String LIST_BY_POSITION = EntrySearch.THE_LAST.formatted("position <= ?") + ENTRIES
            + " AND entry.sequence > (SELECT sequence FROM found) ORDER BY entry.sequence LIMIT ?";
    private static final String LAST_BEFORE = EntrySearch.THE_LAST.formatted("recorded_at < ?") + ENTRIES
            + " AND entry.sequence = (SELECT sequence FROM found)";

    /** Of an organization and of the account as a whole: an index finds both, but not with one condition. */
    private static final Map<Boolean, String> LIST_OF = Map.of(
            true, ENTRIES + " AND entry.organization_id = ? AND entry.sequence > ? ORDER BY entry.sequence LIMIT ?",
            false,
                    ENTRIES + " AND entry.organization_id IS NULL AND ?::uuid IS NULL AND entry.sequence > ?"
                            + " ORDER BY entry.organization_id, entry.sequence LIMIT ?");

    private static final Map<Boolean, String> SUM =
            Map.of(true, sum("organization_id = ?"), false, sum("organization_id IS NULL AND ?::uuid IS NULL"));

    private static final String SUMS = "SELECT one.organization_id, "
            + sumUntil("ledger_entry.organization_id = one.organization_id") + " - "
            + sumUntil("ledger_entry.organization_id = one.organization_id")
            + " AS sum FROM unnest(?::uuid[]) AS one (organization_id)";

    private static final String ACCOUNTS = """
        SELECT account_id FROM phoneunite.account_head
        WHERE currency IS NOT NULL AND account_id > ?
        ORDER BY account_id LIMIT ?\
        """;

    private final Directory directory;

    PostgresLedger(PostgresUnitOfWork unitOfWork, Directory directory) {
        super(unitOfWork);
        this.directory = directory;
    }

    @Override
    public void open(AccountId account, CurrencyUnit currency, Instant at) {
        if (in(account).write(OPEN, currency, at, account.value()) == 0) {
            throw new PhoneUniteFault("account " + account + " has a ledger already");
        }
    }

    @Override
    public Optional<LedgerHead> head(AccountId account) {
        Optional<AccountRows> ahead = ahead(account);
        return ahead.isPresent()
                ? ahead.map(rows -> rows.ledger().head())
                : in(account).find(HEAD, row -> head(row, "recorded_at"), account.value());
    }

    @Override
    public PostingOutcome post(Posting posting) {
        Optional<AccountRows> ahead = writingAhead(posting.account());
        return ahead.isPresent()
                ? ahead.get().ledger().post(posting)
                : SinglePosting.post(in(posting.account()), posting);
    }

    @Override
    public List<PostingOutcome> postAll(List<Posting> postings) {
        return switch (postings.size()) {
            case 0 -> List.of();
            case 1 -> List.of(post(postings.get(0)));
            default -> new ManyPostings(in(postings.get(0).account()), postings).post();
        };
    }

    @Override
    public Optional<LedgerEntry> find(AccountId account, EntryKind kind, String reference) {
        return in(account).find(FIND, PostgresLedger::entry, account.value(), kind, reference);
    }

    @Override
    public List<LedgerEntry> list(AccountId account, long afterSequence, int limit) {
        return in(account).list(LIST, PostgresLedger::entry, account.value(), afterSequence, limit);
    }

    @Override
    public List<LedgerEntry> listOf(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, int limit) {
        return in(account)
                .list(
                        of(organization, LIST_OF),
                        PostgresLedger::entry,
                        account.value(),
                        organization.map(OrganizationId::value),
                        afterSequence,
                        limit);
    }

    @Override
    public List<LedgerEntry> listByPosition(AccountId account, long afterPosition, int limit) {
        return in(account)
                .list(
                        LIST_BY_POSITION,
                        PostgresLedger::entry,
                        account.value(),
                        account.value(),
                        afterPosition,
                        account.value(),
                        limit);
    }

    @Override
    public Optional<LedgerHead> headBefore(AccountId account, Instant moment) {
        return in(account)
                .find(LAST_BEFORE, PostgresLedger::entry, account.value(), account.value(), moment, account.value())
                .map(LedgerHead::upTo);
    }

    @Override
    public long sumMinor(
            AccountId account, Optional<OrganizationId> organization, long afterSequence, long untilSequence) {
        if (untilSequence <= afterSequence) {
            return 0;
        }
        Optional<UUID> id = organization.map(OrganizationId::value);
        return in(account)
                .find(
                        of(organization, SUM),
                        row -> row.large("sum"),
                        account.value(),
                        id,
                        untilSequence,
                        account.value(),
                        id,
                        afterSequence)
                .orElseThrow();
    }

    @Override
    public Map<OrganizationId, Long> sumsMinor(
            AccountId account, Collection<OrganizationId> organizations, long afterSequence, long untilSequence) {
        Session session = in(account);
        if (untilSequence <= afterSequence || organizations.isEmpty()) {
            return organizations.stream().collect(Collectors.toMap(Function.identity(), one -> 0L));
        }
        return session
                .list(
                        SUMS,
                        row -> Map.entry(row.organization(), row.large("sum")),
                        account.value(),
                        untilSequence,
                        account.value(),
                        afterSequence,
                        organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<AccountId> accounts(Optional<AccountId> after, int limit) {
        return directory.list(ACCOUNTS, Row::account, Values.after(after.map(AccountId::value)), limit);
    }

    private static String of(Optional<OrganizationId> organization, Map<Boolean, String> statements) {
        return Objects.requireNonNull(statements.get(organization.isPresent()));
    }

    private static String sum(String isOf) {
        return "SELECT " + sumUntil(isOf) + " - " + sumUntil(isOf) + " AS sum";
    }

    /** The sum stands with each entry, so that the last one tells it. */
    private static String sumUntil(String isOf) {
        return "coalesce((SELECT organization_sum_minor FROM phoneunite.ledger_entry WHERE account_id = ? AND " + isOf
                + " AND sequence <= ? ORDER BY organization_id DESC, sequence DESC LIMIT 1), 0)";
    }

    /** The balance that a head tells: zero where it has none before the first entry. */
    static long balance(AccountId account, long entries, Optional<Long> kept) {
        if (kept.isPresent() == (entries == 0)) {
            throw new PhoneUniteFault("account " + account + ": its ledger has " + entries + " entries and "
                    + kept.map(minor -> "a balance of " + minor).orElse("no balance")
                    + " (B2): somebody has changed it by hand");
        }
        return kept.orElse(0L);
    }

    /** What the head holds of the balance: nothing before the first entry, as it is above zero (B2). */
    static @Nullable Long keptBalance(LedgerHead head) {
        return head.entries() == 0 ? null : head.balanceMinor();
    }

    static LedgerHead head(Row row, String recordedAt) throws SQLException {
        return new LedgerHead(
                row.account(),
                CurrencyUnit.of(row.text("currency")),
                row.large("entries"),
                balance(row.account(), row.large("entries"), row.maybeLarge("balance_minor")),
                row.moment(recordedAt));
    }

    static LedgerEntry entry(Row row) throws SQLException {
        return new LedgerEntry(
                row.account(),
                row.large("sequence"),
                row.large("position"),
                row.one(EntryKind.class, "kind"),
                CurrencyUnit.of(row.text("currency")),
                row.large("signed_minor"),
                row.large("balance_after_minor"),
                row.maybeOrganization(),
                row.actor("actor"),
                row.moment("happened_at"),
                row.moment("recorded_at"),
                row.text("reference"));
    }
}
