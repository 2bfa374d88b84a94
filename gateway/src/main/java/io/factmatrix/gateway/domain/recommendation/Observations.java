package io.factmatrix.gateway.domain.recommendation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Days that follow each other, their costs known; not to be written to. */
final class Observations {

    private final LocalDate first;
    private final double[] cost;
    private final double[] netGmv;

    private Observations(LocalDate first, double[] cost, double[] netGmv) {
        this.first = first;
        this.cost = cost;
        this.netGmv = netGmv;
    }

    static Observations of(List<Day> days) {
        return new Observations(
                days.get(0).date(),
                days.stream()
                        .mapToDouble(day -> Objects.requireNonNull(day.cost()).doubleValue())
                        .toArray(),
                days.stream().mapToDouble(day -> day.netGmv().doubleValue()).toArray());
    }

    int size() {
        return cost.length;
    }

    double cost(int day) {
        return cost[day];
    }

    double netGmv(int day) {
        return netGmv[day];
    }

    double meanCost() {
        return Arrays.stream(cost).average().orElseThrow();
    }

    double leastCost() {
        return Arrays.stream(cost).min().orElseThrow();
    }

    double mostCost() {
        return Arrays.stream(cost).max().orElseThrow();
    }

    double meanNetGmv() {
        return Arrays.stream(netGmv).average().orElseThrow();
    }

    /** As a share of the mean; not a number where nothing was ever spent. */
    double variationOfCost() {
        double mean = meanCost();
        double squares =
                Arrays.stream(cost).map(of -> (of - mean) * (of - mean)).sum();
        return Math.sqrt(squares / (cost.length - 1)) / mean;
    }

    /** 0 for Monday. */
    int weekday(int day) {
        return first.plusDays(day).getDayOfWeek().ordinal();
    }

    /** The same costs, that brought something else. */
    Observations with(double[] otherNetGmv) {
        return new Observations(first, cost, otherNetGmv);
    }

    /** The first of them. */
    Observations until(int days) {
        return new Observations(first, Arrays.copyOf(cost, days), Arrays.copyOf(netGmv, days));
    }
}
