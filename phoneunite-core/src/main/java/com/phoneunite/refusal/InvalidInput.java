package com.phoneunite.refusal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rule X4: the input violates constraints, all of which are named at once. Decided before anything is read or written.
 *
 * @param violations every violated constraint, at least one, ordered by path and then by code
 */
public record InvalidInput(List<Violation> violations) implements Refusal {

    /** The code of this refusal. */
    public static final String CODE = "INVALID_INPUT";

    public InvalidInput {
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid input violates something");
        }
        violations = violations.stream()
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::code))
                .toList();
    }

    /** An input that violates one constraint. */
    public static InvalidInput of(String path, String code, String message) {
        return new InvalidInput(List.of(new Violation(path, code, message)));
    }

    /** All that was found to be violated, as one. */
    public static Optional<InvalidInput> all(List<Optional<InvalidInput>> found) {
        List<Violation> violations = found.stream()
                .flatMap(Optional::stream)
                .flatMap(one -> one.violations().stream())
                .toList();
        return violations.isEmpty() ? Optional.empty() : Optional.of(new InvalidInput(violations));
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String rule() {
        return "X4";
    }

    @Override
    public String message() {
        return violations.stream()
                .map(violation -> (violation.path().isEmpty() ? "" : violation.path() + ": ") + violation.message()
                        + " (" + violation.code() + ")")
                .collect(Collectors.joining("; ", "the input is not valid: ", ""));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("violations", violations);
    }
}
