package com.phoneunite.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a login of a host's to which PostgreSQL tells, with each answer, by which plan it has come by it, and what that plan has
 * read: of every statement in the role and with the settings with which it ran, of those inside functions and of those that check keys.
 */
final class ExplainedSource implements AutoCloseable {

    /** How PostgreSQL plans a statement that was prepared. */
    enum Mode {
        /** For the values that it has. */
        FORCE_CUSTOM_PLAN("custom-1"),
        /** Once for all values, as from the sixth time on where that seems as good. */
        FORCE_GENERIC_PLAN("generic-2");

        private final String title;

        Mode(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static final String LOGIN = "explained_login";
    private static final String PLAN = "plan:";
    private static final Set<String> ENDS = Set.of("commit", "rollback");

    private final List<String> told = new ArrayList<>();
    private final HikariDataSource pool;
    private final DataSource dataSource;

    ExplainedSource(TestDatabase database, Mode mode) {
        pool = database.as(LOGIN, "&options=-c%20plan_cache_mode=" + mode.name().toLowerCase(Locale.ROOT));
        dataSource = WatchedSource.of(pool, this::called);
    }

    /** The login: only who owns everything may say that its statements are explained. */
    static void prepare(TestDatabase database) {
        database.execute(
                "DO $$ BEGIN CREATE ROLE " + LOGIN
                        + " LOGIN NOINHERIT; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT phoneunite_app, phoneunite_runner TO " + LOGIN,
                set("session_preload_libraries", "auto_explain"),
                set("auto_explain.log_min_duration", "0"),
                set("auto_explain.log_analyze", "on"),
                set("auto_explain.log_buffers", "on"),
                set("auto_explain.log_timing", "off"),
                set("auto_explain.log_format", "json"),
                set("auto_explain.log_nested_statements", "on"),
                set("auto_explain.log_level", "notice"),
                set("jit", "off"),
                set("random_page_cost", "1.1"));
    }

    private static String set(String what, String value) {
        return "ALTER ROLE " + LOGIN + " SET " + what + " = '" + value + "'";
    }

    /** What a statement has read is told when the next one runs, and of the last one when the transaction ends. */
    private synchronized void called(Object on, Method method) throws SQLException {
        if (on instanceof Statement statement && method.getName().startsWith("execute")) {
            note(statement.getWarnings());
            statement.clearWarnings();
        }
        if (on instanceof Connection connection && ENDS.contains(method.getName())) {
            note(connection.getWarnings());
            connection.clearWarnings();
        }
    }

    private void note(@Nullable SQLWarning first) {
        for (SQLWarning one = first; one != null; one = one.getNextWarning()) {
            String message = one.getMessage();
            int plan = message.indexOf(PLAN);
            if (plan >= 0) {
                told.add(message.substring(plan + PLAN.length()));
            }
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** What was told since this was asked last, as PostgreSQL writes it. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    @Override
    public void close() {
        pool.close();
    }
}
