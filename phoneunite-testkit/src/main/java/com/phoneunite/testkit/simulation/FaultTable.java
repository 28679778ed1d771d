package com.phoneunite.testkit.simulation;

import com.phoneunite.testkit.FaultyPaymentGateway.AskFault;
import com.phoneunite.testkit.FaultyPaymentGateway.Fault;
import com.phoneunite.testkit.FaultyPaymentGateway.NotificationFault;
import com.phoneunite.testkit.FaultyPaymentGateway.RefundFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often each fault happened, and each pair of faults to one account between two times of quiet. Immutable. */
public final class FaultTable {

    /** Every fault that can happen; nothing hangs, as nothing waits for real time. */
    static final List<Enum<?>> KINDS = Stream.<Enum<?>[]>of(
                    Fault.values(),
                    AskFault.values(),
                    RefundFault.values(),
                    NotificationFault.values(),
                    ProcessFault.values(),
                    ClockFault.values())
            .<Enum<?>>flatMap(Arrays::stream)
            .filter(one -> !one.name().startsWith("HANG"))
            .toList();

    private static final Map<Enum<?>, Integer> NUMBERS = numbers();

    private final long[] counts;
    private final long[][] pairs;

    FaultTable(long[] counts, long[][] pairs) {
        this.counts = counts.clone();
        this.pairs = Arrays.stream(pairs).map(long[]::clone).toArray(long[][]::new);
    }

    private static Map<Enum<?>, Integer> numbers() {
        Map<Enum<?>, Integer> numbers = new HashMap<>();
        KINDS.forEach(kind -> numbers.put(kind, numbers.size()));
        return Map.copyOf(numbers);
    }

    static int numberOf(Enum<?> fault) {
        Integer number = NUMBERS.get(fault);
        if (number == null) {
            throw new IllegalArgumentException(fault + " does not happen here");
        }
        return number;
    }

    /** Nothing has happened. */
    public static FaultTable nothing() {
        return new FaultTable(new long[KINDS.size()], new long[KINDS.size()][KINDS.size()]);
    }

    /** What happened here and there. */
    public FaultTable plus(FaultTable other) {
        FaultTable sum = new FaultTable(counts, pairs);
        for (int i = 0; i < counts.length; i++) {
            sum.counts[i] += other.counts[i];
            for (int j = i; j < counts.length; j++) {
                sum.pairs[i][j] += other.pairs[i][j];
            }
        }
        return sum;
    }

    /** Every fault by its name, and how often it happened, in a fixed order. */
    public List<Line> lines() {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new Line(label(KINDS.get(i)), counts[i]))
                .toList();
    }

    /**
     * A fault.
     *
     * @param fault what it is, for example {@code "process: commit failed"}
     * @param times how often it happened
     */
    public record Line(String fault, long times) {}

    /** The faults that have not happened. */
    public List<String> missing() {
        return lines().stream()
                .filter(line -> line.times() == 0)
                .map(Line::fault)
                .toList();
    }

    /** The pairs that have never met one account between two times of quiet. */
    public List<String> missingPairs() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = i; j < counts.length; j++) {
                if (pairs[i][j] == 0) {
                    missing.add(label(KINDS.get(i)) + " + " + label(KINDS.get(j)));
                }
            }
        }
        return missing;
    }

    /** The table as a page to read, in Markdown: each fault has a number, which heads its column of pairs. */
    public String page() {
        StringBuilder page = new StringBuilder("| | fault | times |");
        IntStream.range(0, counts.length)
                .forEach(i -> page.append(' ').append(i).append(" |"));
        page.append("\n|").append("---|".repeat(counts.length + 3)).append('\n');
        for (int i = 0; i < counts.length; i++) {
            page.append("| ").append(i).append(" | ").append(label(KINDS.get(i)));
            page.append(" | ").append(counts[i]).append(" |");
            for (int j = 0; j < counts.length; j++) {
                page.append(' ').append(pairs[Math.min(i, j)][Math.max(i, j)]).append(" |");
            }
            page.append('\n');
        }
        return page.toString();
    }

    /** In one line, as a report of a test shows it: what happened how often, without what did not. */
    @Override
    public String toString() {
        return lines().stream()
                .filter(line -> line.times() > 0)
                .map(line -> line.fault() + " " + line.times())
                .collect(Collectors.joining(
                        ", ",
                        "faults [",
                        "], " + missing().size() + " kinds and "
                                + missingPairs().size() + " pairs missing"));
    }

    /** All numbers in one line. */
    String line() {
        StringJoiner numbers = new StringJoiner(" ");
        for (int i = 0; i < counts.length; i++) {
            numbers.add(Long.toString(counts[i]));
            for (int j = i; j < counts.length; j++) {
                numbers.add(Long.toString(pairs[i][j]));
            }
        }
        return numbers.toString();
    }

    static FaultTable parse(String line) {
        FaultTable table = nothing();
        StringTokenizer numbers = new StringTokenizer(line);
        for (int i = 0; i < table.counts.length; i++) {
            table.counts[i] = Long.parseLong(numbers.nextToken());
            for (int j = i; j < table.counts.length; j++) {
                table.pairs[i][j] = Long.parseLong(numbers.nextToken());
            }
        }
        return table;
    }

    private static String label(Enum<?> fault) {
        return family(fault) + ": " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String family(Enum<?> fault) {
        if (fault instanceof Fault) {
            return "charge";
        }
        if (fault instanceof AskFault) {
            return "question";
        }
        if (fault instanceof RefundFault) {
            return "refund";
        }
        if (fault instanceof NotificationFault) {
            return "notification";
        }
        return fault instanceof ProcessFault ? "process" : "clock";
    }
}
