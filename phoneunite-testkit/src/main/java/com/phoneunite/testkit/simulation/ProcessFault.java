package com.phoneunite.testkit.simulation;

/** What happens to the process of a host, and to its connection with the store. */
enum ProcessFault {
    /** The process is killed before a call of a port. */
    KILLED_BEFORE_A_CALL,
    /** The process is killed after a call of a port. */
    KILLED_AFTER_A_CALL,
    /** The process is killed when a change is done and not yet committed. */
    KILLED_BEFORE_COMMIT,
    /** The process is killed when a change has been committed. */
    KILLED_AFTER_COMMIT,
    /** A call of a port fails, and the next ones work. */
    CALL_FAILED,
    /** A call of a port has its effect and then fails. */
    ANSWER_LOST,
    /** A commit fails, and nothing is kept. */
    COMMIT_FAILED,
    /** A commit that happened is not acknowledged. */
    COMMIT_NOT_ACKNOWLEDGED,
    /** A run is interrupted after some accounts. */
    RUN_INTERRUPTED,
    /** A handler of events fails at one of them. */
    HANDLER_FAILED;

    boolean kills() {
        return switch (this) {
            case KILLED_BEFORE_A_CALL, KILLED_AFTER_A_CALL, KILLED_BEFORE_COMMIT, KILLED_AFTER_COMMIT -> true;
            case CALL_FAILED, ANSWER_LOST, COMMIT_FAILED, COMMIT_NOT_ACKNOWLEDGED -> false;
            case RUN_INTERRUPTED, HANDLER_FAILED -> false;
        };
    }
}
