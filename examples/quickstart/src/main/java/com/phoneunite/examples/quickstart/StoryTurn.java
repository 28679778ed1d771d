package com.phoneunite.examples.quickstart;

/** The story took another turn than its file expects. */
final class StoryTurn extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * At this place of the file.
     *
     * @param path for example {@code "events[3]"}
     */
    StoryTurn(String path, String what) {
        super("The story took another turn at " + path + ": " + what);
    }
}
