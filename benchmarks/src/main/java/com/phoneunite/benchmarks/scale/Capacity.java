package com.phoneunite.benchmarks.scale;

import static com.phoneunite.benchmarks.scale.Line.number;

import com.phoneunite.benchmarks.kept.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What so many nodes carry, in organizations: for each resource, and so in all, what the first of them to run out allows. One node is a
 * PostgreSQL as it is measured; several are its schema distributed by account, where what takes many accounts in one step is refused, and
 * everything is posted and billed in units of work of one account. No rate of those is measured: each of their round trips is taken to be as
 * slow as a whole posting with its commit, so both are faster than this. Runs have one worker, on one node and on each of several, and
 * so the rate of one connection. Immutable.
 *
 * <p>Hosts do not stand here: whatever their number, they share the rates of the database.
 */
final class Capacity {

    private static final double BYTES = 1e9;
    private static final double SECONDS = 3_600;

    private final Figures figures;
    private final Assumptions assumed;
    private final int nodes;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Resource, Double> limits = new EnumMap<>(Resource.class);
    private final double inBulk;
    private final double atRandom;

    Capacity(Figures figures, Assumptions assumed, int nodes) {
        if (nodes < 1) {
            throw new IllegalArgumentException("no nodes: " + nodes);
        }
        this.figures = figures;
        this.assumed = assumed;
        this.nodes = nodes;
        line(
                "usages of an organization",
                number(assumed.people()) + " people x " + number(assumed.calls()) + " calls x " + assumed.days()
                        + " days",
                assumed.usages(),
                "a month");
        line(
                "in its busiest hour",
                number(assumed.people()) + " people x " + number(assumed.calls()) + " calls x "
                        + number(assumed.busyHour()),
                assumed.busiest(),
                "an hour");
        limits.put(Resource.COMMITS, commits());
        inBulk = nodes > 1 ? organizations(Resource.COMMITS) : commits("the same, 100 a call", figures.bulk());
        limits.put(Resource.RUN, run());
        double things = add(new Footprint(assumed, figures::stored).things());
        limits.put(Resource.DISK, disk(things));
        double hot = hot(things);
        limits.put(Resource.MEMORY, memory(Resource.MEMORY.label(), hot));
        atRandom = memory(Resource.MEMORY.label() + ", references at random", hotAtRandom(hot));
    }

    private double line(String what, String from, double result, String unit) {
        return add(new Line(what, from, result, unit));
    }

    private double add(Line line) {
        lines.add(line);
        return line.result();
    }

    private String byNodes() {
        return nodes == 1 ? "" : " x " + nodes + " nodes";
    }

    private double commits() {
        double rate = figures.single();
        if (nodes > 1) {
            rate = line(
                    "postings in units of work",
                    number(figures.single()) + " a second / " + number(figures.tripsOfPosting()) + " round trips"
                            + byNodes(),
                    figures.single() / figures.tripsOfPosting() * nodes,
                    "a second");
        }
        return commits(Resource.COMMITS.label(), rate);
    }

    private double commits(String what, double rate) {
        return line(
                what,
                number(rate) + " a second x " + number(assumed.planned()) + " x 3,600 s / " + number(assumed.busiest())
                        + " usages",
                rate * assumed.planned() * SECONDS / assumed.busiest(),
                "organizations");
    }

    private double run() {
        double rate = figures.charged();
        if (nodes > 1) {
            rate = line(
                    "accounts billed alone",
                    number(assumed.organizations()) + " organizations x " + number(figures.one()) + " a second / "
                            + number(figures.tripsOfBilling()) + " round trips" + byNodes(),
                    assumed.organizations() * figures.one() / figures.tripsOfBilling() * nodes,
                    "organizations a second");
        }
        return line(
                Resource.RUN.label(),
                number(rate) + " a second x " + number(assumed.planned()) + " x " + number(assumed.window())
                        + " h x 3,600 s / " + number(assumed.busyDay()),
                rate * assumed.planned() * assumed.window() * SECONDS / assumed.busyDay(),
                "organizations");
    }

    private double disk(double things) {
        double month = add(new Footprint(assumed, figures::stored).month("its ledger"));
        add(new Footprint(assumed, figures::logged).month("its log, to archive or to send on"));
        return line(
                Resource.DISK.label(),
                number(assumed.disk()) + " GB x 1,000,000,000 x " + number(assumed.full()) + byNodes() + " / ("
                        + number(things) + " + " + assumed.months() + " months x " + number(month) + ")",
                assumed.disk() * BYTES * assumed.full() * nodes / (things + assumed.months() * month),
                "organizations");
    }

    private double hot(double things) {
        double entry = figures.stored(Thing.ENTRY);
        return line(
                "read and written all the time",
                number(things) + " + " + number(assumed.usages()) + " entries x " + number(entry) + " x "
                        + assumed.hotDays() + " / " + assumed.days() + " days",
                things + assumed.usages() * entry * assumed.hotDays() / assumed.days(),
                "bytes an organization");
    }

    /** Where references do not grow with time, the next one may go to any page of their index, however old the ledger. */
    private double hotAtRandom(double hot) {
        return line(
                "the same, references at random",
                number(hot) + " + " + number(assumed.usages()) + " entries x " + assumed.months() + " months x ("
                        + assumed.reference() + " characters + " + assumed.keyed() + ") / " + number(assumed.packed()),
                hot + assumed.usages() * assumed.months() * (assumed.reference() + assumed.keyed()) / assumed.packed(),
                "bytes an organization");
    }

    private double memory(String what, double hot) {
        return line(
                what,
                number(assumed.ram()) + " GB x 1,000,000,000 x " + number(assumed.hot()) + byNodes() + " / "
                        + number(hot),
                assumed.ram() * BYTES * assumed.hot() * nodes / hot,
                "organizations");
    }

    /** How many organizations that resource carries. */
    double organizations(Resource resource) {
        return limits.getOrDefault(resource, 0.0);
    }

    /** How many are carried by the commit rate where usage comes a hundred a call; no more than one by one on several nodes. */
    double inBulk() {
        return inBulk;
    }

    /** How many are carried by the memory where references are random, and do not grow with time as is assumed. */
    double atRandom() {
        return atRandom;
    }

    /** What runs out first. */
    Resource first() {
        return limits.entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }

    /** How many organizations are carried in all. */
    double organizations() {
        return organizations(first());
    }

    /** How it was reckoned. */
    List<Line> lines() {
        return List.copyOf(lines);
    }
}
