package com.phoneunite.benchmarks.postgresql;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Goal;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.postgresql.Race.Result;
import java.util.ArrayList;
import java.util.List;

/** The rows on PostgreSQL, with their goals. */
final class PostgresRows {

    static final List<Integer> ORGANIZATIONS = List.of(10, 1);
    static final List<Integer> CONNECTIONS = List.of(1, 2, 4, 8);
    static final int BULK = 100;

    /** Many more callers than connections. */
    static final int CALLERS = 64;

    static final List<Integer> SHARED = List.of(1, 4);

    /** How many connections callers of one account share. */
    static final int OF_ONE = 4;

    private static final String PLACE = "PostgreSQL: ";

    private PostgresRows() {}

    static String run(int organizations) {
        return "billing run, " + organizations + (organizations == 1 ? " organization" : " organizations")
                + " an account";
    }

    static String single(int connections) {
        return "single posting, " + of(connections);
    }

    static String sameRows(int connections) {
        return "single posting beside the same rows, " + of(connections);
    }

    private static String of(int connections) {
        return connections + (connections == 1 ? " connection" : " connections");
    }

    static String bulk(boolean ofOne) {
        return "bulk posting, " + BULK + " a call, " + (ofOne ? "of one account" : "of random ones");
    }

    static String callers(int connections, boolean ofOne) {
        return CALLERS + " callers" + (ofOne ? " of one account, " : " with a posting each, ") + of(connections);
    }

    static List<Row> all() {
        List<Row> rows = new ArrayList<>();
        ORGANIZATIONS.forEach(one -> rows.add(row(run(one), "one statement for 100 accounts", Goal.ofTheRate(0.67))));
        CONNECTIONS.forEach(one -> rows.add(row(single(one), "one prepared statement", Goal.ofTheRate(0.8))));
        CONNECTIONS.forEach(
                one -> rows.add(row(sameRows(one), "one prepared statement, the same rows", Goal.ofTheRate(0.8))));
        List.of(true, false).forEach(one -> rows.add(row(bulk(one), "one statement with unnest", Goal.ofTheRate(0.8))));
        SHARED.forEach(one -> rows.add(row(callers(one, false), "one prepared statement each", Goal.ofTheRate(0.8))));
        rows.add(row(callers(OF_ONE, true), "one prepared statement each", Goal.ofTheRate(12)));
        return List.copyOf(rows);
    }

    private static Row row(String name, String floor, Goal goal) {
        return new Row(PLACE + name, floor, Row.Unit.A_SECOND, goal);
    }

    /** What came out, in the row of its name. */
    static Figure figure(Result result) {
        Row own = all().stream()
                .filter(row -> row.name().equals(PLACE + result.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row is called " + result.name()));
        return Figure.of(own, new Samples(result.floors(), List.of()), new Samples(result.rates(), List.of()));
    }
}
