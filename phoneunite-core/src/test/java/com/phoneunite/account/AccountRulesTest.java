package com.phoneunite.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.input.InputRule;
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

    private static List<String> violations(InputRule<String> rule, String value) {
        List<String> codes = new ArrayList<>();
        rule.check(value, (code, message) -> codes.add(code));
        return codes;
    }
}
