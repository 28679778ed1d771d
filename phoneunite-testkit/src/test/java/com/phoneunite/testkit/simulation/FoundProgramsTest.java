package com.phoneunite.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What long sweeps found an auditor wrong in, made short, and done again in every build. */
class FoundProgramsTest {

    @ParameterizedTest
    @CsvSource({
        // An attempt of one host, while the other one moves the clock and is looked at.
        "2172, 99 100 105 185 252 256 257 356 404 405",
        // Two return by a clock that has gone back, each from when it was suspended, and at the price of that day.
        "7944, 0 45 225 227 244 340 694 728 765 778 799 837 846 851 852 883 887 888 890 901 904 916 917 919 979 990",
        // A return of an account with nothing left becomes free by a price that was announced after its suspension.
        "9880, 42 59 102 325 335 341 371 558 576"
    })
    void X2_B8_whatAnHonestStoreDidIsNoFault(long seed, String commands) {
        Integer[] only =
                Arrays.stream(commands.split(" ")).map(Integer::valueOf).toArray(Integer[]::new);

        SimulationReport report =
                Simulation.inMemory().seed(seed).steps(1_000).only(only).run();

        assertThat(report.steps()).isEqualTo(only.length);
    }
}
