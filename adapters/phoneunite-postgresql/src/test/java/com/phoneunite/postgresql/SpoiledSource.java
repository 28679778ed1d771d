package com.phoneunite.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;

/** Connections of which some calls fail as they are told to, once each, after they have done what they do. */
final class SpoiledSource {

    private record Spoilt(String method, String state) {}

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

    /** The next call of that method of a connection is answered with that state. */
    void spoil(String method, String state) {
        spoilt.add(new Spoilt(method, state));
    }

    int commits() {
        return commits;
    }

    private Connection spoiling(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Spoilt next = spoilt.peek();
                    boolean fails = next != null && next.method().equals(method.getName());
                    if (method.getName().equals("commit")) {
                        commits++;
                    }
                    if (fails && next.state().startsWith("40")) {
                        // What the database takes back was never kept.
                        real.rollback();
                        throw new SQLException("taken back", spoilt.remove().state());
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (fails) {
                            throw new SQLException(
                                    "the line is dead", spoilt.remove().state());
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
