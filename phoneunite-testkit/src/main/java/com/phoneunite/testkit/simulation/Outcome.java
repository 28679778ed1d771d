package com.phoneunite.testkit.simulation;

import java.util.List;
import java.util.Optional;

/**
 * How the run of a program ended.
 *
 * @param traceHash the hash of all that was done
 * @param steps how many commands were done
 * @param faults what happened
 * @param broken the rule that was broken, if one was
 * @param story the commands in words, where that was asked for
 */
record Outcome(String traceHash, int steps, FaultTable faults, Optional<Broken> broken, List<String> story) {

    /**
     * That a rule was broken.
     *
     * @param rule its id
     * @param sentence how
     * @param index the index of the last command that was begun
     */
    record Broken(String rule, String sentence, int index) {}
}
