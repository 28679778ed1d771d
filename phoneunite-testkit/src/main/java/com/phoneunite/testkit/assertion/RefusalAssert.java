package com.phoneunite.testkit.assertion;

import com.phoneunite.refusal.Refusal;
import com.phoneunite.testkit.fixture.Observation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** Says what a refusal is. */
public final class RefusalAssert extends SpokenAssert<RefusalAssert, Refusal> {

    /**
     * What was observed before and after it was refused.
     *
     * @param before before
     * @param after after
     */
    record Observed(Object before, Object after) {}

    private final Optional<Observed> observed;

    RefusalAssert(Refusal actual, Optional<Observed> observed) {
        super(actual, RefusalAssert.class);
        this.observed = observed;
    }

    /** It has that code. */
    public RefusalAssert hasCode(String code) {
        isNotNull();
        return holds(actual.code().equals(code), "to be refused with " + code, told());
    }

    /** That rule said no, for example {@code "O3"}. */
    public RefusalAssert isOfRule(String rule) {
        isNotNull();
        return holds(actual.rule().equals(rule), "rule " + rule + " to say no", "it was " + actual.rule());
    }

    /** It tells that fact so. */
    public RefusalAssert hasFact(String name, Object value) {
        isNotNull();
        Map<String, Object> facts = actual.facts();
        return holds(
                Objects.equals(facts.get(name), value),
                actual.code() + " to tell " + name + " = " + value,
                facts.containsKey(name) ? "it tells " + name + " = " + facts.get(name) : "it tells " + facts);
    }

    /** It tells no facts: the code says it all. */
    public RefusalAssert hasNoFacts() {
        isNotNull();
        return holds(actual.facts().isEmpty(), actual.code() + " to tell no facts", "it tells " + actual.facts());
    }

    /**
     * Rule B2: so much is short: the amount and one minor unit, less the balance.
     *
     * @param shortfall for example {@code "USD 5.01"}
     */
    public RefusalAssert isShortBy(String shortfall) {
        return hasFact("shortfall", Money.parse(shortfall));
    }

    /**
     * What was observed is the same as before.
     *
     * @throws IllegalStateException if nothing was: see {@link PhoneUniteAssertions#assertThatRefused(java.util.function.Supplier,
     *     org.assertj.core.api.ThrowableAssert.ThrowingCallable)}
     */
    public RefusalAssert changedNothing() {
        isNotNull();
        Observed both = observed.orElseThrow(
                () -> new IllegalStateException("say what is observed: assertThatRefused(fixture::observe, …)"));
        return holds(
                both.before().equals(both.after()),
                actual.code() + " to change nothing",
                both.before() instanceof Observation before && both.after() instanceof Observation after
                        ? "these changed: " + String.join(", ", before.differences(after))
                        : "what is observed has changed");
    }

    private String told() {
        return "rule " + actual.rule() + " refused it with " + actual.code() + ": " + actual.message();
    }
}
