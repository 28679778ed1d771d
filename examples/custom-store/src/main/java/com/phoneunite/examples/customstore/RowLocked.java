package com.phoneunite.examples.customstore;

import java.sql.SQLException;

/** Another transaction holds the row, and is not waited for. */
final class RowLocked extends DatabaseFault {

    private static final long serialVersionUID = 1L;

    RowLocked(SQLException e) {
        super(e);
    }
}
