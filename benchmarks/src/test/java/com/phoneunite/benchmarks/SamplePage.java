package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Growth;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.kept.Thing;
import com.phoneunite.benchmarks.memory.Curve;
import com.phoneunite.benchmarks.memory.Effort;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** A page as the long version writes it, of figures that nobody has measured. */
final class SamplePage {

    private SamplePage() {}

    /** Every row of the floor and of ours came to that. */
    static Page of(double each) {
        Samples samples = new Samples(List.of(each - 0.5, each + 0.5), List.of(8.0));
        List<Figure> figures = Benchmarks.rows(Effort.Sizes.FULL).stream()
                .map(row -> Figure.of(row, samples, samples))
                .toList();
        List<Curve.Measured> curves = Curve.all(true).stream()
                .map(curve -> new Curve.Measured(
                        curve,
                        curve.sizes().stream()
                                .map(size -> new Spread(1, size, 2.0 * size))
                                .toList(),
                        new Growth(new Spread(0.9, 1, 1.1))))
                .toList();
        List<Kept> kept = Arrays.stream(Thing.values())
                .map(thing -> new Kept(thing, 1_234, OptionalLong.of(567), OptionalLong.of(8_900)))
                .toList();
        return new Page("Nowhere.", figures, curves, kept);
    }
}
