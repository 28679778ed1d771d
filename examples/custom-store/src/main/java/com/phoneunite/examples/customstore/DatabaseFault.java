package com.phoneunite.examples.customstore;

import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * The database said no, or nothing. Drivers put values into their messages, which may be secrets and addresses: only the code and the
 * place are told.
 */
class DatabaseFault extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    DatabaseFault(SQLException e) {
        super("the database failed with SQL state " + e.getSQLState() + ", code " + e.getErrorCode());
        setStackTrace(e.getStackTrace());
    }

    static DatabaseFault of(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DUPLICATE_KEY_1 -> new UniqueViolation(e);
            case ErrorCode.LOCK_TIMEOUT_1 -> new RowLocked(e);
            default -> new DatabaseFault(e);
        };
    }
}
