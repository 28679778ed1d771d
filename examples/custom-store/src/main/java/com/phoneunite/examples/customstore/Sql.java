package com.phoneunite.examples.customstore;

import com.phoneunite.account.AccountId;
import com.phoneunite.account.IdempotencyKey;
import com.phoneunite.account.UserId;
import com.phoneunite.membership.Extension;
import com.phoneunite.membership.InvitationId;
import com.phoneunite.organization.OrganizationId;
import com.phoneunite.telephony.PhoneNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plain JDBC on one connection, with our ids and values as parameters. */
record Sql(Connection connection) {

    /** Comes before every id that is ever made. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Reads a row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(Row<T> reader, String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return List.copyOf(all);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    boolean exists(String sql, Object... parameters) {
        return !rows(row -> true, sql, parameters).isEmpty();
    }

    int update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Whether what it inserts was not there; leaves the transaction as it is where it was. */
    boolean inserts(String sql, Object... parameters) {
        try {
            return update(sql, parameters) == 1;
        } catch (DatabaseFault e) {
            if (e.isTaken()) {
                return false;
            }
            throw e;
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, plain(parameters[i]));
        }
        return statement;
    }

    private static @Nullable Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        }
        if (value instanceof AccountId id) {
            return id.value();
        }
        if (value instanceof OrganizationId id) {
            return id.value();
        }
        if (value instanceof UserId id) {
            return id.value();
        }
        if (value instanceof InvitationId id) {
            return id.value();
        }
        boolean isText = value instanceof Enum<?>
                || value instanceof IdempotencyKey
                || value instanceof Extension
                || value instanceof PhoneNumber;
        return isText ? value.toString() : value;
    }
}
