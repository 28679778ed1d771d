package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All jars of ours work as named modules, with the dependencies that they have in the build. */
class ModulePathTest {

    /** What is there for the tests only. */
    private static final Pattern TESTS_OWN = Pattern.compile(
            "test-classes|[\\\\/](junit|opentest4j|apiguardian|jqwik|assertj|byte-buddy|archunit|surefire)[^\\\\/]*$");

    /** What writes down which tests have run. */
    private static final Pattern RECORDER = Pattern.compile("proofs[\\\\/-]recorder");

    private static final String MODULE = "com.phoneunite.examples.quickstart";

    @TempDir
    private Path directory;

    @Test
    void theStoryIsToldByNamedModules() throws IOException, InterruptedException {
        String modulePath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !TESTS_OWN.matcher(entry).find())
                .filter(entry -> !RECORDER.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.jboss.logging.provider=slf4j",
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        "com.phoneunite.core,com.phoneunite.billing,com.phoneunite.testkit",
                        "-m",
                        MODULE + "/" + Quickstart.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();

        String told = Files.readString(output, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertThat(told).isEqualTo(Told.by().out());
        assertThat(process.exitValue()).isZero();
    }
}
