package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.figure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two that do the same, in turns within one run, so that what else the machine does hits both. What is told is the ratio of their rates,
 * the median of all rounds and the least and the most.
 *
 * @param name what they do
 * @param unit what is counted
 * @param floor written by hand
 * @param ours through the front door
 */
record Race(String name, String unit, Contender floor, Contender ours) {

    /** Does it for a while, or once. */
    @FunctionalInterface
    interface Contender {
        /** Answers with how many were done a second in the round of that number. */
        double rate(int round) throws Exception;
    }

    /**
     * What came out.
     *
     * @param name what was done
     * @param unit what was counted
     * @param floors the floor's rates
     * @param rates ours
     */
    record Result(String name, String unit, List<Double> floors, List<Double> rates) {

        @Override
        public String toString() {
            Spread ratio = Spread.ofRatios(rates, floors);
            return String.format(
                    Locale.ROOT,
                    "%-46s floor %9.0f  ours %9.0f %s/s  ratio %.2f (%.2f to %.2f in %d rounds)",
                    name,
                    Spread.of(floors).median(),
                    Spread.of(rates).median(),
                    unit,
                    ratio.median(),
                    ratio.least(),
                    ratio.most(),
                    rates.size());
        }
    }

    /** Runs so many rounds, after one that does not count. */
    Result run(int rounds) throws Exception {
        List<Double> floors = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            boolean floorFirst = round % 2 == 0;
            double first = (floorFirst ? floor : ours).rate(round);
            double second = (floorFirst ? ours : floor).rate(round);
            if (round > 0) {
                floors.add(floorFirst ? first : second);
                rates.add(floorFirst ? second : first);
            }
        }
        return new Result(name, unit, floors, rates);
    }
}
