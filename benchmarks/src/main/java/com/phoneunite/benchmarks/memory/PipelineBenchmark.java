package com.phoneunite.benchmarks.memory;

import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/** A given number of postings in each iteration, as {@link PostBenchmark} has them, through the pipeline of exchange-core. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PipelineBenchmark {

    /** The pipeline. */
    @State(Scope.Benchmark)
    public static class Exchange {

        @Param("1000")
        int operations;

        private @Nullable Pipeline pipeline;

        @Setup(Level.Trial)
        public void start(BenchmarkParams run) {
            pipeline = new Pipeline(run.getThreads(), MemoryHost.FUNDS);
        }

        @TearDown(Level.Trial)
        public void end() {
            pipeline().close();
        }

        Pipeline pipeline() {
            return Objects.requireNonNull(pipeline, "pipeline");
        }
    }

    /** Where an iteration begins. */
    @State(Scope.Thread)
    public static class Start {

        @Setup(Level.Iteration)
        public void begin(Together together) throws InterruptedException, BrokenBarrierException, TimeoutException {
            together.await();
        }
    }

    /** Posts, and waits for the answers. */
    @Benchmark
    public void post(Exchange exchange, Start start, ThreadParams thread) {
        exchange.pipeline().post(thread.getThreadIndex(), exchange.operations);
    }
}
