package com.phoneunite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

    private static List<String> violations(String raw) {
        List<String> codes = new ArrayList<>();
        new EmailAddress.Rule().check(raw, (code, message) -> codes.add(code));
        return codes;
    }

    @Test
    void M1_anAddressIsTrimmedAndInLowerCase() {
        assertThat(EmailAddress.parse(" \tYou@Example.COM\n").value()).isEqualTo("you@example.com");
        assertThat(EmailAddress.parse("first.last+tag@mail.example.co").value())
                .isEqualTo("first.last+tag@mail.example.co");
        assertThatThrownBy(() -> new EmailAddress("You@example.com")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void M1_whatIsNoAddressIsRefused() {
        for (String raw : List.of(
                "",
                " ",
                "@",
                "you",
                "you@",
                "@example.com",
                "you@@example.com",
                "a@b@c.com",
                "you@.com",
                "you@example.",
                "you@exa..mple",
                "y ou@example.com",
                "you@exam\u00A0ple.com",
                "you\u0000@example.com",
                "you\n@example.com",
                "you\u200B@example.com",
                "you\u202E@example.com",
                "<you@example.com>",
                "you@example.com,other@example.com",
                "x".repeat(65) + "@example.com",
                "you\uD800@example.com",
                "you\uDC00\uD800@example.com",
                "you\uDB40\uDC41@example.com")) {
            assertThat(violations(raw)).as(raw).containsExactly("NOT_AN_EMAIL_ADDRESS");
            assertThatThrownBy(() -> EmailAddress.parse(raw)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void M1_anAddressHasAtMost254Characters() {
        String longest = "you@" + "x".repeat(246) + ".com";
        assertThat(EmailAddress.parse(longest).value()).hasSize(254);
        assertThat(violations("x" + longest)).containsExactly("TOO_LONG");
        assertThat(violations("x".repeat(5_000_000))).containsExactly("TOO_LONG");
    }

    @Test
    void X4_anAddressThatLowerCaseMakesTooLongIsRefusedWithTheOthers() {
        assertThat(violations("you@" + "\u0130".repeat(246) + ".com")).containsExactly("TOO_LONG");
    }

    @Test
    void M1_anAddressDoesNotEndUpInALog() {
        assertThat(EmailAddress.parse("you@example.com")).hasToString("EmailAddress[hidden]");
    }

    @Test
    void M1_thePartBeforeTheAtHas64CharactersAtMost() {
        assertThat(violations("x".repeat(64) + "@example.com")).isEmpty();
        assertThat(violations("x@example.com")).isEmpty();
        assertThat(violations("x".repeat(65) + "@example.com")).containsExactly("NOT_AN_EMAIL_ADDRESS");
    }

    @Test
    void X5_whatIsTooLongAsItIsGivenIsNotTrimmedFirst() {
        assertThat(violations(" ".repeat(254 - 15) + "you@example.com")).isEmpty();
        assertThat(violations(" ".repeat(255 - 15) + "you@example.com")).containsExactly("TOO_LONG");
    }

    @Test
    void M1_eachCharacterThatIsNotAllowedIsRefusedByItself() {
        "<>,;:\\\"()[]"
                .chars()
                .forEach(character -> assertThat(violations("you" + (char) character + "@example.com"))
                        .as("%c", character)
                        .containsExactly("NOT_AN_EMAIL_ADDRESS"));
    }

    @Test
    void M1_whatIsNoAddressIsNotKeptAsOneEither() {
        assertThatThrownBy(() -> new EmailAddress("you"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be an e-mail address");
        assertThatThrownBy(() -> EmailAddress.parse(" ".repeat(255) + "you@example.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 254");
    }
}
