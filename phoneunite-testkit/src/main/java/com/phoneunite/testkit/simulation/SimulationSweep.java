package com.phoneunite.testkit.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Many simulations that differ by their seeds. What is finished can be remembered in a file, so that a sweep that was ended goes on where it
 * was. Immutable.
 */
public final class SimulationSweep {

    private static final int SEEDS_IN_A_RANGE = 50;

    private final Simulation simulation;
    private final long from;
    private final long to;
    private final int workers;
    private final Optional<Path> file;

    SimulationSweep(Simulation simulation, long from, long to, int workers, Optional<Path> file) {
        if (to < from) {
            throw new IllegalArgumentException("the first seed comes first");
        }
        this.simulation = simulation;
        this.from = from;
        this.to = to;
        this.workers = workers;
        this.file = file;
    }

    /**
     * Several simulations side by side, each of which is the same as alone. One unless told otherwise.
     *
     * @param count 1 or more
     */
    public SimulationSweep workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("somebody has to work");
        }
        return new SimulationSweep(simulation, from, to, count, file);
    }

    /** Remembers in that file which ranges of seeds are finished, and leaves out those that are. It belongs to one version of the code. */
    public SimulationSweep rememberedIn(Path finished) {
        return new SimulationSweep(simulation, from, to, workers, Optional.of(finished));
    }

    /**
     * Runs all of them.
     *
     * @throws SimulationFailure the first one, if any breaks a rule; what is finished by then stays remembered
     */
    public SweepReport run() {
        Map<Long, SweepReport> finished = read();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Future<SweepReport>> ranges = new ArrayList<>();
            for (long first = from; first <= to; first += SEEDS_IN_A_RANGE) {
                long start = first;
                long end = Math.min(to, first + SEEDS_IN_A_RANGE - 1);
                SweepReport known = finished.get(start);
                boolean isKnown = known != null && known.to() == end;
                ranges.add(pool.submit(() -> isKnown ? known : range(start, end)));
            }
            SweepReport all = ranges.isEmpty() ? SweepReport.nothing(from) : awaited(ranges.get(0));
            for (Future<SweepReport> range : ranges.subList(1, ranges.size())) {
                all = all.and(awaited(range));
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    private SweepReport range(long start, long end) {
        SweepReport report = LongStream.rangeClosed(start, end)
                .mapToObj(seed -> SweepReport.of(simulation.seed(seed).run()))
                .reduce(SweepReport::and)
                .orElseThrow();
        remember(report);
        return report;
    }

    private static SweepReport awaited(Future<SweepReport> range) {
        try {
            return range.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SimulationFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the sweep was interrupted", e);
        }
    }

    private synchronized void remember(SweepReport report) {
        file.ifPresent(path -> {
            try {
                Files.writeString(path, report.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Map<Long, SweepReport> read() {
        Map<Long, SweepReport> known = new TreeMap<>();
        if (file.filter(Files::exists).isPresent()) {
            try {
                Files.readAllLines(file.get()).stream()
                        .map(SweepReport::parse)
                        .filter(one -> one.steps() == (one.to() - one.from() + 1) * simulation.steps())
                        .forEach(one -> known.put(one.from(), one));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }
}
