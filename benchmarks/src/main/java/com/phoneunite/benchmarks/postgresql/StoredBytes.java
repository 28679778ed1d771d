package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.kept.HostOfMany;
import com.phoneunite.benchmarks.kept.Thing;
import com.phoneunite.postgresql.PostgresStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What PostgreSQL keeps of a thing, in bytes: tables, indexes and TOAST with so many and with twice as many, and what it has written to its
 * log (WAL) between the two. Everything is made through the front door, all events are delivered, and what is dead was cleared away.
 * The outbox, which is empty then, does not count, nor do maps of free space.
 *
 * @param thing what is kept
 * @param bytes of each
 * @param logged bytes of each in the log, without the whole pages that are written there once after each checkpoint; entries are posted a
 *     hundred a call, and share what a commit writes
 */
public record StoredBytes(Thing thing, long bytes, long logged) {

    /** Entries and periods are made many at once, and their indexes are to be more than a page for each account. */
    private static final int MANY_TIMES = 10;

    private static final String EMPTY = """
        DO $$ BEGIN EXECUTE (SELECT 'TRUNCATE ' || string_agg(schemaname || '.' || tablename, ', ') FROM pg_tables
            WHERE schemaname IN ('%s', '%s') AND tablename <> 'schema_version'); END $$\
        """.formatted(Server.OURS, Server.FLOOR);

    private static final String BYTES = """
        SELECT sum(pg_relation_size(kept.oid) + coalesce(pg_relation_size(toast.oid), 0)
            + (SELECT coalesce(sum(pg_relation_size(indexrelid)), 0) FROM pg_index WHERE indrelid IN (kept.oid, toast.oid)))
        FROM pg_class kept LEFT JOIN pg_class toast ON toast.oid = kept.reltoastrelid
        WHERE kept.relnamespace = '%s'::regnamespace AND kept.relkind = 'r' AND kept.relname <> 'event'\
        """.formatted(Server.OURS);

    private static final String LOGGED = "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn";

    /** Measures all of them, each with so many and with twice as many. */
    static List<StoredBytes> all(Server server, int count) throws SQLException {
        server.execute(EMPTY);
        server.execute("CHECKPOINT");
        List<StoredBytes> all = new ArrayList<>();
        List<Thing> things = new ArrayList<>(List.of(Thing.values()));
        Collections.reverse(things); // periods first: a run would bill whatever else is there
        for (Thing thing : things) {
            boolean many = thing == Thing.ENTRY || thing == Thing.PERIOD;
            all.add(of(server, thing, many ? MANY_TIMES * count : count, Math.min(100, count)));
        }
        Collections.reverse(all);
        return all;
    }

    private static StoredBytes of(Server server, Thing thing, int count, int spread) throws SQLException {
        HostOfMany host = new HostOfMany(PostgresStore.on(server.host()), spread);
        host.make(thing, count);
        host.deliver();
        server.execute("VACUUM ANALYZE");
        long few = server.number(BYTES);
        long begin = server.number(LOGGED);
        host.make(thing, count);
        host.deliver();
        long end = server.number(LOGGED);
        server.execute("VACUUM ANALYZE");
        return new StoredBytes(thing, (server.number(BYTES) - few) / count, (end - begin) / count);
    }
}
