package com.phoneunite.examples.customstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.account.AccountId;
import com.phoneunite.billing.ledger.LedgerEntry;
import com.phoneunite.billing.store.BillingStore;
import com.phoneunite.store.memory.InMemoryStore;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store of a host's own owes when its process is killed, and not asked to end. */
class H2KilledTest {

    private static final int MONTHS = 24;
    private static final int KILLS = 3;

    @TempDir
    private Path folder;

    @Test
    void X1_aCustomerWhoseProcessIsKilledAgainAndAgainComesToTheSameEnd() throws Exception {
        Path where = folder.resolve("store");
        List<String> told = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            told.addAll(playUntilKilled(where, kill));
            String last = told.get(told.size() - 1);
            assertThat(entries(copy(where, "seen-" + kill)))
                    .as("entries that are there after it was told: " + last)
                    .hasSizeGreaterThanOrEqualTo(entriesTold(last));
        }
        BillingStore store = H2Store.in(where);
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        CustomStoreExample.play(store, MONTHS, new PrintStream(rest, true, StandardCharsets.UTF_8));

        assertThat(facts(entries(store))).containsExactlyElementsOf(facts(entries(playedInMemory())));
    }

    /** Kills the process at once when it has told so many months; what it does meanwhile is cut wherever it is. */
    private static List<String> playUntilKilled(Path where, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        CustomStoreExample.class.getName(),
                        where.toString(),
                        String.valueOf(MONTHS))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (told.size() < lines) {
                told.add(Optional.ofNullable(out.readLine()).orElseThrow());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return told;
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, next) -> one + File.pathSeparator + next)
                .orElseThrow();
    }

    private BillingStore copy(Path where, String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Files.copy(where.resolve("phoneunite.mv.db"), copy.resolve("phoneunite.mv.db"));
        return H2Store.in(copy);
    }

    private static BillingStore playedInMemory() {
        BillingStore store = BillingStore.in(InMemoryStore.create());
        CustomStoreExample.play(
                store, MONTHS, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        return store;
    }

    private static List<LedgerEntry> entries(BillingStore store) {
        List<LedgerEntry> all = new ArrayList<>();
        for (AccountId account : store.ledger().accounts(Optional.empty(), 10)) {
            all.addAll(store.core()
                    .unitOfWork()
                    .view(account, () -> store.ledger().list(account, 0, Integer.MAX_VALUE)));
        }
        return all;
    }

    private static int entriesTold(String line) {
        return Integer.parseInt(line.replaceAll(".*, ([0-9]+) entries.*", "$1"));
    }

    /** What entries say, but for ids, which are made anew, and for what follows from when a run came to it. */
    private static List<String> facts(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> entry.sequence() + " " + entry.kind() + " " + entry.amount() + " " + entry.balanceAfter()
                        + entry.organization()
                                .map(one -> " of " + entry.happenedAt())
                                .orElse(""))
                .toList();
    }
}
