package com.phoneunite.examples.quickstart.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.EntryKind;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.examples.quickstart.Quickstart;
import com.phoneunite.examples.quickstart.StoryKeeper;
import com.phoneunite.postgresql.PostgresStore;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The quickstart as a process on an embedded server that waits for its disk, both killed again and again. */
class KilledTest {

    private static final long SEED = 20_260_630;

    private static final int DATABASE_LOST = 3;

    /** What is killed. */
    private enum Victim {
        /** The process, which leaves its server behind. */
        PROCESS,
        /** The server, and the process says so. */
        SERVER,
        BOTH
    }

    @TempDir
    private Path folder;

    @Test
    void X1_theStoryIsToldOnceHoweverOftenItsProcessIsKilled() throws Exception {
        Path data = folder.resolve("data");
        Random random = new Random(SEED);
        List<String> told = new ArrayList<>();
        told.addAll(tellUntilKilled(data, 1, Victim.BOTH)); // the account is about to be opened, or just was
        told.addAll(tellUntilKilled(data, 4, Victim.PROCESS)); // the first payment
        for (Victim victim : Victim.values()) {
            told.addAll(tellUntilKilled(data, 2 + random.nextInt(4), victim));
        }
        Process last = start(data);
        try (BufferedReader out = last.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(told::add);
        }
        assertThat(last.waitFor()).isZero();

        StoryKeeper inMemory = StoryKeeper.inMemory();
        ByteArrayOutputStream uninterrupted = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(uninterrupted, true, StandardCharsets.UTF_8);
        Quickstart.run(new String[0], digest -> inMemory, out, out);
        List<String> lines =
                uninterrupted.toString(StandardCharsets.UTF_8).lines().toList();

        assertThat(told.stream().filter(KilledTest::isFact).distinct())
                .as("seed %d", SEED)
                .containsExactlyElementsOf(
                        lines.stream().filter(KilledTest::isFact).toList());
        assertThat(told).contains("The story goes on where it was, on 2026-01-31.");
        assertThat(page(told)).isEqualTo(page(lines));
        theBooksAreThoseOf(inMemory.store(), data);
    }

    private static void theBooksAreThoseOf(BillingStore inMemory, Path data) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.in(data)) {
            PGSimpleDataSource owner = new PGSimpleDataSource();
            owner.setUrl(server.address());
            BillingStore kept =
                    PostgresStore.builder(owner).schema(KeptStory.ACCOUNTS).build();
            List<LedgerEntry> entries = entries(kept);
            assertThat(entries.stream().map(KilledTest::fact))
                    .containsExactlyElementsOf(
                            entries(inMemory).stream().map(KilledTest::fact).toList());
            assertThat(captured(server.address()))
                    .containsExactlyElementsOf(entries.stream()
                            .filter(entry -> entry.kind() == EntryKind.RECHARGE)
                            .map(entry -> entry.amount().toString())
                            .toList());
        }
    }

    /** Kills when so many deeds have been told, whatever is being done by then. */
    private static List<String> tellUntilKilled(Path data, int deeds, Victim victim) throws Exception {
        Process process = start(data);
        List<String> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (int deed = 0; deed < deeds; ) {
                String line = Optional.ofNullable(out.readLine()).orElseThrow(() -> new AssertionError(told));
                told.add(line);
                deed += line.startsWith("  > ") ? 1 : 0;
            }
            if (victim != Victim.SERVER) {
                process.toHandle().destroyForcibly(); // which leaves what it has printed
            }
            if (victim != Victim.PROCESS) {
                killServer(data);
            }
            StringWriter rest = new StringWriter();
            out.transferTo(rest);
            String whole = rest.toString();
            whole.substring(0, whole.lastIndexOf('\n') + 1).lines().forEach(told::add);
            assertThat(process.waitFor() == DATABASE_LOST).isEqualTo(victim == Victim.SERVER);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return told;
    }

    private static void killServer(Path data) throws Exception {
        ProcessHandle server = OrphanedServer.postmaster(data.resolve("data")).orElseThrow();
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    private static Process start(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.jboss.logging.provider=slf4j",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuickstartOnPostgres.class.getName(),
                        "postgres=embedded",
                        "data=" + data)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** An entry of the ledger, or a state. */
    private static boolean isFact(String line) {
        return line.matches(" {6}[-+] .*Balance of Experts: .*|.* is [A-Z_]+\\. .*");
    }

    private static List<String> page(List<String> lines) {
        int first = 0;
        while (!lines.get(first).startsWith("The billing page of")) {
            first++;
        }
        return lines.subList(first, lines.size());
    }

    private static List<LedgerEntry> entries(BillingStore store) {
        AccountId account = store.ledger().accounts(Optional.empty(), 2).get(0);
        return store.core().unitOfWork().view(account, () -> store.ledger().list(account, 0, Integer.MAX_VALUE));
    }

    /** What an entry says, apart from ids and the time of day. */
    private static String fact(LedgerEntry entry) {
        return String.join(
                " ",
                String.valueOf(entry.sequence()),
                entry.kind().name(),
                entry.amount().toString(),
                entry.balanceAfter().toString(),
                entry.happenedAt().toString().substring(0, 10));
    }

    private static List<String> captured(String address) throws Exception {
        List<String> captured = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT captured FROM phoneunite_quickstart.provider_charge"
                        + " WHERE captured IS NOT NULL ORDER BY received_at")) {
            while (rows.next()) {
                captured.add(rows.getString(1));
            }
        }
        return captured;
    }
}
