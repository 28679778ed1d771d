package com.phoneunite.postgresql;

import com.phoneunite.refusal.PhoneUniteFault;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Set<String> MISSING_TABLE = Set.of("42P01", "3F000");
    private static final String MISSING_ROLE = "22023";
    private static final String MISSING_RIGHT = "42501";

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String MORE_THAN_ONE_STEP = "U0B10";

    /** Besides what is taken back: a key that is in use, an account that somebody else holds, what is distributed, our own. */
    private static final Set<String> NOT_AT_ONCE = Set.of(UNIQUE_VIOLATION, "55P03", "0A000", MORE_THAN_ONE_STEP);

    /** More causes than that of one failure go round in a circle. */
    private static final int CAUSES = 8;

    /** Some drivers repeat the address that they were asked for, which may have a password in it. */
    private static final Pattern ADDRESS = Pattern.compile("jdbc:\\S+");

    private final String state;
    private final boolean isRetryable;

    private PostgresFault(String message, String state, boolean isRetryable, Throwable cause) {
        super(message, cause);
        this.state = state;
        this.isRetryable = isRetryable;
    }

    static PostgresFault of(String doing, SQLException e) {
        return of(doing, e, firstLine(e));
    }

    /**
     * No connection was to be had. A pool says no more than that it has waited, and why that was in its cause; so each of them has its first
     * line.
     */
    static PostgresFault ofNoConnection(SQLException e) {
        Set<String> lines = new LinkedHashSet<>();
        Throwable at = e;
        for (int i = 0; i < CAUSES && at != null; i++) {
            lines.add(firstLine(at));
            at = at.getCause();
        }
        lines.remove("");
        String told = String.join(", because: ", lines);
        return of("a connection", e, ADDRESS.matcher(told).replaceAll("jdbc:…"));
    }

    private static PostgresFault of(String doing, SQLException e, String first) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
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

    private static String firstLine(Throwable e) {
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

    /** Whether a table, or the schema that it is looked for in, is not there. */
    boolean isOfAMissingTable() {
        return MISSING_TABLE.contains(state);
    }

    /** Where this came of entering a role: whether there is none of that name. */
    boolean isOfAMissingRole() {
        return state.equals(MISSING_ROLE);
    }

    /** Whether it is there, and not for this login or role. */
    boolean isOfAMissingRight() {
        return state.equals(MISSING_RIGHT);
    }

    /** Whether a key is in use: nothing of what was asked for was kept. */
    boolean isOfAKeyInUse() {
        return state.equals(UNIQUE_VIOLATION);
    }

    /** Whether the functions that post usage leave it to a unit of work. */
    boolean isOfMoreThanOneStep() {
        return state.equals(MORE_THAN_ONE_STEP);
    }

    /** Whether the same may well succeed in steps: not everything can be done at once. */
    boolean isOfDoingItAtOnce() {
        return isRetryable() || NOT_AT_ONCE.contains(state);
    }
}
