package com.phoneunite.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.phoneunite.input.InputRule;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of what an account is given as text, at their very limits. */
class AccountRulesTest {

    @Test
    void X5_aKeyHas1To100CharactersThatAreVisible() {
        IdempotencyKey.Rule rule = new IdempotencyKey.Rule();
        assertThat(violations(rule, "")).containsExactly("NOT_A_KEY");
        assertThat(violations(rule, "!")).isEmpty();
        assertThat(violations(rule, "~".repeat(100))).isEmpty();
        assertThat(violations(rule, "~".repeat(101))).containsExactly("NOT_A_KEY");
        for (String hidden : List.of("a b", "a\u007Fb", "a\u001Fb", "a\u0080b", "\u00E4")) {
            assertThat(violations(rule, hidden)).as(hidden).containsExactly("NOT_A_KEY");
        }
    }

    @Test
    void X5_theNameOfAnOperatorHas1To100CharactersAndNoControls() {
        Actor.NameRule rule = new Actor.NameRule();
        assertThat(violations(rule, "x")).isEmpty();
        assertThat(violations(rule, "x".repeat(100))).isEmpty();
        assertThat(violations(rule, "x".repeat(101))).containsExactly("TOO_LONG");
        assertThat(violations(rule, " ")).containsExactly("BLANK");
        assertThat(violations(rule, "night\u0000shift")).containsExactly("CONTROL_CHARACTER");
        assertThat(violations(rule, "\n".repeat(101))).containsExactly("BLANK", "TOO_LONG", "CONTROL_CHARACTER");
    }

    @Test
    void P2_whatIsShownOfACardCannotBeACardNumber() {
        assertThat(card("V", "0000").brand()).isEqualTo("V");
        assertThat(card("M" + ".".repeat(39), "4242").brand()).hasSize(40);
        for (String brand : List.of("", " Visa", "M" + ".".repeat(40), "Visa 4242", "4242424242424242")) {
            assertThatIllegalArgumentException().as(brand).isThrownBy(() -> card(brand, "4242"));
        }
        for (String lastFour : List.of("", "424", "42424", "424a", "\u0664\u0662\u0664\u0662", "4242424242424242")) {
            assertThatIllegalArgumentException().as(lastFour).isThrownBy(() -> card("Visa", lastFour));
        }
    }

    @Test
    void A1_aFingerprintIsSixtyFourHexadecimalDigits() {
        IdempotencyKey key = new IdempotencyKey("opened");
        assertThat(new KeyedRequest(key, "0f".repeat(32)).fingerprint()).hasSize(64);
        for (String other :
                List.of("", "0f".repeat(31) + "0", "0f".repeat(32) + "0", "0F".repeat(32), "0g".repeat(32))) {
            assertThatIllegalArgumentException().as(other).isThrownBy(() -> new KeyedRequest(key, other));
        }
    }

    private static PaymentMethod card(String brand, String lastFour) {
        return new PaymentMethod(brand, lastFour, YearMonth.of(2030, 1), Instant.parse("2026-01-31T15:00:00Z"));
    }

    private static List<String> violations(InputRule<String> rule, String value) {
        List<String> codes = new ArrayList<>();
        rule.check(value, (code, message) -> codes.add(code));
        return codes;
    }
}
