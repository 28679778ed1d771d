package com.phoneunite.benchmarks.memory;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/** Lets all threads begin an iteration together: else who is ready first has the account for itself until the others are. */
@State(Scope.Benchmark)
public class Together {

    private CyclicBarrier barrier = new CyclicBarrier(1);

    /** Of as many as the run has. */
    @Setup(Level.Trial)
    public void count(BenchmarkParams run) {
        barrier = new CyclicBarrier(run.getThreads());
    }

    /** Waits until all are here; not forever, as one of them may have failed. */
    void await() throws InterruptedException, BrokenBarrierException, TimeoutException {
        barrier.await(1, TimeUnit.MINUTES);
    }
}
