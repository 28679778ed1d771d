package com.phoneunite.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of which some calls fail as they are told to, once each, after or before they have done what they do. */
final class SpoiledSource {

    private record Spoilt(String method, String state, boolean isBefore, Runnable meanwhile) {}

    private final Deque<Spoilt> spoilt = new ArrayDeque<>();
    private final DataSource dataSource;
    private int commits;

    SpoiledSource(DataSource real) {
        dataSource = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    return answer instanceof Connection connection ? spoiling(connection) : answer;
                });
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** The next call of that method of a connection does what it does, and is answered with that state. */
    void spoil(String method, String state) {
        spoil(method, state, () -> {});
    }

    /** The same, and that happens before the answer. */
    void spoil(String method, String state, Runnable meanwhile) {
        // What the database takes back was never kept.
        spoilt.add(new Spoilt(method, state, state.startsWith("40"), meanwhile));
    }

    /** The next call of that method of a connection does nothing, the connection is taken back, and the answer is that state. */
    void spoilBefore(String method, String state) {
        spoilt.add(new Spoilt(method, state, true, () -> {}));
    }

    int commits() {
        return commits;
    }

    private Connection spoiling(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Spoilt next = spoilt.peek();
                    if (method.getName().equals("commit")) {
                        commits++;
                    }
                    if (next == null || !next.method().equals(method.getName())) {
                        return invoke(real, method, arguments);
                    }
                    if (next.isBefore()) {
                        real.rollback();
                    } else {
                        invoke(real, method, arguments);
                    }
                    next.meanwhile().run();
                    throw new SQLException("the line is dead", spoilt.remove().state());
                });
    }

    private static @Nullable Object invoke(Connection real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
