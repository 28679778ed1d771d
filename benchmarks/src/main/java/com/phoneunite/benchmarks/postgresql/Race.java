package com.phoneunite.benchmarks.postgresql;

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

        double rate() {
            return median(rates);
        }

        double ratio() {
            return median(ratios());
        }

        private List<Double> ratios() {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < rates.size(); i++) {
                ratios.add(rates.get(i) / floors.get(i));
            }
            return ratios;
        }

        @Override
        public String toString() {
            List<Double> sorted = ratios().stream().sorted().toList();
            return String.format(
                    Locale.ROOT,
                    "%-46s floor %9.0f  ours %9.0f %s/s  ratio %.2f (%.2f to %.2f in %d rounds)",
                    name,
                    median(floors),
                    rate(),
                    unit,
                    ratio(),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1),
                    sorted.size());
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

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
