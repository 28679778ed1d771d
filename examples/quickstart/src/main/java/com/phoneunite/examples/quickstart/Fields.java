package com.phoneunite.examples.quickstart;

import com.phoneunite.input.InputValidator;
import com.phoneunite.refusal.Violation;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one object of a story. What is wrong with one is noted among the problems and reads as empty, and reading goes
 * on: so all problems are found at once. Not thread-safe.
 */
final class Fields {

    private final Problems problems;
    private final String path;
    private final JsonNode object;
    private final Set<String> known = new HashSet<>();

    Fields(Problems problems, String path, JsonNode object) {
        this.problems = problems;
        this.path = path;
        this.object = object;
    }

    String path() {
        return path;
    }

    /** A field that may be left out. */
    Optional<JsonNode> optional(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    /** A field that must be there. */
    Optional<JsonNode> required(String name) {
        Optional<JsonNode> value = optional(name);
        if (value.isEmpty()) {
            wrong(name, "is missing");
        }
        return value;
    }

    Optional<String> text(String name) {
        return required(name).flatMap(value -> text(name, value));
    }

    Optional<String> optionalText(String name) {
        return optional(name).flatMap(value -> text(name, value));
    }

    Optional<Integer> optionalInteger(String name) {
        return optional(name).flatMap(value -> {
            if (!value.isInt()) {
                wrong(name, "must be a whole number");
                return Optional.empty();
            }
            return Optional.of(value.intValue());
        });
    }

    /** The field as what its text stands for. */
    <T> Optional<T> as(Function<String, T> parser, String name, String mustBe) {
        return text(name).flatMap(value -> parse(value, parser, name, mustBe));
    }

    /** The same of a field that may be left out. */
    <T> Optional<T> optionalAs(Function<String, T> parser, String name, String mustBe) {
        return optionalText(name).flatMap(value -> parse(value, parser, name, mustBe));
    }

    /** The objects of a list. */
    List<Fields> list(String name, int least, int most) {
        List<Fields> items = new ArrayList<>();
        Optional<JsonNode> list = required(name);
        if (list.isPresent()
                && (!list.get().isArray()
                        || list.get().size() < least
                        || list.get().size() > most)) {
            wrong(name, "must be a list of " + least + " to " + most + " objects");
            return items;
        }
        list.ifPresent(all -> {
            for (int i = 0; i < all.size(); i++) {
                String item = Places.item(Places.field(path, name), i);
                if (all.get(i).isObject()) {
                    items.add(new Fields(problems, item, all.get(i)));
                } else {
                    problems.add(item, "must be an object");
                }
            }
        });
        return items;
    }

    void wrong(String name, String what) {
        problems.add(Places.field(path, name), what);
    }

    /** PhoneUnite's own rules for what goes through its front door; nothing of them is repeated here. */
    void judge(Object input, Function<String, String> fieldOf) {
        List<Violation> violations =
                InputValidator.check(input).map(invalid -> invalid.violations()).orElse(List.of());
        Set<String> told = new HashSet<>();
        for (Violation violation : violations) {
            String field = fieldOf.apply(violation.path());
            if (told.contains(field) || !problems.has(Places.field(path, field))) {
                told.add(field);
                wrong(field, violation.message());
            }
        }
    }

    /** Notes every field that nobody asked for. */
    void nothingElse() {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(name, "is not a field of a story here"));
    }

    private Optional<String> text(String name, JsonNode value) {
        if (value.isString()
                && !value.stringValue().isBlank()
                && value.stringValue().codePoints().allMatch(Places::isPrintable)) {
            return Optional.of(value.stringValue());
        }
        wrong(name, "must be a text, not empty and without control characters");
        return Optional.empty();
    }

    private <T> Optional<T> parse(String value, Function<String, T> parser, String name, String mustBe) {
        try {
            return Optional.of(parser.apply(value));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            wrong(name, "must be " + mustBe);
            return Optional.empty();
        }
    }
}
