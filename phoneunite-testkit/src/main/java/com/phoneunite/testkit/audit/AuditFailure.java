package com.phoneunite.testkit.audit;

/** What an audit throws: which rule is broken, and one sentence with ids, amounts and moments. */
public final class AuditFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * A rule that is broken.
     *
     * @param rule the id of the rule, for example {@code B3}
     * @param sentence what was found, and what was expected
     */
    public AuditFailure(String rule, String sentence) {
        super(rule + ": " + sentence);
        this.rule = rule;
    }

    /** The id of the rule that is broken. */
    public String rule() {
        return rule;
    }
}
