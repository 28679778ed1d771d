package com.phoneunite.examples.customstore;

import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

// tag::fault
/**
 * The database said no, or nothing. Drivers put values into their messages, which may be secrets and addresses: only the code and the
 * place are told.
 */
final class DatabaseFault extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    private final int code;

    DatabaseFault(SQLException e) {
        super("the database failed with SQL state " + e.getSQLState() + ", code " + e.getErrorCode());
        setStackTrace(e.getStackTrace());
        code = e.getErrorCode();
    }

    /** Whether something is there already that can be there only once. */
    boolean isTaken() {
        return code == ErrorCode.DUPLICATE_KEY_1;
    }

    /** Whether another transaction has the row, and has kept it for longer than is waited. */
    boolean isLocked() {
        return code == ErrorCode.LOCK_TIMEOUT_1;
    }
}
// end::fault
