package com.phoneunite.benchmarks.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reckons a printed formula once more, by what a reader sees and by nothing that the model knows. Words are units, and are skipped. */
final class Formula {

    private static final Pattern TOKEN = Pattern.compile("(?<!\\w)(?:\\d[\\d,]*(?:\\.\\d+)?|x)(?![\\w%])|[()/+]");

    private final Deque<String> tokens;

    private Formula(String text) {
        tokens = new ArrayDeque<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
    }

    static double value(String text) {
        Formula formula = new Formula(text);
        double value = formula.sum();
        if (!formula.tokens.isEmpty()) {
            throw new IllegalArgumentException(text + " does not end before " + formula.tokens);
        }
        return value;
    }

    private boolean is(String token) {
        if (token.equals(tokens.peek())) {
            tokens.pop();
            return true;
        }
        return false;
    }

    private double sum() {
        double value = product();
        while (is("+")) {
            value += product();
        }
        return value;
    }

    private double product() {
        double value = one();
        while (true) {
            if (is("x")) {
                value *= one();
            } else if (is("/")) {
                value /= one();
            } else {
                return value;
            }
        }
    }

    private double one() {
        if (is("(")) {
            double value = sum();
            if (!is(")")) {
                throw new IllegalArgumentException("a bracket is open before " + tokens);
            }
            return value;
        }
        return Double.parseDouble(tokens.pop().replace(",", ""));
    }
}
