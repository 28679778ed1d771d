package com.phoneunite.examples.quickstart;

/** What is said where {@code -Dpostgres} is given, as the story is not told here then. */
public final class ToldElsewhere {

    private ToldElsewhere() {}

    public static void main(String[] arguments) {
        System.out.println("With -Dpostgres the story is told by -pl examples/quickstart-postgresql.");
    }
}
