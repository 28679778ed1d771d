package com.phoneunite.postgresql;

import com.phoneunite.billing.Billing;
import com.phoneunite.billing.cycle.BillingRun;
import com.phoneunite.billing.plan.BillingPlan;
import com.phoneunite.testkit.MutableClock;
import com.phoneunite.testkit.SandboxGateway;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;

/** A process of a host's that makes one billing run, and says how far it is. */
final class BillingProcess implements AutoCloseable {

    static final BillingPlan STANDARD = BillingPlan.named("standard").monthly(Money.parse("USD 20.00"));

    private final Process process;
    private final BufferedReader told;

    private BillingProcess(Process process) {
        this.process = process;
        this.told = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The process itself: where the database is, and what time it is. It runs when it is told to, and tells what it has paid. */
    @SuppressWarnings("SystemOut") // what another process reads
    public static void main(String... arguments) throws IOException {
        try (HikariDataSource pool = HostPool.of(arguments[0], 3)) {
            Billing billing = Billing.builder(PostgresStore.on(pool))
                    .plans(STANDARD)
                    .paymentGateway(SandboxGateway.create())
                    .clock(MutableClock.at(arguments[1]))
                    .build();
            System.out.println("ready");
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody is there any more");
            }
            BillingRun.Result result = billing.run(
                    BillingRun.Options.STANDARD.reportingTo(progress -> System.out.println("paid " + progress.paid())));
            System.out.println(
                    "over " + result.paid() + " failed " + result.failed().size() + " complete " + result.complete());
        }
    }

    /** Starts a process; it is ready when this returns. */
    static BillingProcess started(String url, String now) throws IOException {
        BillingProcess started = new BillingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        BillingProcess.class.getName(),
                        url,
                        now)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        started.await("ready");
        return started;
    }

    /** What this process has; who has started the tests may have given them a loader of their own. */
    private static String classPath() {
        Stream<Path> entries = Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(url -> Path.of(URI.create(url.toString())))
                : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of);
        return entries.map(entry -> entry.toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
    }

    /** Begins its run. */
    void run() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Reads what it tells until it tells that; the line. */
    String await(String beginning) throws IOException {
        while (true) {
            String line = Optional.ofNullable(told.readLine())
                    .orElseThrow(() -> new IllegalStateException("a process has ended before it said " + beginning));
            if (line.startsWith(beginning)) {
                return line;
            }
        }
    }

    /** Kills it as it stands. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
