package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.benchmarks.memory.Effort;
import com.phoneunite.benchmarks.postgresql.PostgresBenchmarks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                        Page.RATIO,
                        Page.SLOPE,
                        "Kept: ",
                        "not measured",
                        "at most 2 times",
                        "the pipeline of exchange-core",
                        "at least 2 times as fast");
    }

    @Test
    void X1_whatNobodyKnowsIsRefusedBeforeAnythingIsMeasured() {
        for (String unknown : List.of("lnog", "rounds=0", "millis=-1", "rounds=", "rounds=many", "rounds", "LONG")) {
            assertThatThrownBy(() -> Benchmarks.of(List.of("long", unknown)))
                    .as(unknown)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"" + unknown + "\" is none of: short, long, rounds=N");
        }
        Benchmarks asked = Benchmarks.of(List.of("long", "rounds=3", "millis=1"));
        assertThat(asked.memory()).isEqualTo(Effort.LONG.rounds(3).millis(1));
        assertThat(asked.postgres()).hasValue(PostgresBenchmarks.LONG.rounds(3));
        assertThat(asked.page()).isPresent();
        assertThat(Benchmarks.of(List.of("short")).page()).isEmpty();
        assertThat(Benchmarks.of(List.of()).memory()).isEqualTo(Effort.SHORT);
    }

    @Test
    void X1_aNumberIsToldWithThreeFiguresThatCount() {
        assertThat(Stream.of(0.0, 0.001234, 0.09996, 0.9996, 1.0, 9.996, 12.34, 99.96, 123.4, 1_234.5)
                        .map(Table::number))
                .containsExactly("0", "0.00123", "0.100", "1.00", "1.00", "10.0", "12.3", "100", "123", "1,235");
    }
}
