package dev.groundswell.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Repeated measurements of one thing. Their median is the figure: on a shared machine the mean is other people's. */
public final class Samples {

    private static final double ROUNDING = 1000;

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public void clear() {
        values.clear();
    }

    public double median() {
        if (values.isEmpty()) {
            throw new IllegalStateException("Nothing was measured.");
        }
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** To the thousandth, which is more than a measurement is worth. */
    public static double rounded(double value) {
        return Math.round(value * ROUNDING) / ROUNDING;
    }
}
