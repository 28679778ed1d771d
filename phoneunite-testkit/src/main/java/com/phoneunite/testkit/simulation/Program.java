package com.phoneunite.testkit.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Commands in order. What is kept of a program that was drawn is a program, too. Immutable. */
record Program(List<Command> commands) {

    /** After so many commands faults stop, and what must hold then is judged. */
    static final int EPOCH = 250;

    private static final int SELDOM = 4;

    Program {
        commands = List.copyOf(commands);
    }

    /** Without somebody who can pay, little happens. */
    private static final List<Act> FIRST = List.of(Act.OPEN_AN_ACCOUNT, Act.PUT_A_CARD_ON_FILE);

    /** Each program has its own preferences: some things are done much more seldom than in others, which tries other mixtures. */
    static Program draw(long seed, int steps) {
        Chance chance = new Chance(seed);
        List<Act> urn = new ArrayList<>();
        for (Act act : Act.values()) {
            int weight = chance.percent(20) ? Math.min(1, act.weight() / SELDOM) : act.weight();
            IntStream.range(0, weight).forEach(i -> urn.add(act));
        }
        return new Program(IntStream.range(0, steps)
                .mapToObj(i -> new Command(i, i < FIRST.size() ? FIRST.get(i) : chance.of(urn), chance.seed()))
                .toList());
    }

    Program only(Collection<Integer> indexes) {
        Set<Integer> kept = Set.copyOf(indexes);
        return new Program(commands.stream()
                .filter(command -> kept.contains(command.index()))
                .toList());
    }

    List<Integer> indexes() {
        return commands.stream().map(Command::index).toList();
    }

    static int epochOf(Command command) {
        return command.index() / EPOCH;
    }
}
