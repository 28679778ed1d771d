package com.phoneunite.telephony;

import com.phoneunite.input.DisplayName;
import com.phoneunite.input.InputRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Rule T3: how a call would go through a call tree, without being placed. Immutable.
 *
 * @param steps the greetings that the caller hears, one after the other
 * @param end where the call ends up; empty where the caller is still to press a key in the menu of the last step
 */
public record CallWalk(List<Step> steps, Optional<Destination> end) {

    /** The most keys of a walk. */
    public static final int MAX_PRESSES = 200;

    /** In the place of a key: nothing is pressed until the timeout. */
    public static final char NOTHING = '-';

    public CallWalk {
        steps = List.copyOf(steps);
    }

    /**
     * A greeting is heard.
     *
     * @param callTree the name of the call tree
     * @param menu the menu
     * @param greeting what is heard
     * @param tries the how manieth time, from 1
     */
    public record Step(DisplayName callTree, MenuName menu, Greeting greeting, int tries) {}

    /**
     * The way of a call through the call tree.
     *
     * @param presses what the caller presses: keys, and {@value #NOTHING} for nothing until the timeout; spaces and commas count for
     *     nothing
     * @param others finds the other call trees of the organization
     * @throws IllegalArgumentException if the call comes to a menu that is not there, as {@link CallTreeVerdict} would have told
     */
    public static CallWalk through(CallTree tree, String presses, Function<CallTreeId, Optional<CallTree>> others) {
        Walker walker = new Walker(tree, others);
        presses.chars().filter(press -> press != ' ' && press != ',').forEach(press -> walker.press((char) press));
        return new CallWalk(walker.steps, walker.end);
    }

    /** The text can be pressed. */
    public static final class Rule implements InputRule<String> {
        @Override
        public void check(String value, BiConsumer<String, String> report) {
            if (value.length() > MAX_PRESSES) {
                report.accept("TOO_LONG", "must be at most " + MAX_PRESSES + " characters long");
            }
            if (!value.chars().allMatch(c -> (Menu.KEYS + NOTHING + " ,").indexOf(c) >= 0)) {
                report.accept("NOT_A_KEY", "must be keys of a phone, or " + NOTHING + " for none");
            }
        }
    }

    private static final class Walker {

        private final Function<CallTreeId, Optional<CallTree>> others;
        private final List<Step> steps = new ArrayList<>();
        private CallTree tree;
        private MenuName menu;
        private int tries;
        private Optional<Destination> end = Optional.empty();

        Walker(CallTree tree, Function<CallTreeId, Optional<CallTree>> others) {
            this.others = others;
            this.tree = tree;
            this.menu = tree.root();
            hear(1);
        }

        /** Whoever has arrived presses in vain. */
        void press(char press) {
            if (end.isPresent()) {
                return;
            }
            Menu here = CallTreeVerdict.menu(tree, menu);
            Destination chosen = here.keys().get(press);
            if (chosen != null) {
                go(chosen);
            } else if (tries < here.tries()) {
                hear(tries + 1);
            } else {
                go(press == NOTHING ? here.onTimeout() : here.onInvalid());
            }
        }

        private void go(Destination destination) {
            Optional<MenuName> inside = CallTreeVerdict.menuOf(destination);
            Optional<CallTree> other = CallTreeVerdict.callTreeOf(destination).flatMap(others);
            if (inside.isPresent()) {
                menu = inside.get();
                hear(1);
            } else if (other.isPresent()) {
                tree = other.get();
                menu = tree.root();
                hear(1);
            } else {
                end = Optional.of(destination);
            }
        }

        private void hear(int time) {
            tries = time;
            steps.add(
                    new Step(tree.name(), menu, CallTreeVerdict.menu(tree, menu).greeting(), time));
        }
    }
}
