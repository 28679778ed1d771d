package com.phoneunite.testkit.jqwik;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Programs as data, of whatever kinds of steps a test has. Immutable.
 *
 * <pre>{@code
 * Programs.of(Kind.class).numbers(0, 15).amounts(1, 900).upTo(30)
 * }</pre>
 *
 * @param <K> the kinds of steps
 */
public final class Programs<K> {

    private final Arbitrary<K> kinds;
    private final Arbitrary<Integer> numbers;
    private final Arbitrary<Long> amounts;

    private Programs(Arbitrary<K> kinds, Arbitrary<Integer> numbers, Arbitrary<Long> amounts) {
        this.kinds = kinds;
        this.numbers = numbers;
        this.amounts = amounts;
    }

    /** Of all these kinds, as often one as the other. */
    public static <E extends Enum<E>> Programs<E> of(Class<E> kinds) {
        return drawnFrom(Arbitraries.of(kinds));
    }

    /** Of these kinds, as often as they are drawn. */
    public static <K> Programs<K> drawnFrom(Arbitrary<K> kinds) {
        return new Programs<>(kinds, Arbitraries.just(0), Arbitraries.just(0L));
    }

    /** The numbers of the steps, both included; 0 unless it is said otherwise. */
    public Programs<K> numbers(int least, int most) {
        return new Programs<>(kinds, Arbitraries.integers().between(least, most), amounts);
    }

    /** The amounts of the steps in minor units, both included; 0 unless it is said otherwise. */
    public Programs<K> amounts(long least, long most) {
        return new Programs<>(kinds, numbers, Arbitraries.longs().between(least, most));
    }

    /** Programs of no step to so many. */
    public Arbitrary<List<Step<K>>> upTo(int steps) {
        return between(0, steps);
    }

    /** Programs of so many steps to so many. */
    public Arbitrary<List<Step<K>>> between(int least, int most) {
        return Combinators.combine(kinds, numbers, amounts)
                .as((kind, number, minor) -> new Step<>(kind, number, minor))
                .list()
                .ofMinSize(least)
                .ofMaxSize(most);
    }
}
