package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What makes an account large: what it has of everything once, it has again and again afterwards, under other keys. */
final class Growth {

    private Growth() {}

    /** The statements that make that account large, and that organization in it. */
    static String[] of(AccountId account, OrganizationId large) {
        return GROWTH.stream()
                .map(one ->
                        one.replace(":account", "'" + account + "'::uuid").replace(":large", "'" + large + "'::uuid"))
                .toArray(String[]::new);
    }

    private static final String IDS =
            "CREATE FUNCTION pg_temp.made(kind integer, number bigint) RETURNS uuid LANGUAGE sql"
                    + " RETURN ('01990000-0000-7000-8' || lpad(kind::text, 3, '0') || '-' || lpad(number::text, 12, '0'))::uuid";

    private static final List<String> GROWTH = List.of(
            IDS,
            // Organizations; all but few begin to pay in a year.
            """
            INSERT INTO organization (account_id, organization_id, ordinal, name, name_key, plan, state, added_at)
            SELECT :account, pg_temp.made(1, n), n + 1, 'Organization ' || n, 'organization ' || n, 'standard', 'ACTIVE', '2026-01-31'
            FROM generate_series(1, 1500) n\
            """,
            copies(
                    "subscription",
                    "one.organization_id = :large",
                    1_500,
                    Map.of("organization_id", "pg_temp.made(1, n)")),
            """
            UPDATE subscription SET next_period = 0, next_due = '2028-01-31 05:00Z', anchor_moment = '2028-01-31 05:00Z',
                anchor_date = '2028-01-31', paid_plan = NULL, paid_version = NULL, paid_extensions = NULL,
                paid_phone_numbers = NULL, paid_price = NULL, paid_changes = NULL, paid_days_left = NULL
            WHERE account_id = :account AND organization_id <> :large AND next_period > 0\
            """,
            copies(
                    "charged_terms",
                    "one.organization_id = :large",
                    1_500,
                    Map.of("organization_id", "pg_temp.made(1, n)")),
            // What one organization holds.
            "INSERT INTO account_user SELECT :account, pg_temp.made(2, n), 'user-' || n || '@example.com', true, '2026-01-31'"
                    + " FROM generate_series(1, 3000) n",
            "INSERT INTO membership SELECT :account, :large, pg_temp.made(2, n), 10000 + n, '2026-01-31'"
                    + " FROM generate_series(1, 3000) n",
            "INSERT INTO administration SELECT :account, :large, pg_temp.made(2, n), '2026-01-31'"
                    + " FROM generate_series(1, 3000) n",
            copies(
                    "invitation",
                    "organization_id = :large",
                    900,
                    Map.of(
                            "invitation_id", "pg_temp.made(3, n)",
                            "email", "'guest-' || n || '@example.com'",
                            "extension", "20000 + n",
                            "token_hash", "lpad(n::text, 64, '0')")),
            copies(
                    "holding",
                    "one.organization_id = :large",
                    3_000,
                    Map.of("since", "(one).since - n * interval '1 hour'")),
            copies(
                    "phone_number",
                    "organization_id = :large",
                    3_000,
                    Map.of("number", "'+1' || 2100000001 + n::bigint * 1000000")),
            "INSERT INTO phone_number_holder SELECT number, account_id FROM phone_number ON CONFLICT DO NOTHING",
            """
            INSERT INTO call_tree (account_id, organization_id, type, id, name, name_key, added_at, tree)
            SELECT account_id, organization_id, type, pg_temp.made(4, n)::text, 'Name ' || n, 'name ' || n, added_at, tree
            FROM call_tree CROSS JOIN generate_series(1, 900) n WHERE account_id = :account AND name = 'Tree 0'\
            """,
            copies("sound", "organization_id = :large", 900, named(5)),
            copies("sound_content", "organization_id = :large", 1_100, Map.of("sha256", "lpad(n::text, 64, '0')")),
            copies("resource", "organization_id = :large", 3_000, named(6)),
            copies(
                    "reference",
                    "organization_id = :large AND user_type = 'call_tree'",
                    3_000,
                    Map.of("user_id", "pg_temp.made(4, n)::text")),
            copies(
                    "reference",
                    "organization_id = :large AND user_type = 'call_tree'",
                    1_500,
                    Map.of("used", "(one).used || n")),
            // Money.
            copies(
                    "recharge",
                    "true",
                    3_000,
                    Map.of("key", "'earlier-' || n", "recorded_at", "(one).recorded_at - n * interval '6 hours'")),
            "INSERT INTO recharge_notification SELECT :account, 'earlier-' || n / 50, 'told-' || n, n"
                    + " FROM generate_series(1, 3000) n",
            """
            INSERT INTO refund (account_id, key, recharge_key, amount, actor, state, calls, recorded_at, asked_at, changed_at)
            SELECT :account, 'refund-' || n, 'earlier-' || n, 'USD 0.01', 'system', 'DONE', 1, '2026-01-01', '2026-01-01',
                '2026-01-01' FROM generate_series(1, 2000) n\
            """,
            """
            INSERT INTO reversal (account_id, key, kind, reference, recharge_key, amount, state, recorded_at)
            SELECT :account, 'DISPUTE/r-' || n, 'DISPUTE', 'r-' || n, 'earlier-' || n, 'USD 0.01', 'TAKEN', '2026-01-01'
            FROM generate_series(1, 2000) n\
            """,
            "INSERT INTO arrear SELECT :account, 'arrear-' || n, '2026-01-01', 1, 0, 1 FROM generate_series(1, 2000) n",
            """
            INSERT INTO plan_exchange SELECT :account, 'exchange-' || n, :large, 0, n, '2026-01-01', '2026-02-01', 1, 'small',
                'USD 7.00', 'standard', 1, '2026-01-01', 'USD 20.00', 'USD 0.00', 'USD 0.00', 0, 0, 1, 31
            FROM generate_series(1, 2000) n\
            """,
            // Events that nobody has taken.
            """
            INSERT INTO event SELECT head.account_id, head.position + n, one.organization_id, one.actor, head.last_at, one.type,
                one.payload
            FROM account_head head CROSS JOIN generate_series(1, 3000) n CROSS JOIN LATERAL (
                SELECT * FROM event WHERE event.account_id = head.account_id ORDER BY position LIMIT 1) one
            WHERE head.account_id = :account\
            """,
            "UPDATE account_head SET position = position + 3000 WHERE account_id = :account");

    private static Map<String, String> named(int kind) {
        return Map.of("id", "pg_temp.made(" + kind + ", n)::text", "name", "'Name ' || n", "name_key", "'name ' || n");
    }

    /** Copies of a row of the account, so many, with other values in some columns. */
    private static String copies(String table, String which, int count, Map<String, String> others) {
        String columns = others.entrySet().stream()
                .map(one -> "'" + one.getKey() + "', " + one.getValue())
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + table + " SELECT made.* FROM (SELECT one FROM " + table
                + " AS one WHERE account_id = :account AND " + which + " ORDER BY one LIMIT 1) AS given"
                + " CROSS JOIN generate_series(1, " + count + ") n"
                + " CROSS JOIN LATERAL jsonb_populate_record(given.one, jsonb_build_object(" + columns + ")) AS made";
    }
}
