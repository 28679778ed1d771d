package com.phoneunite.examples.quickstart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a story: everything at once, by the path of the field. Not thread-safe. */
final class Problems {

    private static final int MOST_TOLD = 100;

    private final Map<String, List<String>> byPath = new LinkedHashMap<>();

    void add(String path, String what) {
        byPath.computeIfAbsent(path, first -> new ArrayList<>()).add(what);
    }

    boolean isEmpty() {
        return byPath.isEmpty();
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** All of them as a text, by line. */
    String told(String file, Places places) {
        List<String> lines = new ArrayList<>();
        byPath.keySet().stream()
                .sorted(Comparator.comparingInt(places::line))
                .forEach(path -> byPath.getOrDefault(path, List.of())
                        .forEach(what -> lines.add("  line " + places.line(path) + ": "
                                + (path.isEmpty() ? "the story" : path) + " " + what)));
        StringBuilder told = new StringBuilder(file + " is not a story that can be told:");
        lines.stream()
                .limit(MOST_TOLD)
                .forEach(line -> told.append(System.lineSeparator()).append(line));
        if (lines.size() > MOST_TOLD) {
            told.append(System.lineSeparator())
                    .append("  ... and ")
                    .append(lines.size() - MOST_TOLD)
                    .append(" more");
        }
        return told.toString();
    }
}
