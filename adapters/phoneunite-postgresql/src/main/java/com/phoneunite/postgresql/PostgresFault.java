package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.Set;

/**
 * The database said no, or nothing. Of what it said only the first line is told: the lines behind it repeat values, which may be an
 * e-mail address or a token.
 */
final class PostgresFault extends PhoneUniteFault {

    private static final long serialVersionUID = 1L;

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    /** The connection, the server's means, its operator, its machine, or itself: whether it had committed before is not said. */
    private static final Set<String> LEAVE_OPEN = Set.of("08", "53", "57", "58", "XX");

    private static final String CONNECTION_EXCEPTION = "08";
    private static final String SHUTDOWN = "57P";

    /** Besides what is taken back: a key that somebody else uses at the same moment, an account that they hold, what is distributed, our own. */
    private static final Set<String> NOT_AT_ONCE = Set.of("23505", "55P03", "0A000", "U0B10");

    private final String state;
    private final boolean isRetryable;

    private PostgresFault(String message, String state, boolean isRetryable, Throwable cause) {
        super(message, cause);
        this.state = state;
        this.isRetryable = isRetryable;
    }

    static PostgresFault of(String doing, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String first = firstLine(e);
        SQLException cause = new SQLException(first, state, e.getErrorCode());
        cause.setStackTrace(e.getStackTrace());
        boolean isRetryable = state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK);
        return new PostgresFault(doing + " failed (" + state + "): " + first, state, isRetryable, cause);
    }

    /** Where this came of a commit: whether it says nothing of what was kept. */
    boolean leavesOpen() {
        return state.length() < 2 || LEAVE_OPEN.contains(state.substring(0, 2));
    }

    /** The same, once it is known that nothing was kept. */
    PostgresFault nothingKept() {
        return new PostgresFault(getMessage() + ", and nothing was kept", state, true, this);
    }

    private static String firstLine(SQLException e) {
        return e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    }

    /** Whether the same again, as a whole, may well succeed: nothing of it was kept. */
    boolean isRetryable() {
        return isRetryable;
    }

    /** Whether the database was not there, or went away: of what was asked for it has said nothing. */
    boolean isOfTheConnection() {
        return state.isEmpty() || state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(SHUTDOWN);
    }

    /** Whether the same may well succeed in steps: not everything can be done at once. */
    boolean isOfDoingItAtOnce() {
        return isRetryable() || NOT_AT_ONCE.contains(state);
    }
}
