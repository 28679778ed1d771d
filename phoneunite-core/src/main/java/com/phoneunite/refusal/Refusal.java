package com.phoneunite.refusal;

import java.util.Map;

/**
 * A rule said no. A refusal is an answer, not a failure: nothing has changed, and it carries what the caller needs to act on it.
 *
 * <p>Each feature seals its own refusals, so that a host can handle them exhaustively feature by feature. They reach a host
 * inside {@code com.phoneunite.RefusedException}. Implementations are immutable and safe to share between threads.
 */
public interface Refusal {

    /** The stable code, upper-case with underscores. It is never renamed and never reused for another meaning. */
    String code();

    /** The id of the rule that said no, as in {@code docs/rules.md}, for example {@code "O3"}. */
    String rule();

    /** One sentence for a person, in English. It contains no secret, no e-mail address and no card data. */
    String message();

    /**
     * The facts to act on by name, for example the amount that is short; empty where the code says it all. Values are strings,
     * numbers, amounts of money, ids, constants of enums, violations or lists of these.
     */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
