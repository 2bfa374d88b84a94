package io.factmatrix.gateway.domain.snowball;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Days made by the equations of the model, as they are stated, with a stock of people: nothing of the estimator is used.
 *
 * @param phi what a view deposits
 * @param paid impressions, as a multiple of the first day's free ones
 * @param variation of paid impressions, as a coefficient of variation
 * @param noise of free impressions, as a share of them; {@code gpmNoise} of GPM, as a standard deviation of logarithms
 * @param weekdays the same of what weekdays multiply free impressions by
 */
record Planted(
        double rho,
        double delta,
        double phi,
        double enter,
        double r,
        double epsilon,
        double paid,
        double variation,
        double noise,
        double gpmNoise,
        double weekdays) {

    private static final double FIRST = 200_000;
    private static final double GPM = 50;

    /** So that the matrix of the loop has the spectral radius r: det([[ρ − r, κ], [φ·enter, 1 − δ − r]]) = 0. */
    private double kappa() {
        return (r - rho) * (r - 1 + delta) / (phi * enter);
    }

    boolean isPossible() {
        return r > rho + 0.01 && r > 1 - delta + 0.01;
    }

    List<Day> days(int count, Random random) {
        var days = new ArrayList<Day>();
        var week = random.doubles(7, -1, 1)
                .map(effect -> Math.exp(weekdays * effect))
                .toArray();
        double mean = Arrays.stream(week).average().orElseThrow();
        double free = FIRST;
        // As if the loop had run before: the stock in which both grow alike.
        double stock = phi * enter * FIRST * (1 + paid) / Math.max(r - 1 + delta, 0.02);
        for (int day = 0; day < count; day++) {
            var date = LocalDate.of(2026, 1, 1).plusDays(day);
            double bought = FIRST * paid * Math.max(0.02, 1 + variation * random.nextGaussian());
            double seen = free * week[day % 7] / mean;
            double views = enter * (seen + bought);
            double gpm = GPM * Math.exp(gpmNoise * random.nextGaussian());
            days.add(day(date, seen + bought, bought, views, gpm * (seen + bought) / 1_000, phi * views));
            free = (rho * free * Math.pow(gpm / GPM, epsilon) + kappa() * stock) * (1 + noise * random.nextGaussian());
            stock = (1 - delta) * stock + phi * views;
        }
        return days;
    }

    static Day day(
            LocalDate date, double impressions, double paid, double views, double gmv, @Nullable Double deposits) {
        return new Day(
                date,
                whole(impressions),
                whole(paid),
                whole(views),
                whole(gmv * 100),
                deposits == null ? null : whole(deposits));
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
