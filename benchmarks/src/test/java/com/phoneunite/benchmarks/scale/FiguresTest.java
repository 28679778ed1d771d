package com.phoneunite.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.kept.Thing;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Each cell of these pages has a value of its own: what is read from another comes out as another. */
class FiguresTest {

    private static final String BENCHMARKS = """
            # What it costs

            ## The table

            | what | floor | floor takes | ours takes | ratio, median of rounds (least to most) | goal | goal met | bytes: floor, ours |
            |---|---|---|---|---|---|---|---|
            | PostgreSQL: billing run, 10 organizations an account | one | 90,001 /s | 80,001 /s | 0.0101 (0.0202 to 0.0303) | 1 | yes | –, – |
            | PostgreSQL: billing run, 1 organization an account | one | 90,002 /s | 80,002 /s | 0.0404 (0.0505 to 0.0606) | 1 | yes | –, – |
            | PostgreSQL: single posting, 1 connection | one | 9,003 /s | 3,003 /s | 0.07 (0.08 to 0.09) | 1 | yes | –, – |
            | PostgreSQL: single posting, 2 connections | one | 9,004 /s | 5,004 /s | 0.10 (0.11 to 0.12) | 1 | yes | –, – |
            | PostgreSQL: single posting, 4 connections | one | 9,005 /s | 7,005 /s | 0.13 (0.14 to 0.15) | 1 | yes | –, – |
            | PostgreSQL: single posting, 8 connections | one | 9,906 /s | 6,006 /s | 0.16 (0.17 to 0.18) | 1 | yes | –, – |
            | PostgreSQL: bulk posting, 100 a call, of one account | one | 90,007 /s | 70,007 /s | 0.19 (0.20 to 0.21) | 1 | yes | –, – |
            | PostgreSQL: bulk posting, 100 a call, of random ones | one | 90,008 /s | 70,008 /s | 0.22 (0.23 to 0.24) | 1 | yes | –, – |

            ## What is kept

            | what | in memory | on PostgreSQL | in its log |
            |---|---|---|---|
            | account, with its owner and first organization | 1,101 | 1,102 | 1,103 |
            | further organization, its first period charged | 1,201 | 1,202 | 1,203 |
            | membership, with its user | 1,301 | 1,302 | 1,303 |
            | phone number | 1,401 | 1,402 | 1,403 |
            | ledger entry | 1,501 | 1,502 | 1,503 |
            | charged period, with its entry | 1,601 | 1,602 | 1,603 |
            """;

    private static final String POSTGRESQL = """
            # PostgreSQL

            ## Round trips

            | Operation | Round trips |
            |---|---|
            | usage of a call | 31 |
            | the same usage again | 35 |
            | usage of 20 calls | 32 |
            | a billing run with one account due | 44 |
            | a billing run with one account due, where locks of several are refused (Citus) | 46 |
            | the same with auto-recharge, which is not needed | 43 |
            """;

    @Test
    void X1_everyFigureIsReadFromItsOwnCell() {
        Figures figures = Figures.read(BENCHMARKS, POSTGRESQL);
        assertThat(figures.one()).isEqualTo(3_003);
        assertThat(figures.connections()).isEqualTo(4);
        assertThat(figures.single()).isEqualTo(7_005);
        assertThat(figures.bulk()).isEqualTo(70_008);
        assertThat(figures.charged()).isEqualTo(80_002);
        assertThat(figures.tripsOfPosting()).isEqualTo(35);
        assertThat(figures.tripsOfBilling()).isEqualTo(46);
        assertThat(figures.kept()).hasSameSizeAs(Thing.values());
        int hundred = 1_000;
        for (Thing thing : Thing.values()) {
            hundred += 100;
            assertThat(figures.kept())
                    .containsEntry(
                            thing,
                            new Kept(thing, hundred + 1, OptionalLong.of(hundred + 2), OptionalLong.of(hundred + 3)));
            assertThat(figures.memory(thing)).isEqualTo(hundred + 1);
            assertThat(figures.stored(thing)).isEqualTo(hundred + 2);
            assertThat(figures.logged(thing)).isEqualTo(hundred + 3);
        }
    }

    @Test
    void X1_whatIsNoRateOrNotThereIsRefused() {
        assertThatThrownBy(() -> Figures.read(BENCHMARKS.replace("80,002 /s", "80,002 ns"), POSTGRESQL))
                .hasMessageContaining("80,002 ns");
        assertThatThrownBy(() -> Figures.read(BENCHMARKS.replace("single posting", "a posting"), POSTGRESQL))
                .hasMessageContaining("single posting");
        assertThatThrownBy(() -> Figures.read(BENCHMARKS, POSTGRESQL.replace("the same usage again", "usage again")))
                .hasMessageContaining("the same usage again");
    }
}
