package com.phoneunite.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Counts what is sent to the database: statements, several in one trip once, and commits. */
final class CountedSource {

    private final AtomicLong sent = new AtomicLong();
    private final DataSource dataSource;

    CountedSource(DataSource real) {
        dataSource = wrap(DataSource.class, real, this::connection);
    }

    DataSource dataSource() {
        return dataSource;
    }

    long sent() {
        return sent.get();
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
                    count(method);
                    try {
                        return answers.apply(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void count(Method method) {
        if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
            sent.incrementAndGet();
        }
    }
}
