package com.phoneunite.postgresql;

import java.lang.reflect.Method;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a database that never locks rows of many accounts in one statement, as one that is distributed does not. */
final class RefusingSource implements WatchedSource.Watcher {

    /** What Citus says: feature_not_supported. */
    private static final String NOT_SUPPORTED = "0A000";

    private RefusingSource() {}

    static DataSource of(DataSource real) {
        return WatchedSource.of(real, new RefusingSource());
    }

    @Override
    public void calling(Method method, Object @Nullable [] arguments) throws SQLException {
        if (arguments != null
                && method.getName().equals("execute")
                && arguments[0] instanceof String sql
                && sql.contains("FOR UPDATE SKIP LOCKED")) {
            throw new SQLException("locks of rows on several nodes are not supported", NOT_SUPPORTED);
        }
    }

    @Override
    public void called(Object on, Method method) {
        // What it does is done.
    }
}
