package com.phoneunite.benchmarks.memory;

import com.phoneunite.benchmarks.memory.Posters.Poster;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * Posts a given number of usages to the ledgers of so many accounts; with one account, to a hot one. Entries are kept, so an iteration is
 * a number of postings and not a time.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PostBenchmark {

    /** What a thread posts in an iteration. */
    @State(Scope.Thread)
    public static class Work {

        @Param("1000")
        int accounts;

        @Param("1000")
        int operations;

        private Load load = new Load("", 1, 0);

        @Setup(Level.Trial)
        public void name(ThreadParams thread) {
            load = new Load(thread.getThreadIndex() + "", accounts, operations);
        }

        @Setup(Level.Iteration)
        public void renew(Together together) throws InterruptedException, BrokenBarrierException, TimeoutException {
            load.renew();
            together.await();
        }
    }

    /** Ledgers of ours. */
    @State(Scope.Benchmark)
    public static class Ours {

        @Param("1000")
        int accounts;

        /** How many entries each account has before. */
        @Param("0")
        int before;

        private MemoryHost host = new MemoryHost(0, 0);
        private Poster oneStep = Posters.oneStep(host);
        private Poster unitOfWork = oneStep;
        private Poster frontDoor = oneStep;

        @Setup(Level.Trial)
        public void fill() {
            host = new MemoryHost(accounts, 1);
            oneStep = Posters.oneStep(host);
            unitOfWork = Posters.unitOfWork(host);
            frontDoor = Posters.frontDoor(host);
            oneStep.postAll(new Load("before", accounts, accounts * before));
        }
    }

    /** Ledgers written by hand. */
    @State(Scope.Benchmark)
    public static class ByHand {

        @Param("1000")
        int accounts;

        private Poster locked = Posters.byHand(LockedLedger.plain());
        private Poster keyed = locked;
        private Poster decimal = locked;

        @Setup(Level.Trial)
        public void fill() {
            locked = opened(LockedLedger.plain());
            keyed = opened(LockedLedger.keyed());
            decimal = opened(new DecimalLedger());
        }

        private Poster opened(HandWritten ledger) {
            for (int i = 0; i < accounts; i++) {
                ledger.open(MemoryHost.account(i).value(), MemoryHost.FUNDS);
            }
            return Posters.byHand(ledger);
        }
    }

    /** A lock and an entry. */
    @Benchmark
    public void locked(ByHand floor, Work work) {
        floor.locked.postAll(work.load);
    }

    /** A lock, an entry and a map of references. */
    @Benchmark
    public void keyed(ByHand floor, Work work) {
        floor.keyed.postAll(work.load);
    }

    /** Decimals and moments as objects. */
    @Benchmark
    public void decimal(ByHand floor, Work work) {
        floor.decimal.postAll(work.load);
    }

    /** The port that posts in one step. */
    @Benchmark
    public void oneStep(Ours ours, Work work) {
        ours.oneStep.postAll(work.load);
    }

    /** The port of the ledger in a unit of work. */
    @Benchmark
    public void unitOfWork(Ours ours, Work work) {
        ours.unitOfWork.postAll(work.load);
    }

    /** What a host calls. */
    @Benchmark
    public void frontDoor(Ours ours, Work work) {
        ours.frontDoor.postAll(work.load);
    }
}
