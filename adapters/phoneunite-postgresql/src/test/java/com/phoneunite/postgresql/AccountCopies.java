package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Accounts that are copies of one, under ids of their own. */
final class AccountCopies {

    private AccountCopies() {}

    /** The id of a copy, which is like none that is made otherwise. */
    static AccountId id(AccountId first, int number) {
        return new AccountId(new UUID(
                first.value().getMostSignificantBits() + ((long) number << 16), 0x8000_0000_0000_0000L + number));
    }

    /** What a copy has for an id of something that the account holds: the same, or one of its own. */
    enum Ids {
        SAME("one.' || attname || '"),
        OWN("regexp_replace(md5(copy.account_id::text || one.' || attname || '::text),"
                + " ''^(.{8})(.{4}).(.{3}).(.{3})'', ''\\1-\\2-7\\3-8\\4-'')::uuid");

        private final String sql;

        Ids(String sql) {
            this.sql = sql;
        }
    }

    /** All rows of the account, for each of the others; the keys between them hold again afterwards. Who holds a number stays. */
    static void of(TestDatabase database, String schema, AccountId account, List<AccountId> copies, Ids ids) {
        List<String> statements = new ArrayList<>();
        statements.add("SET session_replication_role = replica");
        statements.add("CREATE TEMPORARY TABLE copy (account_id uuid)");
        copies.forEach(copy -> statements.add("INSERT INTO copy VALUES ('" + copy + "')"));
        statements.addAll(database.names("""
            SELECT 'INSERT INTO %1$s.' || relname || ' (' || string_agg(attname, ', ') || ') SELECT '
                || string_agg(CASE WHEN attname = 'account_id' THEN 'copy.account_id'
                    WHEN atttypid = 'uuid'::regtype THEN '%3$s' ELSE 'one.' || attname END, ', ')
                || ' FROM %1$s.' || relname || ' AS one CROSS JOIN copy WHERE one.account_id = ''%2$s'''
            FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
            WHERE relnamespace = '%1$s'::regnamespace AND relkind = 'r' AND relname <> 'phone_number_holder' GROUP BY relname
            HAVING bool_or(attname = 'account_id')\
            """.formatted(schema, account, ids.sql)));
        statements.add("ANALYZE");
        database.execute(statements.toArray(String[]::new));
    }
}
