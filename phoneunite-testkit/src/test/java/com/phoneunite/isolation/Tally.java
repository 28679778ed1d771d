package com.phoneunite.isolation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often each operation succeeded and was refused, in each place. Not thread-safe. */
final class Tally {

    /** How often. */
    static final class Times {

        private int succeeded;
        private int refused;

        int succeeded() {
            return succeeded;
        }

        int refused() {
            return refused;
        }

        @Override
        public String toString() {
            return succeeded + " / " + refused;
        }
    }

    private final Map<Operation, Map<Place, Times>> times = new EnumMap<>(Operation.class);
    private final Map<String, Integer> answersSeen = new TreeMap<>();

    void count(Operation operation, Place place, String answer) {
        Times one = of(operation, place);
        if (answer.equals(Rig.OK)) {
            one.succeeded++;
        } else {
            one.refused++;
        }
    }

    /** One of the people of A was answered so. */
    void seen(String answer) {
        answersSeen.merge(answer, 1, Integer::sum);
    }

    Times of(Operation operation, Place place) {
        return times.computeIfAbsent(operation, key -> new EnumMap<>(Place.class))
                .computeIfAbsent(place, key -> new Times());
    }

    Map<String, Integer> answersSeen() {
        return answersSeen;
    }

    /** As a page, with the methods that each operation calls. */
    String page(int programs, Map<Operation, List<String>> reached) {
        String operations = Arrays.stream(Operation.values())
                .map(operation -> "| " + operation + " | "
                        + Arrays.stream(Place.values())
                                .map(place -> operation.places().contains(place)
                                        ? of(operation, place).toString()
                                        : "")
                                .collect(Collectors.joining(" | "))
                        + " | " + String.join(", ", reached.getOrDefault(operation, List.of())) + " |")
                .collect(Collectors.joining("\n"));
        String answers = answersSeen.entrySet().stream()
                .map(answer -> "| " + answer.getKey() + " | " + answer.getValue() + " |")
                .collect(Collectors.joining("\n"));
        return """
                # Non-interference: what was tried

                %d programs. In each place: how often the operation succeeded / was refused.

                | operation | HERE | THERE | ADDED | FAR | ACCOUNT | methods |
                |---|---|---|---|---|---|---|
                %s

                | answer to the people of A | times |
                |---|---|
                %s
                """.formatted(programs, operations, answers);
    }
}
