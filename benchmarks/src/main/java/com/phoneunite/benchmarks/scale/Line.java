package com.phoneunite.benchmarks.scale;

import java.util.List;
import java.util.Locale;

/**
 * A line of the arithmetic: what is reckoned, from what, and what comes out.
 *
 * @param what is reckoned
 * @param from the formula with its numbers: {@code x}, {@code /}, {@code +} and brackets; words between them are units
 * @param result what comes out
 * @param unit of the result
 */
record Line(String what, String from, double result, String unit) {

    /** Side by side, as a block of a page. */
    static String block(List<Line> lines) {
        int whats = lines.stream().mapToInt(line -> line.what.length()).max().orElse(0);
        int froms = lines.stream().mapToInt(line -> line.from.length()).max().orElse(0);
        StringBuilder text = new StringBuilder("```\n");
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + whats + "s  %-" + froms + "s  = %s %s%n",
                    line.what,
                    line.from,
                    number(line.result),
                    line.unit));
        }
        return text.append("```\n").toString().replace("\r", "");
    }

    /** Whole where it is, or large; else three figures that count. */
    static String number(double value) {
        if (value == Math.rint(value) || value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(value)));
        String told = String.format(Locale.ROOT, "%." + digits + "f", value);
        return told.contains(".") ? told.replaceAll("0+$", "").replaceAll("\\.$", "") : told;
    }
}
