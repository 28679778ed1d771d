package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Figure;
import com.phoneunite.benchmarks.figure.Figure.Samples;
import com.phoneunite.benchmarks.figure.Growth;
import com.phoneunite.benchmarks.figure.Row;
import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.figure.Tenfold;
import com.phoneunite.benchmarks.kept.Kept;
import com.phoneunite.benchmarks.kept.Thing;
import com.phoneunite.benchmarks.memory.Curve;
import com.phoneunite.benchmarks.memory.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A page as the long version writes it, of figures that nobody has measured, and no two of which are alike. */
final class SamplePage {

    private static final double FLOOR = 20_000;

    private SamplePage() {}

    /** Ours came to that in the first row and to ten more in each further one; the floor to 20,000 more than ours. */
    static Page of(double first) {
        List<Figure> figures = new ArrayList<>();
        for (Row row : Benchmarks.rows(Effort.Sizes.FULL)) {
            double ours = first + 10 * figures.size();
            figures.add(Figure.of(row, samples(FLOOR + ours, 9), samples(ours, 8)));
        }
        List<Curve.Measured> curves =
                Curve.all(true).stream().map(SamplePage::measured).toList();
        List<Tenfold> tenfolds = new ArrayList<>(List.of(
                Tenfold.of("how long", "s", 100_000, List.of(2.0, 4.0), List.of(20.0, 40.0), 10),
                Tenfold.of("how much", "MiB", 100_000, List.of(8.0), List.of(10.0), 1.2)));
        curves.forEach(curve -> curve.tenfold().ifPresent(tenfolds::add));
        List<Kept> kept = new ArrayList<>();
        for (Thing thing : Thing.values()) {
            int place = kept.size();
            kept.add(new Kept(
                    thing, 1_234 + place, OptionalLong.of(567 + 10L * place), OptionalLong.of(8_900 + 100L * place)));
        }
        return new Page("Nowhere.", figures, curves, tenfolds, kept);
    }

    private static Curve.Measured measured(Curve curve) {
        return new Curve.Measured(
                curve,
                curve.sizes().stream()
                        .map(size -> new Spread(1, size, 2.0 * size))
                        .toList(),
                new Growth(new Spread(0.9, 1, 1.1), new Spread(1, 1.2, 1.3)),
                curve.measured(curve.sizes().stream()
                                .map(size -> List.of((double) size, 2.0 * size))
                                .toList())
                        .tenfold());
    }

    private static Samples samples(double median, double bytes) {
        return new Samples(List.of(median - 0.5, median + 0.5), List.of(bytes));
    }

    /** What ours came to in the row of that name, as a whole number. */
    static String ours(Page page, String name) {
        return page.figures().stream()
                .filter(figure -> figure.row().name().equals(name))
                .map(figure -> Table.number(figure.ours().median()))
                .findFirst()
                .orElseThrow();
    }
}
