package com.phoneunite.billing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the balance as of a time, and whatever else is searched in a ledger, grow with its entries: counted, never timed. */
class SearchTest {

    /** The most looks that are taken to find one of a hundred places, or none, among so many entries. */
    private static int looks(int entries) {
        return IntStream.rangeClosed(0, 100)
                .map(i -> (int) ((long) entries * i / 100))
                .map(wanted -> {
                    int[] looks = new int[1];
                    assertThat(AccountLedger.firstWhere(entries, index -> {
                                looks[0]++;
                                return index >= wanted;
                            }))
                            .isEqualTo(wanted);
                    return looks[0];
                })
                .max()
                .orElseThrow();
    }

    /** A history that counts how often a moment of it is looked at. */
    private static final class Counted extends BalanceHistory {
        private int looks;

        @Override
        long recordedAt(int index) {
            looks++;
            return super.recordedAt(index);
        }
    }

    @Test
    void X5_theBalanceAsOfATimeIsFoundByHalvesHoweverManyEntriesThereAre() {
        Counted history = new Counted();
        for (int i = 0; i < 1_000_000; i++) {
            history.add(i, 1);
        }
        for (int part = 0; part <= 100; part++) {
            int wanted = 10_000 * part;
            history.looks = 0;
            assertThat(history.countBefore(wanted)).isEqualTo(wanted);
            assertThat(history.looks).as("the logarithm").isBetween(1, 20);
        }
    }

    @Test
    void X5_aPositionAmongAMillionEntriesIsFoundInTwiceTheLooksOfOneAmongAThousandAndNotInMore() {
        assertThat(looks(1_000)).as("the logarithm").isBetween(1, 10);
        assertThat(looks(1_000_000)).as("the logarithm").isBetween(1, 20);
    }
}
