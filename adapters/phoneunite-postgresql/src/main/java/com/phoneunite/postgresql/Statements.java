package com.phoneunite.postgresql;

import com.phoneunite.store.CommitUnknownFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a connection, and remembers that one failed: PostgreSQL takes nothing further in a transaction after that. Not
 * thread-safe.
 */
final class Statements {

    private final Connection connection;
    private final Schema schema;
    private @Nullable PostgresFault failure;

    Statements(Connection connection, Schema schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** What failed first, if anything has. */
    Optional<PostgresFault> failure() {
        return Optional.ofNullable(failure);
    }

    <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(schema.in(sql))) {
            Values.bind(statement, values);
            try (ResultSet results = statement.executeQuery()) {
                return read(results, reader);
            }
        } catch (SQLException e) {
            throw failed(PostgresFault.of("a statement", e));
        }
    }

    <T> Optional<T> find(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    /**
     * Writes.
     *
     * @return how many rows were touched
     */
    int write(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(schema.in(sql))) {
            Values.bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(PostgresFault.of("a statement", e));
        }
    }

    /** Runs several statements in one round trip; the answer is that of the last one that has one. */
    <T> List<T> script(String sql, Row.Reader<T> reader) {
        try (Statement statement = connection.createStatement()) {
            return lastAnswer(statement, statement.execute(schema.in(sql)), reader);
        } catch (SQLException e) {
            throw failed(PostgresFault.of("a statement", e));
        }
    }

    /**
     * Runs a statement on a connection that commits by itself.
     *
     * @throws CommitUnknownFault if the connection was lost: it may have been kept
     */
    <T> List<T> alone(String sql, Row.Reader<T> reader, @Nullable Object... values) {
        try {
            return list(sql, reader, values);
        } catch (PostgresFault fault) {
            if (fault.isOfTheConnection()) {
                throw new CommitUnknownFault(
                        "it is not known whether it was kept, as the connection was lost; the same again under its key is safe",
                        fault);
            }
            throw fault;
        }
    }

    private static <T> List<T> lastAnswer(Statement statement, boolean first, Row.Reader<T> reader)
            throws SQLException {
        boolean isAnswer = first;
        List<T> rows = List.of();
        while (isAnswer || statement.getUpdateCount() >= 0) {
            if (isAnswer) {
                try (ResultSet results = statement.getResultSet()) {
                    rows = read(results, reader);
                }
            }
            isAnswer = statement.getMoreResults();
        }
        return rows;
    }

    private static <T> List<T> read(ResultSet results, Row.Reader<T> reader) throws SQLException {
        Row row = new Row(results);
        List<T> rows = new ArrayList<>();
        while (results.next()) {
            rows.add(reader.read(row));
        }
        return List.copyOf(rows);
    }

    private PostgresFault failed(PostgresFault fault) {
        if (failure == null) {
            failure = fault;
        }
        return fault;
    }
}
