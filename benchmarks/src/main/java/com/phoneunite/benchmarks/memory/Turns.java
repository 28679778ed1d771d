package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.figure.Figure.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lets contenders take turns, so that what else the machine does hits all of them. */
final class Turns {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * What a JVM of its own for a turn is started with. The heap has its size, and all of its pages, before anything is measured: fresh
     * ones are else paid by whoever allocates more.
     */
    static final String[] JVM = {"-Xms5g", "-Xmx5g", "-XX:+AlwaysPreTouch", "-Dorg.jboss.logging.provider=slf4j"};

    private final Effort effort;

    Turns(Effort effort) {
        this.effort = effort;
    }

    /** Each in each round; every second round in the reverse order. Where they share a JVM, a first round warms it up. */
    Map<Contender, Samples> of(Collection<Contender> contenders) throws RunnerException {
        List<Contender> order = new ArrayList<>(new LinkedHashSet<>(contenders));
        Map<Contender, Samples> samples = new LinkedHashMap<>();
        order.forEach(one -> samples.put(one, new Samples(new ArrayList<>(), new ArrayList<>())));
        for (int round = effort.forked() ? 1 : 0; round <= effort.rounds(); round++) {
            for (Contender one : order) {
                RunResult result = new Runner(options(one).build()).runSingle();
                if (round > 0) {
                    Samples own = samples.getOrDefault(one, new Samples(new ArrayList<>(), new ArrayList<>()));
                    own.values().add(result.getPrimaryResult().getScore() / one.threads());
                    Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
                    own.allocated().add(allocated == null ? Double.NaN : allocated.getScore());
                }
            }
            Collections.reverse(order);
        }
        return samples;
    }

    private ChainedOptionsBuilder options(Contender one) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + one.benchmark().getName().replace(".", "\\.") + "\\." + one.method() + "$")
                .forks(effort.forked() ? 1 : 0)
                .threads(one.threads())
                .operationsPerInvocation(one.operations())
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .jvmArgs(JVM)
                .verbosity(VerboseMode.SILENT);
        one.parameters().forEach((name, value) -> options.param(name, Integer.toString(value)));
        return options;
    }
}
