package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.benchmarks.memory.Effort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the long version does in memory, on next to nothing. */
class BenchmarksTest {

    private static final Effort ONCE = new Effort(false, 1, 0, 1, 5, Effort.Sizes.TINY);

    @Test
    void X1_whatWasNotMeasuredIsSaidAndEverythingElseIsWritten(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("docs"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Benchmarks(ONCE, Optional.empty(), 5, true, Optional.of(folder))
                .run(new PrintStream(out, true, StandardCharsets.UTF_8));
        String page = Files.readString(folder.resolve(Page.FILE));
        assertThat(Table.read(page, "Peers"))
                .hasSameSizeAs(Peer.all())
                .allSatisfy(row -> assertThat(row).contains("not measured").endsWith("–"));
        assertThat(page).contains(" goals, 0 of 0 beside peers that are cited, ");
        List<List<String>> tenfolds = Table.read(page, "Ten times as much");
        assertThat(tenfolds).hasSize(1);
        assertThat(tenfolds.get(0)).startsWith("billing run, each organization", "1,000");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "not measured", "at most 2 times", "the pipeline of exchange-core", "at least 2 times as fast");
    }
}
