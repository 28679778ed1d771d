package com.phoneunite.benchmarks.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM with a small heap that makes billing runs, and collects again and again meanwhile: what was live at most is what a run holds, with
 * the classes, the pool and the driver around it. A first run fills what these keep for good.
 */
final class SmallHeap {

    /** About twice what is live in it: room for what comes and goes, and hardly for what would grow with a run. */
    static final int MIB = 32;

    /** About what a collection takes, so that runs are half as fast as without. */
    private static final int PAUSE = 25;

    private static final String PEAK = "peak ";

    private SmallHeap() {}

    /** The JVM itself: where the database is, in which schema, how many organizations are due, from which month on, how often. */
    @SuppressWarnings("SystemOut") // what the other process reads
    public static void main(String... arguments) throws InterruptedException {
        try (HikariDataSource pool = Server.pool(arguments[0])) {
            OurRuns runs = OurRuns.in(pool, arguments[1], Integer.parseInt(arguments[2]));
            int first = Integer.parseInt(arguments[3]);
            runs.rate(first);
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicLong peak = new AtomicLong();
            Thread collector = new Thread(
                    () -> {
                        while (!isOver.get()) {
                            peak.accumulateAndGet(live(), Math::max);
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE));
                        }
                    },
                    "collector");
            collector.start();
            for (int more = 1; more <= Integer.parseInt(arguments[4]); more++) {
                runs.rate(first + more);
            }
            isOver.set(true);
            collector.join();
            System.out.println(PEAK + peak);
        }
    }

    private static long live() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /**
     * What was live at most in such a JVM, in bytes.
     *
     * @param first the month of the run that does not count
     * @param months how many behind it do
     * @throws IllegalStateException if its run did not come to its end, as when the heap was too small
     */
    static long peak(String url, String schema, int due, int first, int months)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MIB + "m",
                        "-XX:SoftRefLRUPolicyMSPerMB=0", // what is only kept while there is room is not held
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        url,
                        schema,
                        Integer.toString(due),
                        Integer.toString(first),
                        Integer.toString(months))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || !told.startsWith(PEAK)) {
            throw new IllegalStateException("a run in a small heap came to no end: " + told);
        }
        return Long.parseLong(told.substring(PEAK.length()));
    }
}
