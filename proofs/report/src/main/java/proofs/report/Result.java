package proofs.report;

import java.util.Collection;

/** What came of a test, or of many that are taken together. */
enum Result {
    PASSED,
    FAILED,
    SKIPPED;

    /** One that failed counts before any that passed, and one that passed before those that were skipped. */
    static Result of(Collection<Result> all) {
        if (all.contains(FAILED)) {
            return FAILED;
        }
        return all.contains(PASSED) ? PASSED : SKIPPED;
    }
}
