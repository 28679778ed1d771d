package com.phoneunite.examples.quickstart;

/** What was given is no story. The message says why, for the person who wrote it. */
final class StoryRejected extends Exception {

    private static final long serialVersionUID = 1L;

    StoryRejected(String message) {
        super(message);
    }
}
