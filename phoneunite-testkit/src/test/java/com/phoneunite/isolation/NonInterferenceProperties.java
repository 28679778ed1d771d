package com.phoneunite.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.phoneunite.isolation.Program.Command;
import com.phoneunite.isolation.Program.Operation;
import com.phoneunite.isolation.Program.Place;
import com.phoneunite.isolation.Program.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Rule I4: every program is run twice, once as it is, and once without what concerns other organizations than A; the people of A see
 * the same. {@link Program} says which exceptions of the rule are taken out, and how.
 */
class NonInterferenceProperties {

    private static final int TRIES = 500;
    private static final AtomicInteger TRIED = new AtomicInteger();

    /** One seed in the build, so that what is counted below does not vary; it holds for any other, too. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = "1306323609943559113")
    void I4_thePeopleOfOneOrganizationSeeTheSameWithTheOperationsOfAllOthersLeftOut(
            @ForAll("programs") List<Command> commands, @ForAll boolean firstEver, @ForAll boolean rich) {
        Program full = new Program(firstEver, rich, true);
        full.run(commands, Set.of());
        Program alone = new Program(firstEver, rich, false);
        alone.run(commands, full.notDeactivated());

        assertThat(alone.seen()).hasSameSizeAs(full.seen());
        for (int i = 0; i < full.seen().size(); i++) {
            Seen with = full.seen().get(i);
            Seen without = alone.seen().get(i);
            if (with.standsElsewhere()) {
                assertThat(without.ofHere()).isEqualTo(with.ofHere());
            } else {
                assertThat(without.all()).isEqualTo(with.all());
            }
        }
        collect(full);
    }

    /** No operation that never succeeds, or is never refused to the people of A, proves anything. */
    private static void collect(Program full) {
        full.succeeded().forEach(one -> Statistics.label("succeeded").collect(one.get1(), one.get2()));
        full.seen().forEach(one -> Statistics.label("answers seen").collect(one.answer()));
        if (TRIED.incrementAndGet() != TRIES) {
            return;
        }
        Statistics.label("succeeded").coverage(coverage -> {
            for (Operation operation : Operation.values()) {
                for (Place place : operation.places()) {
                    coverage.check(operation, place).count(times -> times > 0);
                }
            }
        });
        Statistics.label("answers seen")
                .coverage(coverage -> List.of(
                                "ok",
                                "ORGANIZATION_NOT_FOUND",
                                "ADMINISTRATOR_REQUIRED",
                                "OWNER_REQUIRED",
                                "USER_NOT_FOUND",
                                "ALREADY_MEMBER",
                                "EXTENSION_TAKEN",
                                "INVITATION_NOT_FOUND",
                                "INVITATION_NOT_VALID")
                        .forEach(code -> coverage.check(code).count(times -> times > 0)));
    }

    @Provide
    Arbitrary<List<Command>> programs() {
        List<Tuple.Tuple2<Integer, Operation>> weighed = Arrays.stream(Operation.values())
                .map(one -> Tuple.of(one.weight(), one))
                .collect(Collectors.toList());
        Arbitrary<Place> places = Arbitraries.frequency(
                Tuple.of(5, Place.HERE), Tuple.of(4, Place.THERE), Tuple.of(1, Place.ADDED), Tuple.of(1, Place.FAR));
        Arbitrary<Integer> actors = Arbitraries.integers().between(0, Program.ACTORS - 1);
        Arbitrary<Integer> people = Arbitraries.integers().between(0, Program.PEOPLE - 1);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
        return Combinators.combine(Arbitraries.frequency(weighed.toArray(NonInterferenceProperties::tuples)), places)
                .as(Tuple::of)
                .flatMap(what -> Combinators.combine(actors, people, numbers)
                        .as((who, whom, number) -> new Command(what.get1(), what.get2(), who, whom, number)))
                .list()
                .ofMinSize(15)
                .ofMaxSize(35);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Tuple.Tuple2<Integer, Operation>[] tuples(int size) {
        return new Tuple.Tuple2[size];
    }
}
