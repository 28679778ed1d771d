package com.phoneunite.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of the host's for one transaction, given back as it was found.
 *
 * @param connection the connection
 * @param autoCommit whether it did when it was lent
 */
record LentConnection(Connection connection, boolean autoCommit) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LentConnection.class);

    /** For statements one by one, until something is committed. */
    static LentConnection from(DataSource dataSource) {
        return from(dataSource, false);
    }

    /** For statements that begin and end their transactions themselves. */
    static LentConnection committing(DataSource dataSource) {
        return from(dataSource, true);
    }

    private static LentConnection from(DataSource dataSource, boolean committing) {
        try {
            Connection connection = dataSource.getConnection();
            return begin(new LentConnection(connection, connection.getAutoCommit()), committing);
        } catch (SQLException e) {
            throw PostgresFault.ofNoConnection(e);
        }
    }

    private static LentConnection begin(LentConnection lent, boolean committing) throws SQLException {
        try {
            if (lent.autoCommit != committing) {
                lent.connection.setAutoCommit(committing);
            }
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
            boolean isCommitting = connection.getAutoCommit();
            if (!isCommitting) {
                connection.rollback();
            }
            if (isCommitting != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            LOG.warn("a connection could not be given back as it was: {}", e.getSQLState());
        }
    }
}
