package com.phoneunite.benchmarks.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A JVM with a small heap that makes one billing run, and collects without a pause meanwhile: what was live at most is what the run
 * holds, with the classes, the pool and the driver around it.
 */
final class SmallHeap {

    /** Four times what is live in it: whatever grew with the run would be seen before it fails. */
    private static final String HEAP = "-Xmx32m";

    private static final String PEAK = "peak ";

    private SmallHeap() {}

    /** The JVM itself: where the database is, in which schema, how many organizations are due, in which month. */
    @SuppressWarnings("SystemOut") // what the other process reads
    public static void main(String... arguments) throws InterruptedException {
        try (HikariDataSource pool = Server.pool(arguments[0])) {
            OurRuns runs = OurRuns.in(pool, arguments[1], Integer.parseInt(arguments[2]));
            AtomicBoolean isOver = new AtomicBoolean();
            AtomicLong peak = new AtomicLong();
            Thread collector = new Thread(
                    () -> {
                        while (!isOver.get()) {
                            peak.accumulateAndGet(live(), Math::max);
                        }
                    },
                    "collector");
            collector.start();
            runs.rate(Integer.parseInt(arguments[3]));
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
     * @throws IllegalStateException if its run did not come to its end, as when the heap was too small
     */
    static long peak(String url, String schema, int due, int month) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        url,
                        schema,
                        Integer.toString(due),
                        Integer.toString(month))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0 || !told.startsWith(PEAK)) {
            throw new IllegalStateException("a run in a small heap came to no end: " + told);
        }
        return Long.parseLong(told.substring(PEAK.length()));
    }
}
