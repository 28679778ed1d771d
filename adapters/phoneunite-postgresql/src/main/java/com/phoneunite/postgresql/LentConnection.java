package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of the host's for one transaction, given back as it was found.
 *
 * @param connection the connection, which does not commit by itself
 * @param autoCommit whether it did when it was lent
 */
record LentConnection(Connection connection, boolean autoCommit) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LentConnection.class);

    static LentConnection from(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            return begin(new LentConnection(connection, connection.getAutoCommit()));
        } catch (SQLException e) {
            throw PostgresFault.of("a connection", e);
        }
    }

    private static LentConnection begin(LentConnection lent) throws SQLException {
        try {
            lent.connection.setAutoCommit(false);
            return lent;
        } catch (SQLException e) {
            lent.close();
            throw e;
        }
    }

    /**
     * Takes back what was not committed. What was, is, whatever becomes of the connection: that a broken one is broken is its lender's to
     * find out.
     */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            if (autoCommit) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.warn("a connection could not be given back as it was: {}", e.getSQLState());
        }
    }
}
