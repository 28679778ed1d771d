package com.phoneunite.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.Posting;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library under the simulator, and the simulator itself. */
class SimulationTest {

    private static final int STEPS = 1_000;
    private static final int SHORT = 60;

    /** What a failure says to do again is done again; without that, nothing. */
    @Test
    void X1_aSeedThatIsAskedForIsRepeated() {
        Long seed = Long.getLong("phoneunite.simulation.seed");
        String told = System.getProperty("phoneunite.simulation.only");
        Integer[] only = Arrays.stream(String.valueOf(told).split(","))
                .filter(index -> told != null && !index.isEmpty())
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
        Simulation whole = Simulation.inMemory().seed(seed == null ? 1 : seed).steps(STEPS);
        SimulationReport report = (told == null ? whole : whole.only(only)).run();
        assertThat(report.steps()).isEqualTo(told == null ? STEPS : only.length);
    }

    @Test
    void X1_programsOfManySeedsBreakNoRuleWhateverFailsMeanwhile() throws IOException {
        long steps = Long.getLong("phoneunite.simulation.steps", 1_000_000);
        long from = Long.getLong("phoneunite.simulation.from", 1);
        long to = Long.getLong("phoneunite.simulation.to", from + steps / STEPS - 1);
        SimulationSweep sweep =
                Simulation.inMemory().steps(STEPS).seeds(from, to).workers(2);
        String finished = System.getProperty("phoneunite.simulation.finished", "");
        long before = cpuNanos();
        SweepReport report = finished.isEmpty()
                ? sweep.run()
                : sweep.rememberedIn(Path.of(finished)).run();
        Duration cpu = Duration.ofNanos(cpuNanos() - before);

        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target/simulation.md"),
                report.page() + "\nTime of the processor: " + cpu.toSeconds() + " s.\n",
                StandardCharsets.UTF_8);
        assertThat(report.steps()).isEqualTo((to - from + 1) * STEPS);
        assertThat(report.steps() < 100_000 ? List.of() : report.faults().missing())
                .as("faults that have not happened")
                .isEmpty();
        assertThat(report.steps() < 1_000_000 ? List.of() : report.faults().missingPairs())
                .as("pairs of faults that have not met")
                .isEmpty();
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    @Test
    void X1_theSameSeedDoesTheSame() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Simulation simulation = Simulation.inMemory().steps(SHORT).seed(seed);
            assertThat(simulation.run().traceHash())
                    .as("seed %d", seed)
                    .isEqualTo(simulation.run().traceHash());
        }
        assertThat(Simulation.inMemory().steps(SHORT).seed(1).run().traceHash())
                .isNotEqualTo(Simulation.inMemory().steps(SHORT).seed(2).run().traceHash());
    }

    /** What is printed by another JVM. */
    static final class Other {

        private Other() {}

        public static void main(String[] arguments) {
            System.out.println(hashes());
        }

        static String hashes() {
            return Simulation.inMemory().steps(300).seeds(1, 20).run().traceHash();
        }
    }

    @Test
    void X1_theSameSeedDoesTheSameInAnotherJvm() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process other = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        classPath(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        Other.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(told.strip()).isEqualTo(Other.hashes());
    }

    /** Some who run tests load them by a class loader of their own. */
    private static String classPath() {
        return SimulationTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static SimulationFailure failure(Simulation simulation) {
        for (long seed = 1; seed <= 20; seed++) {
            Simulation seeded = simulation.seed(seed);
            SimulationFailure failure = catchThrowableOfType(SimulationFailure.class, seeded::run);
            if (failure != null) {
                return failure;
            }
        }
        throw new AssertionError("nothing was found");
    }

    /** The store takes one minor unit less than it was asked for. */
    @Test
    void B5_aStoreThatChargesTooLittleIsFoundAndTheProgramIsMadeShort() {
        Simulation simulation = Simulation.over(PlantedBug.in(
                        "ledger",
                        "post",
                        (behind, arguments) -> behind.with(new Object[] {cheaper((Posting) arguments[0])})))
                .steps(STEPS);
        SimulationFailure failure = failure(simulation);

        assertThat(failure.commands()).hasSizeLessThanOrEqualTo(8);
        assertThat(failure)
                .hasMessageContaining("seed " + failure.seed())
                .hasMessageContaining("Repeat it: .seed(" + failure.seed() + ")")
                .hasMessageContaining("-Dphoneunite.simulation.seed=" + failure.seed());
        Simulation again =
                simulation.seed(failure.seed()).only(failure.commands().toArray(Integer[]::new));
        assertThatThrownBy(again::run)
                .isInstanceOfSatisfying(
                        SimulationFailure.class, same -> assertThat(same.rule()).isEqualTo(failure.rule()));
    }

    private static Posting cheaper(Posting posting) {
        return posting.kind() == EntryKind.PERIOD
                ? new Posting(
                        posting.change(),
                        posting.kind(),
                        posting.organization(),
                        posting.amount().minusMinor(1),
                        posting.reference(),
                        posting.happenedAt())
                : posting;
    }

    @Test
    void B6_aStoreThatForgetsWhatIsDueIsFoundWhenFaultsHaveStopped() {
        SimulationFailure failure =
                failure(Simulation.over(PlantedBug.in("dueAccounts", "list", (behind, arguments) -> List.of()))
                        .steps(STEPS));

        assertThat(failure.rule()).startsWith("B");
        assertThat(failure.commands()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void P7_aStoreThatNeverChecksWhatIsOpenIsFoundWhenFaultsHaveStopped() {
        SimulationFailure failure =
                failure(Simulation.over(PlantedBug.in("checks", "list", (behind, arguments) -> List.of()))
                        .steps(STEPS));

        assertThat(failure.commands()).hasSizeLessThanOrEqualTo(8);
    }

    /** A host's own adapter of a gateway that makes a new key for each call. */
    @Test
    void P8_aWiringThatChargesUnderANewKeyEachTimeIsFound() {
        Wiring careless = parts -> Wiring.standard()
                .wire(new WiringParts(
                        parts.store(),
                        parts.clock(),
                        NewKeyEachTime.over(parts.gateway()),
                        parts.plans(),
                        parts.ids(),
                        parts.randomness(),
                        parts.trialDays(),
                        parts.grace(),
                        parts.gatewayDeadline()));
        SimulationFailure failure =
                failure(Simulation.inMemory().wiring(careless).steps(STEPS));

        assertThat(failure.rule()).startsWith("P");
        assertThat(failure.commands()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void X1_anotherAuditMayJudge() {
        SimulationReport report =
                Simulation.inMemory().audit(SmallAudit::new).steps(300).seed(3).run();
        assertThat(report.steps()).isEqualTo(300);
    }

    @Test
    void X1_aSweepThatWasEndedGoesOnWhereItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("finished");
        SimulationSweep sweep = Simulation.inMemory().steps(20).seeds(1, 120).rememberedIn(file);
        SweepReport first = sweep.run();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        Files.write(file, lines.subList(0, 2));

        assertThat(sweep.run().traceHash()).isEqualTo(first.traceHash());
        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThat(sweep.run().faults().lines()).isEqualTo(first.faults().lines());
        assertThat(Simulation.inMemory()
                        .steps(20)
                        .seeds(1, 120)
                        .workers(2)
                        .run()
                        .traceHash())
                .isEqualTo(first.traceHash());
    }

    @Test
    void X1_aReportIsReadInOneLine() {
        SimulationReport report = Simulation.inMemory().steps(SHORT).seed(3).run();
        assertThat(report).hasToString("seed 3, 60 steps, trace " + report.traceHash() + ": " + report.faults());
        FaultTally tally = new FaultTally();
        AccountId account = new AccountId(new UUID(1, 1));
        tally.met(ProcessFault.COMMIT_FAILED, account);
        tally.met(ProcessFault.COMMIT_FAILED, account);
        int kinds = FaultTable.KINDS.size();
        int pairs = kinds * (kinds + 1) / 2;
        assertThat(tally.table())
                .hasToString("faults [process: commit failed 2], " + (kinds - 1) + " kinds and " + (pairs - 1)
                        + " pairs missing");
        SweepReport sweep = SweepReport.of(new SimulationReport(3, 60, "trace", tally.table()));
        assertThat(sweep.toString()).startsWith("seeds 3 to 3, 60 steps, trace trace: faults [process");
        assertThat(sweep.page())
                .contains("Faults that have not happened: charge: fail after capture; ")
                .contains("Pairs that have not met: ")
                .doesNotContain("commit failed + process: commit failed");
    }

    @Test
    void X1_aProgramIsMadeAsShortAsItCanBe() {
        Program program = Program.draw(7, 500);
        List<Integer> needed = List.of(17, 230, 231, 444);
        Minimizer minimizer = new Minimizer(
                tried -> tried.indexes().containsAll(needed)
                        ? Optional.of(new Outcome.Broken("B2", "", 450))
                        : Optional.empty(),
                "B2",
                2_000);

        assertThat(minimizer.minimize(program).indexes()).isEqualTo(needed);
    }

    @Test
    void X1_hostsTakeTurnsAndNobodyWaitsForEver() throws InterruptedException {
        Baton baton = new Baton(Duration.ofMillis(50));
        List<Integer> order = new ArrayList<>();
        Thread other = new Thread(() -> {
            baton.await(1);
            order.add(1);
            baton.passOn(1);
            order.add(1);
            baton.end();
        });
        other.start();
        baton.start(0);
        baton.await(0);
        order.add(0);
        baton.passOn(0);
        order.add(0);
        assertThatThrownBy(() -> baton.passOn(0)).isInstanceOf(Baton.Over.class);
        other.join();

        assertThat(order).containsExactly(0, 1, 0, 1);
        assertThatThrownBy(() -> new Baton(Duration.ofMillis(1)).await(0)).hasMessageContaining("STALLED");
    }

    @Test
    void X2_theClockDoesNotOutrunACallThatIsOnItsWay() {
        SimulatedTime time = new SimulatedTime(Instant.EPOCH);
        time.isHeldUpWhile(() -> true, () -> false);

        assertThat(time.move(Instant.EPOCH.plusSeconds(3_600))).isFalse();
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(10));
        assertThat(time.aYearAheadOrBack()).isFalse();
        time.isHeldUpWhile(() -> false, () -> false);
        assertThat(time.aYearAheadOrBack()).isTrue();
        assertThat(time.aYearAheadOrBack()).isTrue();
        assertThat(time.now()).isEqualTo(Instant.EPOCH.plusSeconds(20));
        time.catchUp();
        assertThat(time.now()).isEqualTo(time.latest());
    }

    @Test
    void X1_aSimulationHasASeedAndSteps() {
        assertThatThrownBy(() -> Simulation.inMemory().steps(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Simulation.inMemory().seeds(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Simulation.inMemory().seeds(1, 2).workers(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
