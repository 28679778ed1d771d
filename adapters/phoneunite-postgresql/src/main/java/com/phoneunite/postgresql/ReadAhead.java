package com.phoneunite.postgresql;

import com.phoneunite.account.Account;
import com.phoneunite.account.AccountId;
import com.phoneunite.billing.cycle.Subscription;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.store.Outbox;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Locks the heads of several accounts in their order, and reads what a billing run asks of them, in a few statements for all of them. */
final class ReadAhead {

    /**
     * A plan that was made while the claims were few would look through all that were given back since: every statement has an index to go
     * by, and is told to.
     */
    private static final String BEGIN = """
        SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL enable_seqscan = off; SET LOCAL ROLE phoneunite_biller;\
         SET LOCAL phoneunite_at.account_ids = '{%1$s}';\
         SELECT account_id FROM phoneunite.account_head WHERE account_id = ANY ('{%1$s}') ORDER BY account_id\
         FOR UPDATE SKIP LOCKED\
        """;

    /** An account with more is billed alone, and does not have all of them read where few are due. */
    private static final int MOST_ORGANIZATIONS = 100;

    /** Accounts of which nothing takes more than what is read here. One that somebody else holds is left to a change that waits for it. */
    private static final String HEADS = """
        SELECT account.*, head.position AS head_position, head.last_at, head.entries, head.balance_minor, head.recorded_at,
            (SELECT claim.fence FROM phoneunite.due_claim claim
                WHERE claim.account_id = account.account_id AND claim.directory = 'DUES') AS fence
        FROM phoneunite.account JOIN phoneunite.account_head head ON head.account_id = account.account_id
        WHERE account.account_id = ANY (?) AND head.currency IS NOT NULL
            AND NOT EXISTS (SELECT FROM phoneunite.arrear
                WHERE arrear.account_id = account.account_id AND arrear.left_minor > 0)
            AND NOT EXISTS (SELECT FROM phoneunite.usage_need WHERE usage_need.account_id = account.account_id)
            AND NOT EXISTS (SELECT FROM phoneunite.subscription
                WHERE subscription.account_id = account.account_id OFFSET %d)
        ORDER BY account.account_id\
        """.formatted(MOST_ORGANIZATIONS);

    private static final String AUTO_RECHARGES = PostgresAutoRecharges.ALL + " WHERE terms.account_id = ANY (?)";

    /**
     * Here and below, what has an offset or a limit is looked up row by row, by its key, however few rows PostgreSQL believes the table to
     * have. What was held last is nearly always what is charged.
     */
    private static final String SUBSCRIPTIONS = """
        SELECT one.*, own.name, own.plan, own.state, own.ordinal, own.added_at, own.trial_ends_at, own.request_key,
            own.request_fingerprint, coalesce(last.organization_sum_minor, 0) AS sum,
            extensions.since AS extension_since, extensions.count AS extension_count,
            numbers.since AS phone_number_since, numbers.count AS phone_number_count
        FROM phoneunite.subscription one
        CROSS JOIN LATERAL (SELECT * FROM phoneunite.organization
            WHERE organization.account_id = one.account_id AND organization.organization_id = one.organization_id OFFSET 0) own
        LEFT JOIN LATERAL (SELECT entry.organization_sum_minor FROM phoneunite.ledger_entry entry
            WHERE entry.account_id = one.account_id AND entry.organization_id = one.organization_id
            ORDER BY entry.sequence DESC LIMIT 1) last ON true
        LEFT JOIN LATERAL (SELECT held.since, held.count FROM phoneunite.holding held
            WHERE held.account_id = one.account_id AND held.organization_id = one.organization_id
                AND held.kind = 'EXTENSION' ORDER BY held.since DESC LIMIT 1) extensions ON true
        LEFT JOIN LATERAL (SELECT held.since, held.count FROM phoneunite.holding held
            WHERE held.account_id = one.account_id AND held.organization_id = one.organization_id
                AND held.kind = 'PHONE_NUMBER' ORDER BY held.since DESC LIMIT 1) numbers ON true
        WHERE one.account_id = ANY (?)\
        """;

