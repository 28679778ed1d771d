package com.phoneunite.testkit.simulation;

import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import com.phoneunite.testkit.audit.AuditorModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the real code of two hosts over one store: a program of operations drawn from a seed, with faults of the gateway, crashes of processes
 * and failures of the store, and clocks that are moved. Each step is judged, and each now and then faults stop, and it is judged whether
 * everything settles. The same seed does the same.
 *
 * <pre>{@code
 * Simulation.over(() -> BillingStore.in(InMemoryStore.create())).seed(42).steps(1_000).run();
 * }</pre>
 *
 * <p>Immutable: each method answers with another simulation. Nothing waits for real time, and no log tells of anything but what was meant to
 * happen.
 */
public final class Simulation {

    private static final int TRIES_TO_MINIMIZE = 1_500;

    private final Setup setup;
    private final long seed;
    private final int steps;
    private final Optional<List<Integer>> only;

    private Simulation(Setup setup, long seed, int steps, Optional<List<Integer>> only) {
        this.setup = setup;
        this.seed = seed;
        this.steps = steps;
        this.only = only;
    }

    /**
     * Begins to simulate over a store.
     *
     * @param stores makes an empty store, each time it is asked; every unit of work of it is judged, and it is not closed. A store that is not
     *     empty is refused with an {@link IllegalStateException}
     */
    public static Simulation over(Supplier<? extends BillingStore> stores) {
        return new Simulation(
                new Setup(Objects.requireNonNull(stores, "stores"), Wiring.standard(), AuditorModel::of),
                1,
                1_000,
                Optional.empty());
    }

    /** Begins to simulate over the embedded store. */
    public static Simulation inMemory() {
        return over(() -> BillingStore.in(InMemoryStore.create()));
    }

    /** What everything is drawn from; 1 unless told otherwise. */
    public Simulation seed(long number) {
        return new Simulation(setup, number, steps, only);
    }

    /**
     * How many commands the program has, 1,000 unless told otherwise.
     *
     * @param count 1 or more
     */
    public Simulation steps(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a program has a step");
        }
        return new Simulation(setup, seed, count, only);
    }

    /** Keeps these commands of the program only, as a failure tells them; none where none is named. */
    public Simulation only(Integer... indexes) {
        return new Simulation(setup, seed, steps, Optional.of(List.of(indexes)));
    }

    /** How the hosts are built; as {@link Wiring#standard()} unless told otherwise. */
    public Simulation wiring(Wiring hosts) {
        return new Simulation(
                new Setup(setup.stores(), Objects.requireNonNull(hosts, "hosts"), setup.audit()), seed, steps, only);
    }

    /** What judges; {@link AuditorModel} unless told otherwise. */
    public Simulation audit(AuditFactory factory) {
        return new Simulation(
                new Setup(setup.stores(), setup.wiring(), Objects.requireNonNull(factory, "factory")),
                seed,
                steps,
                only);
    }

    /**
     * Runs it.
     *
     * @throws SimulationFailure if a rule is broken
     * @throws IllegalStateException if there is nothing to simulate: the store is not empty at the beginning, or the wiring answers null
     */
    public SimulationReport run() {
        Program all = Program.draw(seed, steps);
        Program program = only.map(all::only).orElse(all);
        Outcome outcome = run(program, false);
        if (outcome.broken().isPresent()) {
            throw failure(program, outcome.broken().get());
        }
        return new SimulationReport(seed, outcome.steps(), outcome.traceHash(), outcome.faults());
    }

    /**
     * The same for many seeds.
     *
     * @param from the first
     * @param to the last
     */
    public SimulationSweep seeds(long from, long to) {
        return new SimulationSweep(this, from, to, 1, Optional.empty());
    }

    int steps() {
        return steps;
    }

    private Outcome run(Program program, boolean isTold) {
        return new Simulator(setup, seed, program, isTold).run();
    }

    private SimulationFailure failure(Program program, Outcome.Broken broken) {
        int tries = broken.rule().equals(Baton.STALLED) ? 0 : TRIES_TO_MINIMIZE;
        Program smallest =
                new Minimizer(smaller -> run(smaller, false).broken(), broken.rule(), tries).minimize(program);
        Outcome told = run(smallest, true);
        return new SimulationFailure(seed, steps, told.broken().orElse(broken), smallest.indexes(), told.story());
    }
}
