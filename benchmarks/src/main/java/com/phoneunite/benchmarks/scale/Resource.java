package com.phoneunite.benchmarks.scale;

/** What can run out, and how the page calls it. */
enum Resource {
    COMMITS("commit rate"),
    RUN("billing run"),
    DISK("disk"),
    MEMORY("memory");

    private final String label;

    Resource(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
