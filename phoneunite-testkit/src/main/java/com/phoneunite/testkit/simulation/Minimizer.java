package com.phoneunite.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Leaves out of a program what is not needed to break the same rule: ever smaller chunks of it, until no single command can be left out. */
final class Minimizer {

    private final Function<Program, Optional<Outcome.Broken>> run;
    private final String rule;
    private int triesLeft;

    /**
     * @param run runs a program, and tells the rule that it breaks
     * @param rule the rule that is to be broken
     * @param tries how many programs are run at most
     */
    Minimizer(Function<Program, Optional<Outcome.Broken>> run, String rule, int tries) {
        this.run = run;
        this.rule = rule;
        this.triesLeft = tries;
    }

    /** The smallest program that was found. */
    Program minimize(Program program) {
        Program smallest = program;
        int chunk = Math.max(1, program.commands().size() / 2);
        while (true) {
            Program smaller = withoutChunks(smallest, chunk);
            boolean hasShrunk = smaller.commands().size() < smallest.commands().size();
            smallest = smaller;
            if (triesLeft <= 0 || (chunk == 1 && !hasShrunk)) {
                return smallest;
            }
            chunk = hasShrunk ? Math.min(chunk, Math.max(1, smallest.commands().size() / 2)) : chunk / 2;
        }
    }

    private Program withoutChunks(Program program, int chunk) {
        Program smallest = program;
        int end = smallest.commands().size();
        while (end > 0 && triesLeft > 0) {
            int from = Math.max(0, end - chunk);
            Program smaller = without(smallest, from, end);
            triesLeft--;
            Optional<Outcome.Broken> broken = run.apply(smaller);
            if (broken.isPresent() && broken.get().rule().equals(rule)) {
                int last = broken.get().index();
                smallest = new Program(smaller.commands().stream()
                        .filter(command -> command.index() <= last)
                        .toList());
            }
            end = Math.min(from, smallest.commands().size());
        }
        return smallest;
    }

    private static Program without(Program program, int from, int end) {
        List<Command> kept = new ArrayList<>(program.commands());
        kept.subList(from, end).clear();
        return new Program(kept);
    }
}
