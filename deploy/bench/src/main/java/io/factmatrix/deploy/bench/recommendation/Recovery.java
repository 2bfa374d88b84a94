package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.gateway.domain.recommendation.Day;
import io.factmatrix.gateway.domain.recommendation.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is found again of many planted fields of one kind, of 120 days each. */
final class Recovery {

    static final int DAYS = 120;

    private final List<Double> off = new ArrayList<>();
    private int runs;
    private int told;
    private int held;
    private double curve;
    private double naive;

    void add(Planted planted, List<Day> days) {
        runs++;
        var response = Response.of(days);
        var curves = response.curves();
        var backtest = response.backtest();
        if (curves == null || backtest == null) {
            return;
        }
        told++;
        double cost = meanCost(days);
        var marginal = curves.marginal(cost);
        double was = planted.marginal(cost);
        off.add(Math.abs(marginal.value() / was - 1));
        held += marginal.lower() <= was && was <= marginal.upper() ? 1 : 0;
        curve += backtest.curve();
        naive += backtest.seasonalNaive();
    }

    static double meanCost(List<Day> days) {
        return days.stream()
                .mapToDouble(day -> Objects.requireNonNull(day.cost()).doubleValue())
                .average()
                .orElseThrow();
    }

    /** A line of a table: the kind, told, held, off, and the misses of both forecasts. */
    String[] line(Kind kind) {
        Collections.sort(off);
        boolean answers = told > 0 && kind.shape() != Shape.NONE;
        return new String[] {
            kind.told(),
            percent(told, runs),
            answers ? percent(held, told) : "–",
            answers ? String.format(Locale.ROOT, "%.0f%%", 100 * off.get(told / 2)) : "–",
            told == 0 ? "–" : String.format(Locale.ROOT, "%.3f · %.3f", curve / told, naive / told)
        };
    }

    private static String percent(int of, int all) {
        return String.format(Locale.ROOT, "%.0f%%", 100.0 * of / all);
    }
}
