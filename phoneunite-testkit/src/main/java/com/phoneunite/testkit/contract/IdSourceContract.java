package com.phoneunite.testkit.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule I2: what the source of ids must do that a host gives to {@code PhoneUnite.builder(store).ids(…)}. */
public interface IdSourceContract extends Contract {

    /** The source, made anew: as another host has it, or this one after a restart. */
    Supplier<UUID> ids();

    @Test
    default void I2_noIdIsMadeTwice() {
        Proof.of("I2", "something new has the id of something else, and nothing can be added", proof -> {
            Supplier<UUID> ids = ids();
            Set<UUID> made = new HashSet<>();
            Stream.generate(ids).limit(20_000).forEach(made::add);
            proof.same("how many of 20000 ids are different", 20_000, made.size());
        });
    }

    @Test
    default void I2_noIdIsMadeTwiceAfterARestart() {
        Proof.of("I2", "after a restart nothing can be added until old ids are used up", proof -> {
            Supplier<UUID> one = ids();
            Supplier<UUID> other = ids();
            Set<UUID> made = new HashSet<>();
            Stream.generate(one).limit(2_000).forEach(made::add);
            Stream.generate(other).limit(2_000).forEach(made::add);
            proof.same("how many of 4000 ids of two sources are different", 4_000, made.size());
        });
    }

    @Test
    default void I2_noIdIsMadeTwiceByManyThreads() {
        needs(AdapterFeature.CONCURRENT);
        Proof.of("I2", "two calls at once make one id, and one of them fails", proof -> {
            List<UUID> all = Threads.drawnBy(4, 5_000, ids());
            proof.same("how many of 20000 ids of four threads are different", 20_000, new HashSet<>(all).size());
        });
    }
}
