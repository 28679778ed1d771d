package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Units of work inside a transaction that the host has open on the thread: kept or taken back with the host's own writes, and never
 * tried again. Afterwards the role is the host's again, and our settings say nothing.
 *
 * @param schema the schema that holds our tables
 * @param host how the host's transaction is found
 */
record HostedWork(Schema schema, PostgresStore.HostTransaction host) {

    private static final String NOBODY = "none";

    /**
     * The connection of the host's transaction, if one is open on this thread.
     *
     * @throws PhoneUniteFault if it commits by itself: there is no transaction then, and neither our role nor what the account is
     *     would outlive the statement that sets it
     */
    Optional<Connection> connection() {
        Optional<Connection> hosts = host.connection();
        if (hosts.isPresent() && commitsByItself(hosts.get())) {
            throw new PhoneUniteFault(
                    "the connection of HostTransaction commits by itself: begin your transaction first"
                            + " (setAutoCommit(false))");
        }
        return hosts;
    }

    private static boolean commitsByItself(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            throw PostgresFault.of("the connection of HostTransaction", e);
        }
    }

    <T> T change(Connection connection, AccountId account, Function<Session, T> work) {
        Session session = new Session(account, new Statements(connection, schema), true);
        return inside(session, () -> {
            session.lock(Database.asApp(account) + "; ");
            T result = work.apply(session);
            session.complete();
            return result;
        });
    }

    <T> T view(Connection connection, AccountId account, Function<Session, T> work) {
        Session session = new Session(account, new Statements(connection, schema), false);
        return inside(session, () -> {
            session.script(Database.asApp(account));
            return work.apply(session);
        });
    }

    private <T> T inside(Session session, Supplier<T> work) {
        String role = role(session);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException | Error fault) {
            besides(fault, () -> spoil(session, session.writes() > 0));
            besides(fault, () -> leave(session, role));
            throw fault;
        }
        // A view may have gone on after a statement of it failed.
        spoil(session, false);
        leave(session, role);
        return result;
    }

    /** Does that as well, and lets nothing that it throws hide the fault. */
    private static void besides(Throwable fault, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            if (e != fault) {
                fault.addSuppressed(e);
            }
        }
    }

    /** What is half done, or taken by PostgreSQL for failed, is not to be committed. */
    private void spoil(Session session, boolean isHalfDone) {
        if (isHalfDone || session.failure().isPresent()) {
            host.setRollbackOnly();
        }
    }

    private static String role(Session session) {
        List<String> roles = session.list("SELECT current_setting('role') AS role", row -> row.text("role"));
        return roles.get(0);
    }

    /** After a failure PostgreSQL takes nothing further, and the settings go with the transaction. */
    private static void leave(Session session, String role) {
        if (session.failure().isEmpty()) {
            String former = role.equals(NOBODY) ? "NONE" : '"' + role.replace("\"", "\"\"") + '"';
            session.script("SET LOCAL ROLE " + former
                    + "; SET LOCAL phoneunite_at.account_id = ''; SET LOCAL phoneunite_at.organization_id = ''");
        }
    }
}
