package com.phoneunite.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DisplayNameTest {

    @Test
    void O2_whatIsRestoredIsANameInItsNormalForm() {
        assertThat(DisplayName.parse(" Sales ")).isEqualTo(new DisplayName("Sales"));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(" Sales "));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(""));
    }

    @Test
    void X5_aNameAsGivenHas1000CharactersAtMost() {
        assertThat(DisplayName.parse(" ".repeat(999) + "x")).isEqualTo(new DisplayName("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> DisplayName.parse(" ".repeat(1_000) + "x"));
    }

    @Test
    void X4_everythingThatIsWrongWithANameIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisplayName.parse(" ".repeat(1_001)))
                .withMessageContaining("; must not be blank")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotStartWith(";"));
    }
}
