package com.phoneunite.benchmarks.scale;

import com.phoneunite.benchmarks.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Draws the parts of docs/scale.md that are reckoned: each stands between {@code <!-- drawn: NAME -->} and {@code <!-- /drawn -->}, and
 * everything else of the page is written by hand.
 */
public final class Scale {

    /** What stands in each part as long as nothing was measured. */
    public static final String NOT_MEASURED =
            "*Not measured yet: the long version of the benchmarks writes the figures.*\n";

    /** What can run out, as the page calls it. */
    public static final List<String> RESOURCES =
            Stream.of(Resource.values()).map(Resource::label).toList();

    private static final Pattern PART = Pattern.compile("<!-- drawn: (\\w+) -->\n(.*?)<!-- /drawn -->", Pattern.DOTALL);
    private static final List<Double> CALLS = List.of(2.0, 20.0, 200.0);
    private static final List<Integer> NODES = List.of(4, 16);
    private static final List<Integer> MONTHS = List.of(1, 12, 36);

    private final Map<String, String> parts = new LinkedHashMap<>();

    private Scale(Optional<Figures> figures) {
        Assumptions usual = Assumptions.USUAL;
        parts.put("assumed", Table.markdown(usual.rows()));
        parts.put("carried", figures.map(known -> carried(known, usual)).orElse(NOT_MEASURED));
        parts.put(
                "arithmetic",
                figures.map(known -> Line.block(new Capacity(known, usual, 1).lines()))
                        .orElse(NOT_MEASURED));
        parts.put("calls", figures.map(known -> byCalls(known, usual)).orElse(NOT_MEASURED));
        parts.put("further", figures.map(known -> further(known, usual)).orElse(NOT_MEASURED));
        parts.put("nodes", figures.map(known -> byNodes(known, usual)).orElse(NOT_MEASURED));
        parts.put(
                "heap",
                figures.map(known -> Line.block(new Heap(known, usual).lines(MONTHS)))
                        .orElse(NOT_MEASURED));
    }

    /**
     * The page with its parts drawn anew.
     *
     * @param page as it is
     * @param benchmarks docs/benchmarks.md; empty as long as it was not written
     * @param postgresql docs/postgresql.md
     * @throws IllegalArgumentException if the page has a part that nobody knows, one twice, or not all of them
     */
    public static String draw(String page, Optional<String> benchmarks, String postgresql) {
        Map<String, String> parts = new Scale(benchmarks.map(text -> Figures.read(text, postgresql))).parts;
        List<String> there =
                PART.matcher(page).results().map(found -> found.group(1)).toList();
        if (!there.stream()
                .sorted()
                .toList()
                .equals(parts.keySet().stream().sorted().toList())) {
            throw new IllegalArgumentException("the page has " + there + " and is to have " + parts.keySet());
        }
        return PART.matcher(page).replaceAll(found -> Matcher.quoteReplacement(drawn(found, parts)));
    }

    private static String drawn(MatchResult found, Map<String, String> parts) {
        String name = found.group(1);
        return "<!-- drawn: " + name + " -->\n" + parts.get(name) + "<!-- /drawn -->";
    }

    private static String carried(Figures figures, Assumptions assumed) {
        Capacity capacity = new Capacity(figures, assumed, 1);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("what allows it", "organizations", "accounts", "usages a month"));
        for (Resource one : Resource.values()) {
            String label = one == capacity.first() ? "**" + one.label() + "**, which ends first" : one.label();
            rows.add(carried(label, capacity.organizations(one), assumed));
            if (one == Resource.COMMITS) {
                rows.add(carried(one.label() + ", usage sent a hundred a call", capacity.inBulk(), assumed));
            }
            if (one == Resource.MEMORY) {
                rows.add(carried(one.label() + ", references at random", capacity.atRandom(), assumed));
            }
        }
        return Table.markdown(rows)
                + String.format(
                        Locale.ROOT,
                        "%nPostings one by one: %s a second by one connection, %s by %d, which is the most.%n",
                        Line.number(figures.one()),
                        Line.number(figures.single()),
                        figures.connections());
    }

    private static List<String> carried(String label, double organizations, Assumptions assumed) {
        return List.of(
                label,
                down(organizations),
                down(organizations / assumed.organizations()),
                down(organizations * assumed.usages()));
    }

    private static String byCalls(Figures figures, Assumptions assumed) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings("calls of a person a day", "usages of an organization a month"));
        for (double calls : CALLS) {
            Assumptions those = assumed.calls(calls);
            rows.add(limits(new Capacity(figures, those, 1), Line.number(calls), Line.number(those.usages())));
        }
        return Table.markdown(rows);
    }

    private static String further(Figures figures, Assumptions assumed) {
        Assumptions larger = assumed.on(4 * assumed.disk(), 4 * assumed.ram());
        List<List<String>> rows = new ArrayList<>();
        rows.add(headings("on"));
        rows.add(limits(new Capacity(figures, assumed, 1), "one PostgreSQL, whatever the number of hosts"));
        rows.add(limits(new Capacity(figures, larger, 1), "one PostgreSQL with four times the disk and the memory"));
        for (int nodes : NODES) {
            rows.add(limits(new Capacity(figures, assumed, nodes), nodes + " nodes, distributed by account"));
        }
        return Table.markdown(rows);
    }

    /** What is reckoned otherwise for several nodes. */
    private static String byNodes(Figures figures, Assumptions assumed) {
        List<Line> one = new Capacity(figures, assumed, 1).lines();
        return Line.block(new Capacity(figures, assumed, NODES.get(0))
                .lines().stream().filter(line -> !one.contains(line)).toList());
    }

    private static List<String> headings(String... first) {
        return joined(Stream.of(first), Stream.of("organizations", "ends first"), RESOURCES.stream());
    }

    private static List<String> limits(Capacity capacity, String... first) {
        return joined(
                Stream.of(first),
                Stream.of(down(capacity.organizations()), capacity.first().label()),
                Stream.of(Resource.values()).map(one -> down(capacity.organizations(one))));
    }

    private static List<String> joined(Stream<String> first, Stream<String> second, Stream<String> third) {
        return Stream.concat(first, Stream.concat(second, third)).toList();
    }

    /** Two figures that count, never more than there is. */
    static String down(double value) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1));
        return String.format(Locale.ROOT, "%,.0f", Math.floor(value / step) * step);
    }
}
