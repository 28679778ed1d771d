package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.HoldingFact;
import com.phoneunite.organization.HoldingKind;
import com.phoneunite.organization.HoldingRepository;
import com.phoneunite.organization.OrganizationId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class PostgresHoldings extends Repository implements HoldingRepository {

    private static final String LATEST_BEFORE = """
        SELECT * FROM phoneunite.holding
        WHERE account_id = ? AND organization_id = ? AND kind = ? AND since < ? ORDER BY since DESC LIMIT 1\
        """;
    private static final String LIST_SINCE =
            listSince("unnest(?::uuid[], ?::timestamptz[]) AS one (organization_id, since)", "?", "one.since");
    private static final String SAVE = """
        INSERT INTO phoneunite.holding (account_id, organization_id, kind, since, count) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (account_id, organization_id, kind, since) DO UPDATE SET count = EXCLUDED.count\
        """;

    PostgresHoldings(PostgresUnitOfWork unitOfWork) {
        super(unitOfWork);
    }

    /**
     * What each one of some held from a moment on. What has an offset is looked up row by row, by its key, however few rows PostgreSQL
     * believes the table to have; and where it begins is a value by then, as no index is asked for an expression under row-level security.
     *
     * @param ones what has the columns {@code one.organization_id}, and those of the other parameters
     * @param account whose each one is
     * @param moment from when on
     */
    static String listSince(String ones, String account, String moment) {
        return """
            SELECT held.* FROM %1$s
            CROSS JOIN (VALUES ('EXTENSION'), ('PHONE_NUMBER')) AS what (kind)
            CROSS JOIN LATERAL (SELECT coalesce(max(before.since), '-infinity') AS since FROM phoneunite.holding before
                WHERE before.account_id = %2$s AND before.organization_id = one.organization_id
                    AND before.kind = what.kind AND before.since < %3$s OFFSET 0) first
            CROSS JOIN LATERAL (SELECT * FROM phoneunite.holding
                WHERE holding.account_id = %2$s AND holding.organization_id = one.organization_id
                    AND holding.kind = what.kind AND holding.since >= first.since OFFSET 0) held\
            """.formatted(ones, account, moment);
    }

    @Override
    public Optional<HoldingFact> latest(AccountId account, OrganizationId organization, HoldingKind kind) {
        return latestBefore(account, organization, kind, Instant.MAX);
    }

    @Override
    public Optional<HoldingFact> latestBefore(
            AccountId account, OrganizationId organization, HoldingKind kind, Instant moment) {
        Optional<AccountRows> ahead = ahead(account);
        if (ahead.isPresent()) {
            return ahead.get().heldBefore(organization, kind, moment);
        }
        return in(account)
                .find(LATEST_BEFORE, PostgresHoldings::fact, account.value(), organization.value(), kind, moment);
    }

    @Override
    public List<HoldingFact> listSince(AccountId account, Map<OrganizationId, Instant> since) {
        Session session = in(account);
        if (session.ahead().isPresent()) {
            return session.ahead().get().heldSince(since);
        }
        if (since.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<OrganizationId, Instant>> all = List.copyOf(since.entrySet());
        return session.list(
                LIST_SINCE,
                PostgresHoldings::fact,
                all.stream().map(one -> one.getKey().value()).toArray(UUID[]::new),
                all.stream().map(Map.Entry::getValue).toArray(Instant[]::new),
                account.value(),
                account.value());
    }

    @Override
    public void save(HoldingFact fact) {
        in(fact.account())
                .write(
                        SAVE,
                        fact.account().value(),
                        fact.organization().value(),
                        fact.kind(),
                        fact.since(),
                        fact.count());
    }

    /** What was held last, in columns that are named by its kind. */
    static Optional<HoldingFact> last(Row row, HoldingKind kind) throws SQLException {
        String name = kind == HoldingKind.EXTENSION ? "extension" : "phone_number";
        Optional<Instant> since = row.maybeMoment(name + "_since");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new HoldingFact(
                        row.account(), row.organization(), kind, since.get(), row.number(name + "_count")));
    }

    static HoldingFact fact(Row row) throws SQLException {
        return new HoldingFact(
                row.account(),
                row.organization(),
                row.one(HoldingKind.class, "kind"),
                row.moment("since"),
                row.number("count"));
    }
}
