package com.phoneunite.benchmarks;

import com.phoneunite.benchmarks.figure.Spread;
import com.phoneunite.benchmarks.memory.Curve;
import java.util.List;
import java.util.Locale;

/** A curve as a picture (SVG): the cost against the size, both as logarithms, with the spread of the rounds. */
final class Chart {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int LEFT = 80;
    private static final int RIGHT = 20;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;

    private final StringBuilder svg = new StringBuilder();
    private final double leastX;
    private final double mostX;
    private final double leastY;
    private final double mostY;

    private Chart(List<Integer> sizes, List<Spread> costs) {
        leastX = Math.log10(sizes.get(0));
        mostX = Math.log10(sizes.get(sizes.size() - 1));
        leastY = Math.floor(
                Math.log10(costs.stream().mapToDouble(Spread::least).min().orElseThrow()));
        mostY = Math.max(
                leastY + 1,
                Math.ceil(Math.log10(
                        costs.stream().mapToDouble(Spread::most).max().orElseThrow())));
    }

    static String of(Curve.Measured measured) {
        Curve curve = measured.curve();
        return new Chart(curve.sizes(), measured.costs()).draw(curve, measured.costs());
    }

    private String draw(Curve curve, List<Spread> costs) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
        text(WIDTH / 2.0, 20, "middle", curve.name() + ", ns each, by " + curve.size());
        for (double y = leastY; y <= mostY; y++) {
            add("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%3$.1f\" stroke=\"#ddd\"/>", LEFT, WIDTH - RIGHT, y(y));
            text(LEFT - 8.0, y(y) + 4, "end", String.format(Locale.ROOT, "%,.0f", Math.pow(10, y)));
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < costs.size(); i++) {
            double x = x(Math.log10(curve.sizes().get(i)));
            Spread cost = costs.get(i);
            text(
                    x,
                    HEIGHT - BOTTOM + 20.0,
                    "middle",
                    String.format(Locale.ROOT, "%,d", curve.sizes().get(i)));
            add(
                    "<line x1=\"%.1f\" x2=\"%1$.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#888\" stroke-width=\"2\"/>",
                    x, logY(cost.least()), logY(cost.most()));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#06c\"/>", x, logY(cost.median()));
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, logY(cost.median())));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#06c\"/>",
                line.toString().strip());
        add("</svg>");
        return svg.toString();
    }

    private void text(double x, double y, String anchor, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private double x(double logarithm) {
        return LEFT + 20 + (logarithm - leastX) / (mostX - leastX) * (WIDTH - LEFT - RIGHT - 40);
    }

    private double logY(double value) {
        return y(Math.log10(value));
    }

    private double y(double logarithm) {
        return HEIGHT - BOTTOM - (logarithm - leastY) / (mostY - leastY) * (HEIGHT - TOP - BOTTOM);
    }
}
