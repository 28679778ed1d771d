package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Accounts with money and organizations that are paid until a moment, the same in both schemas or in one. Written by SQL: to open them one by one
 * takes longer than to measure.
 *
 * @param server where they are
 * @param accounts how many
 * @param organizations how many each of them has
 */
record World(Server server, int accounts, int organizations) {

    /** When everything falls due for the first time. */
    static final String DUE = "2026-03-01T00:00:00Z";

    private static final String FILL = """
        SET search_path = %s;
        TRUNCATE account_head, ledger_entry, event CASCADE;
        BEGIN;
        INSERT INTO account_head (account_id, position, last_at, currency, entries, balance_minor, recorded_at)
        SELECT id(1, a), 1, '2026-01-01Z', 'USD', 1, 1000000000000, '2026-01-01Z' FROM generate_series(1, %d) a;
        INSERT INTO account (account_id, owner_id, country, zone, currency, opened_at)
        SELECT id(1, a), id(2, a), 'US', 'UTC', 'USD', '2026-01-01Z' FROM generate_series(1, %2$d) a;
        INSERT INTO account_user (account_id, user_id, email, active, added_at)
        SELECT id(1, a), id(2, a), 'you@example.com', true, '2026-01-01Z' FROM generate_series(1, %2$d) a;
        COMMIT;
        INSERT INTO organization (account_id, organization_id, ordinal, name, name_key, plan, state, added_at, trial_ends_at)
        SELECT id(1, a), id(3, a * 1000 + o), o, 'Brand ' || o, 'brand ' || o, 'standard', 'ACTIVE', '2026-01-01Z',
            CASE o WHEN 0 THEN timestamptz '2026-02-01Z' END
        FROM generate_series(1, %2$d) a, generate_series(0, %3$d - 1) o;
        INSERT INTO ledger_entry (account_id, sequence, position, kind, signed_minor, balance_after_minor,
            organization_sum_minor, actor, happened_at, recorded_at, reference)
        SELECT id(1, a), 1, 1, 'RECHARGE', 1000000000000, 1000000000000, 1000000000000, 'system', '2026-01-01Z',
            '2026-01-01Z', 'first' FROM generate_series(1, %2$d) a;
        INSERT INTO holding (account_id, organization_id, kind, since, count)
        SELECT id(1, a), id(3, a * 1000 + o), kind, '2026-01-02Z', 0
        FROM generate_series(1, %2$d) a, generate_series(0, %3$d - 1) o, (VALUES ('EXTENSION'), ('PHONE_NUMBER')) AS k (kind);
        INSERT INTO charged_terms (account_id, organization_id, anchor_number, from_period, zone, anchor_moment, anchor_date,
            plan, version, effective_from, monthly, per_extension, per_phone_number, extensions, phone_numbers)
        SELECT id(1, a), id(3, a * 1000 + o), 0, 0, 'UTC', '2026-02-01Z', '2026-02-01', 'standard', 1, '-infinity',
            'USD 20.00', 'USD 5.00', 'USD 1.00', 0, 0 FROM generate_series(1, %2$d) a, generate_series(0, %3$d - 1) o;
        INSERT INTO subscription (account_id, organization_id, zone, anchor_number, anchor_moment, anchor_date, next_period,
            next_due, standing, paid_plan, paid_version, paid_extensions, paid_phone_numbers, paid_price, paid_changes,
            paid_days_left, planned_plans, planned_asked_at)
        SELECT id(1, a), id(3, a * 1000 + o), 'UTC', 0, '2026-02-01Z', '2026-02-01', 1, '2026-03-01Z', 'CURRENT', 'standard',
            1, 0, 0, 'USD 20.00', 0, 0, '{}', '{}' FROM generate_series(1, %2$d) a, generate_series(0, %3$d - 1) o;
        INSERT INTO due_account (account_id, directory, due)
        SELECT id(1, a), 'DUES', '2026-03-01Z' FROM generate_series(1, %2$d) a;
        """;

    private static final String ID = """
        SET search_path = %s;
        CREATE OR REPLACE FUNCTION id(kind bigint, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
            SELECT (lpad(to_hex(109905349799936 + kind), 16, '0') || to_hex((-9223372036854775808 + number)::bigint))::uuid $$;
        """;

    void fill() throws SQLException {
        fill(Server.OURS);
        fill(Server.FLOOR);
        server.tidy();
    }

    /** Fills one of the schemas; what PostgreSQL knows of it is left as it was. */
    void fill(String schema) throws SQLException {
        server.execute(ID.formatted(schema));
        server.execute(FILL.formatted(schema, accounts, organizations));
    }

    static AccountId account(int number) {
        return new AccountId(id(1, number));
    }

    static OrganizationId organization(int account, int ordinal) {
        return new OrganizationId(id(3, account * 1_000L + ordinal));
    }

    private static UUID id(int kind, long number) {
        return new UUID(0x63F5_5555_7000L + kind, Long.MIN_VALUE + number);
    }
}
