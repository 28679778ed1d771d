package com.phoneunite.examples.quickstart;

/** The file is no story that can be told, or it cannot be told there; the message says why, for the user. */
public final class StoryRejected extends Exception {

    private static final long serialVersionUID = 1L;

    /** For that reason, which holds no secret. */
    public StoryRejected(String message) {
        super(message);
    }
}
