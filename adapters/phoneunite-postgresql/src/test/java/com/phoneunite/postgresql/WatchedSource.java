package com.phoneunite.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of which somebody is told each call, of their statements as well. */
final class WatchedSource {

    /** Who is told. */
    @FunctionalInterface
    interface Watcher {

        /** That method is about to be called with these; it is not, and fails, where this does. */
        default void calling(Method method, Object @Nullable [] arguments) throws SQLException {}

        /** A method of a source, a connection or a statement has failed with that. */
        default void failed(Throwable failure) {}

        /** That method of a source, a connection or a statement was called, and has returned or failed. */
        void called(Object on, Method method) throws SQLException;
    }

    private final Watcher watcher;

    private WatchedSource(Watcher watcher) {
        this.watcher = watcher;
    }

    static DataSource of(DataSource real, Watcher watcher) {
        WatchedSource watched = new WatchedSource(watcher);
        return watched.wrap(DataSource.class, real, watched::connection);
    }

    private Object connection(Object answer) {
        return answer instanceof Connection connection ? wrap(Connection.class, connection, this::statement) : answer;
    }

    private Object statement(Object answer) {
        if (answer instanceof PreparedStatement prepared) {
            return wrap(PreparedStatement.class, prepared, UnaryOperator.identity());
        }
        return answer instanceof Statement statement
                ? wrap(Statement.class, statement, UnaryOperator.identity())
                : answer;
    }

    private <T> T wrap(Class<T> type, T real, UnaryOperator<Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        watcher.calling(method, arguments);
                        return answers.apply(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        watcher.failed(e.getCause());
                        throw e.getCause();
                    } finally {
                        watcher.called(real, method);
                    }
                }));
    }
}
