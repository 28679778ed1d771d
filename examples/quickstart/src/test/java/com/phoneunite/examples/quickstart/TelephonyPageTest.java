package com.phoneunite.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.OpenAccount;
import com.phoneunite.PhoneUnite;
import com.phoneunite.organization.OrganizationBilling;
import com.phoneunite.store.memory.InMemoryStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/telephony.md shows is what is compiled, and what it says is printed. */
class TelephonyPageTest {

    private final Path page = Markdown.find("docs/telephony.md").orElseThrow();

    @Test
    void thePageShowsTheLinesAsTheyAreCompiled() throws IOException {
        String source =
                Files.readString(Markdown.find("src/main/java/com/phoneunite/examples/quickstart/CallTreeLines.java")
                        .orElseThrow());
        assertThat(Markdown.blocks(page, "java"))
                .containsExactly(
                        Markdown.tagged(source, "call-tree"),
                        Markdown.tagged(source, "walk"),
                        Markdown.tagged(source, "refused"));
    }

    @Test
    void thePageSaysWhatIsPrinted() throws IOException {
        PhoneUnite phoneUnite = PhoneUnite.builder(InMemoryStore.create())
                .billing(OrganizationBilling.none())
                .build();
        PrintStream terminal = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            CallTreeLines.run(phoneUnite.signIn(phoneUnite
                    .openAccount(OpenAccount.named("Product Experts, LLC")
                            .owner("you@example.com")
                            .in("US", "America/New_York", "USD")
                            .on("standard"))
                    .owner()));
        } finally {
            System.setOut(terminal);
        }
        String printed =
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
        assertThat(String.join("\n", Markdown.blocks(page, "text"))).isEqualTo(printed);
    }
}
