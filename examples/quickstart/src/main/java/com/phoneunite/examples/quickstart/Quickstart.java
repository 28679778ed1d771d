package com.phoneunite.examples.quickstart;

import java.io.PrintStream;

/** Tells a story of customers of PhoneUnite: the one in the file that is named, or the one that comes with it. */
public final class Quickstart {

    private static final int TOLD = 0;
    private static final int TURNED_OUT_OTHERWISE = 1;
    private static final int NOT_A_STORY = 2;

    private Quickstart() {}

    public static void main(String[] arguments) {
        int exitCode = run(arguments, System.out, System.err);
        if (exitCode != TOLD) {
            System.exit(exitCode);
        }
    }

    /**
     * Tells one story.
     *
     * @param arguments the path of a story file, or nothing
     * @return the exit code: 0 if it was told, 1 if it turned out otherwise than the file expects, 2 if the file is no story
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return run(arguments, digest -> StoryKeeper.inMemory(), out, err);
    }

    /** Finds the keeper of a story, once the story has been read. */
    @FunctionalInterface
    public interface Keepers {

        /**
         * The keeper, who is closed when the story has been told.
         *
         * @param digest which story it is, as {@link Place#story} says it
         * @throws StoryRejected if the story cannot be told there
         */
        StoryKeeper of(String digest) throws StoryRejected;
    }

    /**
     * Tells one story that is kept there, from where it is.
     *
     * @param arguments the path of a story file, or nothing
     * @return the exit code: 0 if it was told, 1 if it turned out otherwise than the file expects, 2 if the file is no story or cannot be
     *     told there
     */
    public static int run(String[] arguments, Keepers keepers, PrintStream out, PrintStream err) {
        if (arguments.length > 1) {
            err.println("Name one story file, or none for the story that comes with PhoneUnite.");
            return NOT_A_STORY;
        }
        try {
            Story story = arguments.length == 0 ? StoryFile.bundled() : StoryFile.read(arguments[0]);
            try (StoryKeeper keeper = keepers.of(story.digest())) {
                new StoryTeller(story, new Narrator(out), keeper).tell();
            }
            return TOLD;
        } catch (StoryRejected e) {
            err.println(e.getMessage());
            return NOT_A_STORY;
        } catch (StoryTurn e) {
            err.println(e.getMessage());
            return TURNED_OUT_OTHERWISE;
        } finally {
            out.flush();
            err.flush();
        }
    }
}
