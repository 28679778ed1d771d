package com.phoneunite.billing.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule P6: who does not handle every outcome of a payment is told by the compiler. */
class ExhaustiveTest {

    @TempDir
    private Path directory;

    @Test
    void P6_whoForgetsAnOutcomeDoesNotCompile() throws IOException {
        assertThat(compiles("RechargeOutcome", 7)).isTrue();
        assertThat(compiles("RechargeOutcome", 6)).isFalse();
        assertThat(compiles("PaymentOutcome", 6)).isTrue();
        assertThat(compiles("PaymentOutcome", 5)).isFalse();
        assertThat(compiles("RefundResult", 4)).isTrue();
        assertThat(compiles("RefundResult", 3)).isFalse();
        assertThat(compiles("RefundOutcome", 4)).isTrue();
        assertThat(compiles("RefundOutcome", 3)).isFalse();
        assertThat(compiles("CancelOutcome", 3)).isTrue();
        assertThat(compiles("CancelOutcome", 2)).isFalse();
    }

    private boolean compiles(String outcome, int cases) throws IOException {
        String handlers = IntStream.range(0, cases).mapToObj(i -> "null").collect(Collectors.joining(", "));
        Path source = directory.resolve("Host.java");
        Files.writeString(
                source,
                "class Host { int handle(com.phoneunite.billing.recharge." + outcome + " outcome) {"
                        + " return outcome.<Integer>fold(" + handlers + "); } }");
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        "-proc:none",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-d",
                        directory.toString(),
                        source.toString());
        return exitCode == 0;
    }
}
