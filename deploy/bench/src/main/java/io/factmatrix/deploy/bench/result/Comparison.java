package io.factmatrix.deploy.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure beside its limit, round by round: a line of the results. */
public final class Comparison {

    /** What a figure is, and what its ratio says. */
    public enum Figure {
        /** Events a second: the ratio is the share of the limit that is reached. */
        RATE("k/s", 1e-3),
        /** Seconds: the ratio is how many times the limit's it takes. */
        TIME("ms", 1e3),
        /** Seconds: the ratio is how many times faster it is than its peer. */
        TIME_SAVED("ms", 1e3);

        private final String unit;
        private final double scale;

        Figure(String unit, double scale) {
            this.unit = unit;
            this.scale = scale;
        }
    }

    private record Round(double measured, double limit) {}

    private final String name;
    private final String limit;
    private final Figure figure;
    private final Goal goal;
    private final List<Round> rounds = new ArrayList<>();

    public Comparison(String name, String limit, Figure figure, Goal goal) {
        this.name = name;
        this.limit = limit;
        this.figure = figure;
        this.goal = goal;
    }

    public String name() {
        return name;
    }

    /** The name of what it is compared with. */
    public String limit() {
        return limit;
    }

    /** Both in events a second, or both in seconds. */
    public void add(double measured, double limit) {
        if (!(measured > 0) || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "%s: %s beside %s (expected: both > 0)".formatted(name, measured, limit));
        }
        rounds.add(new Round(measured, limit));
    }

    /** The ratios of the rounds: each figure by the limit of its own round. */
    public Spread ratios() {
        return spread(
                round -> figure == Figure.TIME_SAVED ? round.limit / round.measured : round.measured / round.limit);
    }

    private Spread spread(ToDoubleFunction<Round> value) {
        return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
    }

    List<String> cells() {
        var ratios = ratios();
        return List.of(
                name,
                scaled(spread(Round::measured).median()),
                limit,
                scaled(spread(Round::limit).median()),
                ratio(ratios.min()),
                ratio(ratios.median()),
                ratio(ratios.max()),
                goal.text(),
                goal.verdict(ratios.median()));
    }

    private String scaled(double value) {
        return significant(value * figure.scale) + " " + figure.unit;
    }

    private static String ratio(double value) {
        return significant(value);
    }

    private static String significant(double value) {
        return String.format(
                java.util.Locale.ROOT,
                value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f",
                value);
    }
}
