package com.phoneunite.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.benchmarks.scale.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is reckoned on docs/scale.md follows from the figures of docs/benchmarks.md. After that page was written anew, run this test with
 * {@code -Dphoneunite.docs.write=true} and commit the page.
 */
class ScalePageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path PAGE = DOCS.resolve("scale.md");

    private static String postgresql() throws IOException {
        return Files.readString(DOCS.resolve("postgresql.md"));
    }

    private static Optional<String> benchmarks() throws IOException {
        Path page = Path.of("..").resolve(Page.FILE);
        return Files.exists(page) ? Optional.of(Files.readString(page)) : Optional.empty();
    }

    @Test
    void X1_whatIsReckonedFollowsFromTheFiguresOfThePages() throws IOException {
        String drawn = Scale.draw(Files.readString(PAGE), benchmarks(), postgresql());
        if (Boolean.getBoolean("phoneunite.docs.write")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(PAGE)
                .as("run this test with -Dphoneunite.docs.write=true and commit docs/scale.md")
                .hasContent(drawn);
    }

    @Test
    void X1_thePageThatTheLongVersionWritesHasEveryFigureThatIsReckonedWith() throws IOException {
        Page sample = SamplePage.of(750);
        String benchmarks = sample.text();
        String drawn = Scale.draw(Files.readString(PAGE), Optional.of(benchmarks), postgresql());
        String most = SamplePage.ours(sample, "PostgreSQL: single posting, 8 connections");
        assertThat(drawn)
                .contains(
                        SamplePage.ours(sample, "PostgreSQL: single posting, 1 connection")
                                + " a second by one connection, " + most + " by 8, which is the most.",
                        most + " a second x 0.5",
                        SamplePage.ours(sample, "PostgreSQL: billing run, 1 organization an account")
                                + " a second x 0.5 x 1 h",
                        SamplePage.ours(sample, "PostgreSQL: bulk posting, 100 a call, of random ones")
                                + " a second x 0.5")
                .contains("which ends first", "16 nodes, distributed by account")
                .doesNotContain(Scale.NOT_MEASURED, "NaN", "Infinity", "null");
        assertThat(Scale.draw(drawn, Optional.of(benchmarks), postgresql())).isEqualTo(drawn);
        assertThat(Scale.draw(drawn, Optional.of(SamplePage.of(751).text()), postgresql()))
                .isNotEqualTo(drawn);
    }

    @Test
    void X1_whatWasNotMeasuredIsNotReckoned() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Scale.draw(page, Optional.empty(), postgresql())).contains(Scale.NOT_MEASURED);
        String without = SamplePage.of(750).text().replace("PostgreSQL: bulk posting", "bulk posting");
        assertThatThrownBy(() -> Scale.draw(page, Optional.of(without), postgresql()))
                .hasMessageContaining("bulk posting");
        assertThatThrownBy(() -> Scale.draw(page.replace("<!-- drawn: heap", "<!-- drawn: heat"), Optional.empty(), ""))
                .hasMessageContaining("heat");
    }

    @Test
    void X1_everyResourceHasItsSignOnThePage() throws IOException {
        assertThat(Table.read(Files.readString(PAGE), "Where it stops, and how one sees it"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Scale.RESOURCES);
    }
}
