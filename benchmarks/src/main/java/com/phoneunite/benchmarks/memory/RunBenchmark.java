package com.phoneunite.benchmarks.memory;

import com.phoneunite.billing.cycle.BillingRun;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The billing run of a month with everything due, ten organizations an account. Each iteration is the next month. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RunBenchmark {

    /** How many organizations an account has. */
    static final int PER_ACCOUNT = 10;

    /** The months of a run, one after the other. */
    abstract static class Months {

        private int month;

        /** The first of the next month, counted in days from 1970. */
        final long next() {
            return LocalDate.ofInstant(MemoryHost.DUE, ZoneOffset.UTC)
                    .plusMonths(month++)
                    .toEpochDay();
        }

        static void requireAll(int charged, int organizations) {
            if (charged != organizations) {
                throw new IllegalStateException(charged + " of " + organizations + " organizations were charged");
            }
        }
    }

    /** A host of ours. */
    @State(Scope.Benchmark)
    public static class Ours extends Months {

        @Param("1000")
        int organizations;

        private MemoryHost host = new MemoryHost(0, 0);

        @Setup(Level.Trial)
        public void fill() {
            host = new MemoryHost(organizations / PER_ACCOUNT, PER_ACCOUNT);
        }

        MemoryHost host() {
            return host;
        }

        BillingRun.Result month() {
            host.clock()
                    .set(LocalDate.ofEpochDay(next())
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
            BillingRun.Result result = host.billing().run();
            requireAll(result.paid(), organizations);
            return result;
        }
    }

    /** The same by hand. */
    @State(Scope.Benchmark)
    public static class ByHand extends Months {

        @Param("1000")
        int organizations;

        private HandWrittenRun run = new BareRun(0, 0);

        void fill(HandWrittenRun.Maker maker) {
            run = maker.of(organizations / PER_ACCOUNT, PER_ACCOUNT);
        }

        HandWrittenRun run() {
            return run;
        }

        int month() {
            int charged = run.charge(next());
            requireAll(charged, organizations);
            return charged;
        }
    }

    /** Bare objects. */
    @State(Scope.Benchmark)
    public static class Bare extends ByHand {

        @Setup(Level.Trial)
        public void fill() {
            fill(BareRun::new);
        }
    }

    /** Texts, decimals and a map of references. */
    @State(Scope.Benchmark)
    public static class Decimal extends ByHand {

        @Setup(Level.Trial)
        public void fill() {
            fill(DecimalRun::new);
        }
    }

    /** Bare objects, a lock and entries. */
    @Benchmark
    public int bare(Bare floor) {
        return floor.month();
    }

    /** Texts for ids, decimals, and a map of references. */
    @Benchmark
    public int decimal(Decimal floor) {
        return floor.month();
    }

    /** What a host calls. */
    @Benchmark
    public BillingRun.Result run(Ours ours) {
        return ours.month();
    }
}
