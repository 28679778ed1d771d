package com.phoneunite.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Rule I4: every program is run twice, once as it is, and once without what concerns other organizations than A; the people of A see
 * the same. {@link Program} says which exceptions of the rule are taken out, and how. What is seen in an organization never has a mark of
 * another one in it ({@link Marks}).
 */
class NonInterferenceProperties {

    private static final int TRIES = 300;
    private static final Tally TALLY = new Tally();
    private static int tried;

    /** One seed in the build, so that what is counted below does not vary; it holds for any other, too. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = "1306323609943559113")
    void I4_thePeopleOfOneOrganizationSeeTheSameWithTheOperationsOfAllOthersLeftOut(
            @ForAll("programs") List<Command> commands, @ForAll boolean firstEver, @ForAll boolean rich)
            throws IOException {
        Program full = Program.full(firstEver, rich, commands, TALLY);
        Program alone = Program.alone(firstEver, rich, commands, full.crossings());

        assertThat(full.leaks()).isEmpty();
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
        tried++;
        if (tried == TRIES) {
            Files.writeString(Path.of("target", "non-interference.md"), TALLY.page(TRIES, Reach.ofOperations()));
            verifyEverythingWasTried();
        }
    }

    /** No operation that never succeeds, or is never refused, proves anything. Organizations that are added late come on top. */
    private static void verifyEverythingWasTried() {
        List<String> missing = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Place place : operation.places()) {
                Tally.Times times = TALLY.of(operation, place);
                boolean late = place == Place.ADDED;
                if (operation.everSucceeds() && times.succeeded() == 0 && !late) {
                    missing.add(operation + " never succeeded: " + place);
                }
                if (operation.isEverRefused() && times.refused() == 0 && !late) {
                    missing.add(operation + " was never refused: " + place);
                }
                if (times.succeeded() + times.refused() == 0) {
                    missing.add(operation + " was never tried: " + place);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(TALLY.answersSeen().keySet())
                .contains(
                        "ok",
                        "ORGANIZATION_NOT_FOUND",
                        "ADMINISTRATOR_REQUIRED",
                        "OWNER_REQUIRED",
                        "USER_NOT_FOUND",
                        "ALREADY_MEMBER",
                        "EXTENSION_TAKEN",
                        "EXTENSION_AMBIGUOUS",
                        "INVITATION_NOT_FOUND",
                        "INVITATION_NOT_VALID",
                        "PHONE_NUMBER_NOT_FOUND",
                        "DESTINATION_NOT_FOUND",
                        "CALL_TREE_NOT_VALID",
                        "REFERENCE_NOT_FOUND",
                        "RESOURCE_NOT_FOUND",
                        "RESOURCE_NAME_TAKEN",
                        "RESOURCE_IN_USE",
                        "ENTRY_NOT_FOUND",
                        "ORGANIZATION_SUSPENDED",
                        "INVALID_INPUT");
    }

    @Example
    void I4_everyPublicMethodOfTheFrontDoorsIsReachedByAnOperation() {
        Map<Operation, List<String>> reached = Reach.ofOperations();
        Set<String> all = reached.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        assertThat(all).containsExactlyInAnyOrderElementsOf(Doors.namesOfUsers());
    }

    @Provide
    Arbitrary<List<Command>> programs() {
        List<Tuple.Tuple2<Integer, Operation>> weighed = Arrays.stream(Operation.values())
                .map(one -> Tuple.of(one.weight(), one))
                .collect(Collectors.toList());
        Arbitrary<Place> places = Arbitraries.frequency(
                Tuple.of(5, Place.HERE), Tuple.of(4, Place.THERE), Tuple.of(2, Place.ADDED), Tuple.of(2, Place.FAR));
        Arbitrary<Integer> actors = Arbitraries.integers().between(0, Cast.ACTORS - 1);
        Arbitrary<Integer> people = Arbitraries.integers().between(0, Cast.PEOPLE - 1);
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 11);
        return Combinators.combine(Arbitraries.frequency(weighed.toArray(NonInterferenceProperties::tuples)), places)
                .as(Tuple::of)
                .flatMap(what -> Combinators.combine(actors, people, numbers)
                        .as((who, whom, number) -> new Command(what.get1(), what.get2(), who, whom, number)))
                .list()
                .ofMinSize(25)
                .ofMaxSize(55);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Tuple.Tuple2<Integer, Operation>[] tuples(int size) {
        return new Tuple.Tuple2[size];
    }
}
