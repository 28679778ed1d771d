package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import com.phoneunite.store.CommitUnknownFault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles commits whose connection was lost, by asking PostgreSQL on another connection what has become of the transaction (rule X1).
 *
 * <p>A number of a transaction is given only once, but for a server that crashed or was replaced by its standby: it may have forgotten
 * numbers that it had given, and give them again. That something was committed under a number proves nothing then; that nothing was, still
 * does. After such an end PostgreSQL counts its statistics anew, so the moment since when it counts tells one life of a server from
 * another. Thread-safe.
 */
final class LostCommits {

    private static final Logger LOG = LoggerFactory.getLogger(LostCommits.class);

    private static final String LIFE = "SELECT stats_reset::text AS life FROM pg_catalog.pg_stat_bgwriter";

    /** Where tables are distributed, transactions are of each node, and what one says of its own is not the answer. */
    private static final String STATUS = """
        SELECT CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus') THEN 'distributed'
            WHEN ? >= txid_current() THEN 'forgotten' ELSE coalesce(txid_status(?), 'too long ago') END AS status\
        """;

    /** For how long the other end of a lost connection may still hold what it locked. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '10s'; ";

    private final Database database;
    private volatile Optional<String> life;

    LostCommits(Database database) {
        this.database = database;
        this.life = database.overAccounts(LostCommits::life);
    }

    /** The life of the server as it was told last. */
    Optional<String> life() {
        return life;
    }

    private record Answer(String status, Optional<String> life) {}

    /**
     * Goes on where the change was kept.
     *
     * @throws PostgresFault to do it again, if nothing of it was kept
     * @throws CommitUnknownFault if neither can be proved
     */
    void settle(LostCommit lost) {
        Answer answer = ask(lost);
        boolean isSameLife = answer.life().isPresent() && answer.life().equals(lost.life());
        life = answer.life();
        LOG.info(
                "account={} a connection was lost at a commit: {}, same life of the server: {}",
                lost.account(),
                answer.status(),
                isSameLife);
        switch (answer.status()) {
            case "committed" -> {
                if (!isSameLife) {
                    throw lost.unknown();
                }
            }
            case "aborted", "forgotten" -> throw lost.fault().nothingKept();
            default -> throw lost.unknown();
        }
    }

    /** Waits for the transaction, which may not have ended yet, as any other change of the account does. */
    private Answer ask(LostCommit lost) {
        try {
            return database.connected(connection -> {
                Session session = new Session(lost.account(), new Statements(connection, database.schema()), true);
                session.lock(PostgresUnitOfWork.CHANGE + PATIENCE + Database.asApp(lost.account()) + "; ");
                return new Answer(
                        session.find(STATUS, row -> row.text("status"), lost.transaction(), lost.transaction())
                                .orElseThrow(),
                        session.find(LIFE, row -> row.maybeText("life")).orElseThrow());
            });
        } catch (PhoneUniteFault e) {
            CommitUnknownFault unknown = lost.unknown();
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private static Optional<String> life(Statements statements) {
        return statements.find(LIFE, row -> row.maybeText("life")).orElseThrow();
    }
}
