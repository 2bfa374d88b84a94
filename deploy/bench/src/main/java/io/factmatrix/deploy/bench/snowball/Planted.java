package io.factmatrix.deploy.bench.snowball;

import io.factmatrix.gateway.domain.snowball.Day;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A merchant whose traffic follows the equations of the model, as they are stated: with a stock of people, noise of 5% and weekdays. Of the meter nothing is used but the form of a day.
 *
 * @param kappa 0 in a funnel: then traffic comes back to a level of its own
 * @param paid impressions, as a share of the first day's free ones
 * @param variation of paid impressions, as a coefficient of variation
 */
record Planted(
        double rho,
        double delta,
        double phi,
        double enter,
        double kappa,
        double epsilon,
        double paid,
        double variation) {

    private static final double FIRST = 200_000;
    private static final double GPM = 50;
    private static final double NOISE = 0.05;
    private static final double GPM_NOISE = 0.1;
    private static final double WEEKDAYS = 0.2;

    /** From the value that a coefficient cannot reach, so much apart: else it is no loop, or one that nobody sees. */
    private static final double APART = 0.02;

    /** Anyone whose loop has the spectral radius r: det([[ρ − r, κ], [φ·enter, 1 − δ − r]]) = 0. */
    static Planted snowball(double r, RandomGenerator random) {
        while (true) {
            double rho = random.nextDouble(0.2, 0.75);
            double delta = random.nextDouble(0.1, 0.35);
            double phi = random.nextDouble(0.02, 0.1);
            double enter = random.nextDouble(0.1, 0.3);
            if (r > rho + APART && r > 1 - delta + APART) {
                return any(rho, delta, phi, enter, (r - rho) * (r - 1 + delta) / (phi * enter), random);
            }
        }
    }

    /** Anyone to whom traffic comes back in part, and else from elsewhere. */
    static Planted funnel(RandomGenerator random) {
        return any(random.nextDouble(0.1, 0.7), 0.2, 0.05, random.nextDouble(0.1, 0.3), 0, random);
    }

    private static Planted any(
            double rho, double delta, double phi, double enter, double kappa, RandomGenerator random) {
        return new Planted(
                rho,
                delta,
                phi,
                enter,
                kappa,
                random.nextDouble(0, 0.6),
                random.nextDouble(0.3, 1),
                random.nextDouble(0.3, 0.5));
    }

    List<Day> days(int count, RandomGenerator random) {
        var days = new ArrayList<Day>();
        var week = random.doubles(7, 1 - WEEKDAYS, 1 + WEEKDAYS).toArray();
        // Else the loop would be another one than was planted.
        double mean = Arrays.stream(week).average().orElseThrow();
        double free = FIRST;
        double elsewhere = kappa == 0 ? (1 - rho) * FIRST : 0;
        double stock = kappa == 0 ? 0 : (1 - rho) * FIRST / kappa;
        for (int day = 0; day < count; day++) {
            double seen = free * week[day % 7] / mean;
            double bought = FIRST * paid * Math.max(0.02, 1 + variation * random.nextGaussian());
            double views = enter * (seen + bought);
            double gpm = GPM * Math.exp(GPM_NOISE * random.nextGaussian());
            days.add(new Day(
                    LocalDate.of(2026, 1, 1).plusDays(day),
                    whole(seen + bought),
                    whole(bought),
                    whole(views),
                    whole(gpm * (seen + bought) / 10),
                    whole(phi * views)));
            free = (rho * free * Math.pow(gpm / GPM, epsilon) + kappa * stock + elsewhere)
                    * (1 + NOISE * random.nextGaussian());
            stock = (1 - delta) * stock + phi * views;
        }
        return days;
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
