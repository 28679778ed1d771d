package com.phoneunite.postgresql;

import com.phoneunite.account.AccountId;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Units of work inside a transaction that the host has open on the thread: kept or taken back with the host's own writes, and never
 * tried again. Afterwards the role is the host's again, and our settings say nothing.
 *
 * @param schema the schema that holds our tables
 * @param host how the host's transaction is found
 */
record HostedWork(Schema schema, PostgresStore.HostTransaction host) {

    private static final String NOBODY = "none";

    Optional<Connection> connection() {
        return host.connection();
    }

    <T> T change(Connection connection, AccountId account, Function<Session, T> work) {
        Session session = new Session(account, new Statements(connection, schema), true);
        String role = role(session);
        boolean done = false;
        try {
            session.lock(Database.asApp(account) + "; ");
            T result = work.apply(session);
            session.complete();
            done = true;
            return result;
        } finally {
            if (!done && (session.writes() > 0 || session.failure().isPresent())) {
                host.setRollbackOnly();
            }
            leave(session, role);
        }
    }

    <T> T view(Connection connection, AccountId account, Function<Session, T> work) {
        Session session = new Session(account, new Statements(connection, schema), false);
        String role = role(session);
        try {
            session.script(Database.asApp(account));
            return work.apply(session);
        } finally {
            if (session.failure().isPresent()) {
                host.setRollbackOnly();
            }
            leave(session, role);
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