    /** What was held earlier, of accounts where something changed after the next period had begun. */
    private static final String HOLDINGS =
            PostgresHoldings.listSince("phoneunite.subscription one", "one.account_id", "one.next_due")
                    + " WHERE one.account_id = ANY (?)";

    /** No period after the next one was charged, so none has terms. */
    private static final String TERMS = """
        SELECT terms.* FROM phoneunite.subscription one
        CROSS JOIN LATERAL (SELECT * FROM phoneunite.charged_terms terms
            WHERE terms.account_id = one.account_id AND terms.organization_id = one.organization_id
                AND terms.anchor_number = one.anchor_number AND terms.from_period <= one.next_period
            ORDER BY terms.from_period DESC LIMIT 1) terms
        WHERE one.account_id = ANY (?)\
        """;

    private final Statements statements;
    private final Map<AccountId, AccountRows> rows = new TreeMap<>();
    private final Set<AccountId> changedSince = new TreeSet<>();

    private ReadAhead(Statements statements) {
        this.statements = statements;
    }

    /**
     * Begins the transaction, and reads.
     *
     * @return those that can be worked on together, in the order of their ids
     */
    static List<AccountRows> of(Statements statements, Collection<AccountId> accounts) {
        ReadAhead ahead = new ReadAhead(statements);
        String ids = String.join(",", accounts.stream().map(AccountId::toString).toList());
        ahead.read(statements.script(BEGIN.formatted(ids), Row::account));
        return List.copyOf(ahead.rows.values());
    }

    private void read(Collection<AccountId> accounts) {
        statements
                .list(HEADS, ReadAhead::head, (Object) ids(accounts))
                .forEach(one -> rows.put(one.account().id(), one));
        if (rows.isEmpty()) {
            return;
        }
        UUID[] ids = ids(rows.keySet());
        read(AUTO_RECHARGES, ids, row -> of(row).read(PostgresAutoRecharges.standing(row)));
        read(SUBSCRIPTIONS, ids, this::subscription);
        if (!changedSince.isEmpty()) {
            read(HOLDINGS, ids(changedSince), row -> of(row).read(PostgresHoldings.fact(row)));
        }
        read(TERMS, ids, row -> of(row).read(PostgresChargeFacts.terms(row)));
    }

    private void subscription(Row row) throws SQLException {
        AccountRows account = of(row);
        Subscription one = PostgresSubscriptions.subscription(row);
        account.read(one);
        account.read(PostgresOrganizations.organization(row));
        account.ledger().read(one.organization(), row.whole("sum"));
        for (HoldingKind kind : HoldingKind.values()) {
            Optional<HoldingFact> last = PostgresHoldings.last(row, kind);
            last.ifPresent(account::read);
            if (last.filter(held -> !held.since().isBefore(one.nextDue())).isPresent()) {
                changedSince.add(one.account());
            }
        }
    }

    /** What becomes of a row. */
    @FunctionalInterface
    private interface Reading {
        void take(Row row) throws SQLException;
    }

    private void read(String sql, UUID[] ids, Reading reading) {
        statements.list(
                sql,
                row -> {
                    reading.take(row);
                    return true;
                },
                (Object) ids);
    }

    private AccountRows of(Row row) throws SQLException {
        AccountId account = row.account();
        return Optional.ofNullable(rows.get(account)).orElseThrow(() -> new NotTogether(account));
    }

    private static AccountRows head(Row row) throws SQLException {
        Account account = PostgresAccounts.account(row);
        Outbox.Place last = new Outbox.Place(row.large("head_position"), row.moment("last_at"));
        AccountRows rows = new AccountRows(account, new LedgerAhead(PostgresLedger.head(row, "recorded_at"), last));
        row.maybeLarge("fence").ifPresent(rows::readFence);
        return rows;
    }

    private static UUID[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
