package com.phoneunite.examples.withoutjqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the module path the testkit does without jqwik and AssertJ, too. */
class ModulesWithoutJqwikTest {

    private static final Pattern NO_MODULE = Pattern.compile("test-classes|[\\\\/]surefire[^\\\\/]*$");

    @TempDir
    private Path directory;

    @Test
    void contractsAndFixtureRunOnNamedModules() throws IOException, InterruptedException {
        String modulePath = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !NO_MODULE.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        "com.phoneunite.testkit,org.junit.jupiter.engine,org.junit.platform.launcher",
                        "--class-path",
                        Path.of("target", "test-classes").toString(),
                        OnTheModulePath.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        List<String> told = Files.readAllLines(output);
        for (String type : List.of("PhoneUniteFixture", "MutableClock", "UnitOfWorkContract")) {
            assertTrue(told.contains(type + " of module com.phoneunite.testkit"), told.toString());
        }
        assertTrue(told.contains("failed 0"), told.toString());
        int passed = told.stream()
                .filter(line -> line.startsWith("passed "))
                .mapToInt(line -> Integer.parseInt(line.substring("passed ".length())))
                .sum();
        assertTrue(passed > 20, told.toString());
        assertEquals(0, process.exitValue());
    }
}
