package com.phoneunite.examples.quickstart;

/** What is said where {@code -Dpostgres} is given, as the story is not told here then. */
public final class ToldElsewhere {

    private ToldElsewhere() {}

    public static void main(String[] arguments) {
        System.out.println(
                "The story is told on PostgreSQL by examples/quickstart-postgresql: next, where -pl names that module.");
    }
}
