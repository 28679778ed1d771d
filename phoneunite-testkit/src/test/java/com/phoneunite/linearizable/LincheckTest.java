package com.phoneunite.linearizable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What several threads do to one account at once has the answers of some order in which one thread could have done it. */
class LincheckTest {

    @Test
    void B2_B3_postingsAndBalancesOfOneAccountAreLinearizable() {
        Interleavings.check(LedgerSubject.class, LedgerModel.class, 200);
    }

    @Test
    void X1_changesOfOneAccountAreLinearizableWhileAnotherIsChanged() {
        Interleavings.check(UnitsOfWorkSubject.class, UnitsOfWorkModel.class, 200);
    }

    @Test
    void P5_oneAttemptOfAnAccountAtATimeIsUnresolved() {
        Interleavings.check(RechargeSlotSubject.class, RechargeSlotModel.class, 50);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(BalanceReadBefore.class, LedgerModel.class),
                Arguments.of(SlotLookedAtBefore.class, RechargeSlotModel.class));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatLooksFirstAndWritesInAnotherUnitOfWorkIsRejected(Class<?> subject, Class<?> model) {
        assertThat(Interleavings.rejection(subject, model, 500)).contains("Invalid execution results");
    }
}
