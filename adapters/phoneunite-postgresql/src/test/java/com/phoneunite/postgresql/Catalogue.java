package com.phoneunite.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that the catalogue of the database tells of a schema, a line each, whatever the schema is called. */
final class Catalogue {

    private static final List<String> PARTS = List.of(
            """
            SELECT 'column ' || relname || ' ' || attnum || ' ' || attname || ' ' || format_type(atttypid, atttypmod)
                || ' required=' || attnotnull || ' storage=' || attstorage::text || ' generated=' || attgenerated::text
                || ' collation=' || coalesce(collname, '') || ' default=' || coalesce(pg_get_expr(adbin, adrelid), '')
                || ' granted=' || coalesce(attacl::text, '') || ' options=' || coalesce(reloptions::text, '')
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            LEFT JOIN pg_collation ON pg_collation.oid = attcollation
            WHERE relkind IN ('r', 'S') AND attnum > 0 AND relnamespace = %s
            """,
            """
            SELECT 'relation ' || relname || ' ' || relkind::text || ' security=' || relrowsecurity
                || relforcerowsecurity || ' granted=' || coalesce(relacl::text, '')
                || ' comment=' || coalesce(obj_description(oid, 'pg_class'), '')
            FROM pg_class WHERE relnamespace = %s
            """,
            """
            SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                || condeferred FROM pg_constraint WHERE connamespace = %s
            """,
            "SELECT 'statistics ' || pg_get_statisticsobjdef(oid) FROM pg_statistic_ext WHERE stxnamespace = %s",
            "SELECT 'index ' || pg_get_indexdef(oid) FROM pg_class WHERE relkind = 'i' AND relnamespace = %s",
            """
            SELECT 'policy ' || polrelid::regclass || ' ' || polname || ' ' || polcmd::text || polpermissive
                || polroles::regrole[]::text || coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '')
            FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid WHERE relnamespace = %s
            """,
            "SELECT 'granted ' || coalesce(nspacl::text, '') FROM pg_namespace WHERE oid = %s");

    private Catalogue() {}

    static List<String> of(TestDatabase database, String schema) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String part : PARTS) {
            lines.addAll(database.names(part.formatted("'" + schema + "'::regnamespace")));
        }
        return lines.stream()
                .filter(line -> !line.contains("flyway_schema_history"))
                .map(line -> line.replace(schema + ".", ""))
                .sorted()
                .toList();
    }
}
