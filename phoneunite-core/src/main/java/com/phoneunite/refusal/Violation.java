package com.phoneunite.refusal;

import java.util.Objects;

/**
 * One constraint that an input violates.
 *
 * @param path where in the input, for example {@code "ownerEmail"}; empty for the input as a whole
 * @param code the stable code of the constraint, for example {@code "TOO_LONG"}
 * @param message one sentence for a person; it never repeats the offending value
 */
public record Violation(String path, String code, String message) {

    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
