package com.phoneunite.testkit.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands of a program in words, in the order in which they ended; those that did not end come last. Safe for any number of threads. */
final class Story {

    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, String> begun = new HashMap<>();

    /** A host begins to do what these words say. */
    synchronized void begins(int host, String words) {
        begun.put(host, words);
    }

    /** It is done. */
    synchronized void ends(int host, String words) {
        begun.remove(host);
        lines.add(words);
    }

    /** Whatever the host was doing goes no further. */
    synchronized void isCutShort(int host, String by) {
        String words = begun.remove(host);
        if (words != null) {
            lines.add(words + " (cut short by " + by + ")");
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
