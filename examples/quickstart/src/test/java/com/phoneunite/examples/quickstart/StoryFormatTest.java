package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryFormatTest {

    @TempDir
    private Path directory;

    @Test
    void whatTheDescriptionShowsCanBeTold() throws IOException {
        List<String> examples =
                Markdown.blocks(Markdown.find("docs/story-format.md").orElseThrow(), "json");

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            String story = example.startsWith("{ \"on\"") ? Stories.with(example.split("\n")) : example;
            Told told = Told.of(directory, story);
            assertThat(told.err()).isEmpty();
            assertThat(told.exitCode()).isZero();
        }
    }
}
