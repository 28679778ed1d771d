package proofs.report;

import java.util.List;

/**
 * A test of a rule, with all of its executions taken together.
 *
 * @param executions how many there were: one, or one for each invocation of a parameterized, repeated or dynamic test
 * @param tries the sum over its executions, those apart that were skipped
 */
record Proof(String module, String type, String method, Result result, int executions, long tries, double seconds) {

    static Proof of(List<Execution> executions) {
        Execution first = executions.get(0);
        return new Proof(
                first.module(),
                first.type(),
                first.method(),
                Result.of(executions.stream().map(Execution::result).toList()),
                executions.size(),
                executions.stream()
                        .filter(one -> one.result() != Result.SKIPPED)
                        .mapToLong(Execution::tries)
                        .sum(),
                executions.stream().mapToLong(Execution::nanos).sum() / 1e9);
    }
}
