package com.phoneunite.benchmarks.scale;

import static com.phoneunite.benchmarks.scale.Line.number;

import java.util.ArrayList;
import java.util.List;

/**
 * What the store in memory holds in a gigabyte (10^9 bytes) of heap, with all of the ledger, of which it forgets nothing.
 *
 * @param figures what is kept of each thing
 * @param assumed how customers live
 */
record Heap(Figures figures, Assumptions assumed) {

    private static final double GIGABYTE = 1e9;

    private Line things() {
        return new Footprint(assumed, figures::memory).things();
    }

    private Line month() {
        return new Footprint(assumed, figures::memory).month("its ledger");
    }

    /** Organizations a gigabyte, once each has lived for so many months. */
    double organizations(int months) {
        return GIGABYTE / (things().result() + months * month().result());
    }

    /** How it is reckoned, after each of these times. */
    List<Line> lines(List<Integer> months) {
        List<Line> lines = new ArrayList<>(List.of(things(), month()));
        for (int each : months) {
            lines.add(new Line(
                    "a gigabyte after " + each + (each == 1 ? " month" : " months"),
                    "1,000,000,000 / (" + number(things().result()) + " + " + each + " x " + number(month().result())
                            + ")",
                    organizations(each),
                    "organizations"));
        }
        return lines;
    }
}
