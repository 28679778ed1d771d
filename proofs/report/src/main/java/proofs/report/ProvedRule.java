package proofs.report;

import java.util.List;

/** A rule and the tests whose names begin with its id. */
record ProvedRule(Rule rule, List<Proof> proofs) {

    /** Whether a proof ran and passed, and none failed. */
    boolean proved() {
        return result() == Result.PASSED;
    }

    /** {@code SKIPPED} also where there is no proof at all. */
    Result result() {
        return Result.of(proofs.stream().map(Proof::result).toList());
    }

    long count(Result result) {
        return proofs.stream().filter(proof -> proof.result() == result).count();
    }

    long tries() {
        return proofs.stream().mapToLong(Proof::tries).sum();
    }

    double seconds() {
        return proofs.stream().mapToDouble(Proof::seconds).sum();
    }
}
