package com.phoneunite.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.store.memory.InMemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of core's ports reject no adapter that is right, whatever is drawn. */
class RightAdaptersContractTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** The memory store as a place that outlives its process: it is opened again as it is. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theMemoryStoreIsNeverRejected(long seed) {
        CoreSubject subject = CoreSubject.of(InMemoryStore::create).withSeed(seed);
        SortedSet<String> tests = ContractTests.of(StoreContracts.class);
        List<String> rejected = new ArrayList<>();
        for (String test : new OddValues(seed).shuffled(List.copyOf(tests))) {
            Optional<Throwable> failure = ContractTests.run(subject, StoreContracts.class, test);
            failure.ifPresent(thrown -> rejected.add(test + ": " + thrown));
        }
        assertThat(rejected)
                .as("tests of %s that reject the memory store with seed %d", tests.size(), seed)
                .isEmpty();
    }
}
