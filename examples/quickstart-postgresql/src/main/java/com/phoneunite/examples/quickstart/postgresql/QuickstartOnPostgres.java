package com.phoneunite.examples.quickstart.postgresql;

import com.phoneunite.examples.quickstart.Quickstart;
import com.phoneunite.examples.quickstart.StoryKeeper;
import com.phoneunite.examples.quickstart.StoryRejected;
import com.phoneunite.refusal.PhoneUniteFault;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a story on PostgreSQL, from where it is. */
public final class QuickstartOnPostgres {

    private static final int TOLD = 0;
    private static final int NOT_TO_BE_TOLD = 2;
    private static final int DATABASE_LOST = 3;

    /** The driver logs what it does not understand of an address, with what may be a password in it. Held, so that it stays off. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private QuickstartOnPostgres() {}

    public static void main(String[] arguments) {
        int exitCode = run(arguments, System.out, System.err);
        if (exitCode != TOLD) {
            System.exit(exitCode);
        }
    }

    /**
     * Tells one story.
     *
     * @param arguments as {@link Options#of} takes them
     * @return the exit code: 0 if it was told, 1 if it turned out otherwise than the file expects, 2 if it cannot be told there, 3 if the
     *     database was lost on the way
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        DRIVER.setLevel(Level.OFF);
        try {
            Options options = Options.of(arguments);
            return Quickstart.run(
                    options.story().stream().toArray(String[]::new), digest -> keeper(options, digest), out, err);
        } catch (StoryRejected e) {
            err.println(e.getMessage());
            return NOT_TO_BE_TOLD;
        } catch (PhoneUniteFault e) {
            err.println("The database was lost. The same command goes on with the story where it was.");
            return DATABASE_LOST;
        }
    }

    private static StoryKeeper keeper(Options options, String digest) throws StoryRejected {
        if (options.address().isPresent()) {
            return KeptStory.in(options.address().get(), digest, options.fresh(), () -> {});
        }
        EmbeddedServer server = EmbeddedServer.in(options.data());
        try {
            return KeptStory.in(server.address(), digest, options.fresh(), server::close);
        } catch (StoryRejected | RuntimeException e) {
            server.close();
            throw e;
        }
    }
}
