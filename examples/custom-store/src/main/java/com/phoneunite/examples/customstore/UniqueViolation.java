package com.phoneunite.examples.customstore;

import java.sql.SQLException;

/** Something is there already that can be there only once. */
final class UniqueViolation extends DatabaseFault {

    private static final long serialVersionUID = 1L;

    UniqueViolation(SQLException e) {
        super(e);
    }
}
