package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A peer that is not measured here: pgledger is a script of SQL, which no repository of Maven has. It was measured once beside a
 * floor, on another day and machine, so only what it is of its floor can be compared, and only where that floor is the one of our row. Of
 * single postings two rates were kept, and two of the floor: the lower ones are assumed to be those of one connection, the higher ones those
 * of eight. Between the two the peer has the ratios of both, and a goal that only one of them keeps is open.
 *
 * @param name who it is
 * @param row the row whose floor was beside it, or would have been; it counts rates
 * @param cited what both came to then
 * @param least the least that its rate was of the floor's
 * @param most the most
 * @param isSameFloor whether the floor of that row was beside it, and not another one
 * @param goal how many times its rate ours is to be at least; empty where none is set
 */
record Peer(
        String name, String row, String cited, double least, double most, boolean isSameFloor, OptionalDouble goal) {

    /** Whether a goal is kept. */
    enum Verdict {
        YES,
        NO,
        /** By one of two ratios alone. */
        OPEN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final List<String> HEADINGS =
            List.of("peer", "beside", "then", "its ratio to its floor", "ours", "times the peer", "goal", "goal met");

    private static final String NONE = "–";

    /** 1.1 of 4 thousand by one connection, 1.6 of 10 by eight, as is assumed. */
    private static final double BY_ONE = 0.28;

    private static final double BY_EIGHT = 0.16;

    static List<Peer> all() {
        String between = "not kept apart: between 1 and 8 connections";
        return List.of(
                single("1 connection", "1.1 thousand a second; floor 4 thousand", BY_ONE, BY_ONE, 2.5),
                single("2 connections", between, BY_EIGHT, BY_ONE, 2.5),
                single("4 connections", between, BY_EIGHT, BY_ONE, 6),
                single("8 connections", "1.6 thousand a second; floor 10 thousand", BY_EIGHT, BY_EIGHT, 6),
                new Peer(
                        "pgledger",
                        "PostgreSQL: billing run, 10 organizations an account",
                        "12 s; bare chunks with unnest 0.55 s",
                        0.046,
                        0.046,
                        false,
                        OptionalDouble.empty()));
    }

    private static Peer single(String connections, String cited, double least, double most, double goal) {
        return new Peer(
                "pgledger",
                "PostgreSQL: single posting, " + connections,
                cited,
                least,
                most,
                true,
                OptionalDouble.of(goal));
    }

    /** Its row, where that was measured. */
    private Optional<Figure> figure(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.row().name().equals(row))
                .peek(Peer::requireRate)
                .findFirst();
    }

    private static void requireRate(Figure figure) {
        if (figure.row().unit() != Row.Unit.A_SECOND) {
            throw new IllegalArgumentException("no rate: " + figure.row().name());
        }
    }

    /** Whether our rate is as many times its own as it is to be; empty without a goal, a figure, or the same floor. */
    Optional<Verdict> verdict(List<Figure> figures) {
        return goal.isEmpty() || !isSameFloor
                ? Optional.empty()
                : figure(figures).map(own -> verdict(own.ratio().median(), goal.getAsDouble()));
    }

    private Verdict verdict(double ours, double times) {
        return ours / most >= times ? Verdict.YES : ours / least >= times ? Verdict.OPEN : Verdict.NO;
    }

    List<String> cells(List<Figure> figures) {
        Optional<Figure> own = figure(figures);
        return List.of(
                name,
                row,
                cited,
                range(least, most) + (isSameFloor ? " of the rate (cited)" : " of the rate of another floor (cited)"),
                own.map(figure -> Table.spread(figure.ratio())).orElse("not measured"),
                own.filter(figure -> isSameFloor)
                        .map(figure -> range(
                                figure.ratio().median() / most, figure.ratio().median() / least))
                        .orElse(NONE),
                goal.isPresent() ? "at least " + Goal.number(goal.getAsDouble()) + " times" : NONE,
                verdict(figures).map(Verdict::toString).orElse(NONE));
    }

    private static String range(double from, double to) {
        String text = String.format(Locale.ROOT, "%.2g", from);
        return from == to ? text : text + String.format(Locale.ROOT, " to %.2g", to);
    }
}
