package com.phoneunite.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What hosts keep as the name of a plan, and sort by. */
class PlanNameTest {

    @Test
    void X4_whatIsNoNameOfAPlanIsNeverOne() {
        for (String name : List.of("a", "0", "gold-2.1_b", "x".repeat(64))) {
            assertThat(new PlanName(name)).hasToString(name);
        }
        for (String wrong : List.of("", "Gold", "-gold", "two words", "gold\n", "x".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new PlanName(wrong));
        }
    }

    @Test
    void X5_plansAreInTheOrderOfTheirNames() {
        assertThat(new PlanName("gold"))
                .isLessThan(new PlanName("silver"))
                .isEqualByComparingTo(new PlanName("gold"))
                .isGreaterThan(new PlanName("bronze"));
    }
}
