package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.figure.Tenfold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The figures as cells, for a terminal and for a page, and read from a page again. */
public final class Table {

    static final List<String> HEADINGS = List.of(
            "what",
            "floor",
            "floor takes",
            "ours takes",
            "ratio, median of rounds (least to most)",
            "goal",
            "goal met",
            "bytes: floor, ours");

    static final List<String> TENFOLD_HEADINGS = List.of(
            "what",
            "size",
            "takes",
            "ten times as many take",
            "times, median of rounds (least to most)",
            "goal",
            "goal met");

    private static final MathContext FIGURES = new MathContext(3);

    private Table() {}

    static List<String> cells(Figure figure) {
        Row row = figure.row();
        return List.of(
                row.name(),
                row.floor(),
                number(figure.floor().median()) + " " + row.unit().sign(),
                number(figure.ours().median()) + " " + row.unit().sign(),
                spread(figure.ratio()),
                row.goal().toString(),
                kept(figure),
                bytes(figure.floorBytes()) + ", " + bytes(figure.bytes()));
    }

    static List<String> cells(Tenfold one) {
        return List.of(
                one.name(),
                String.format(Locale.ROOT, "%,d", one.size()),
                number(one.few().median()) + " " + one.unit(),
                number(one.many().median()) + " " + one.unit(),
                spread(one.times()),
                "at most " + Goal.number(one.limit()) + " times",
                kept(one.isKept()));
    }

    private static String kept(Figure figure) {
        return figure.row().goal().equals(Goal.NONE) ? "–" : kept(figure.isGoalKept());
    }

    static String kept(boolean isKept) {
        return isKept ? "yes" : "no";
    }

    /** The median with the least and the most. */
    static String spread(Spread ratio) {
        return number(ratio.median()) + " (" + number(ratio.least()) + " to " + number(ratio.most()) + ")";
    }

    private static String bytes(OptionalDouble bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%,.0f", bytes.getAsDouble()) : "–";
    }

    /** Three figures that count, or all before the point; of what is not below zero. */
    public static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FIGURES);
        int before = rounded.precision() - rounded.scale();
        return before > FIGURES.getPrecision() || value == 0
                ? String.format(Locale.ROOT, "%,.0f", value)
                : rounded.setScale(FIGURES.getPrecision() - before, RoundingMode.UNNECESSARY)
                        .toPlainString();
    }

    /** Columns side by side. */
    static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(one -> one.get(at).length())
                        .max()
                        .orElse(0);
                line.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The same for a page. */
    public static String markdown(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
        return text.toString();
    }

    /** The rows of the table below that heading of a page, each as its cells; the headings of the columns are left out. */
    public static List<List<String>> read(String page, String heading) {
        int begin = page.indexOf("\n## " + heading + "\n");
        if (begin < 0) {
            throw new IllegalArgumentException("no part of the page is called " + heading);
        }
        String behind = page.substring(begin + 4 + heading.length());
        int next = behind.indexOf("\n## ");
        return (next < 0 ? behind : behind.substring(0, next))
                .lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
