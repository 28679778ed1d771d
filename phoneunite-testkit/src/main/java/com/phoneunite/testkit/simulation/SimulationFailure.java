package com.phoneunite.testkit.simulation;

import java.util.List;
import java.util.stream.Collectors;

/** A simulation broke a rule: which one and how, the shortest program that was found to do so, in words, and how to repeat it. */
public final class SimulationFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final long seed;
    private final String rule;
    private final transient List<Integer> commands;

    SimulationFailure(long seed, int steps, Outcome.Broken broken, List<Integer> commands, List<String> story) {
        super(told(seed, steps, broken, commands, story));
        this.seed = seed;
        this.rule = broken.rule();
        this.commands = List.copyOf(commands);
    }

    private static String told(
            long seed, int steps, Outcome.Broken broken, List<Integer> commands, List<String> story) {
        String only = commands.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "seed " + seed + " breaks " + broken.rule() + "\n    " + broken.sentence() + told(commands, story)
                + "\nRepeat it: .seed(" + seed + ").steps(" + steps
                + ").only("
                + only + ").run()\nIn PhoneUnite itself: mvn -q -pl phoneunite-testkit -am test -Dtest=SimulationTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dphoneunite.simulation.seed=" + seed
                + " -Dphoneunite.simulation.only=" + only.replace(" ", "");
    }

    private static String told(List<Integer> commands, List<String> story) {
        return commands.isEmpty()
                ? "\nby no command: it is so from the beginning on"
                : "\nby these " + commands.size() + " commands:\n    " + String.join("\n    ", story);
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** The id of the rule that was broken, or {@code UNEXPECTED} where something was thrown that is no refusal, or {@code STALLED}. */
    public String rule() {
        return rule;
    }

    /** The indexes of the commands that are left of the program, for {@link Simulation#only}. */
    public List<Integer> commands() {
        return commands;
    }
}
