package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.gateway.domain.recommendation.Day;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A field whose sales answer to costs by a curve that is known, with noise of 8%, weekdays and a trend. Of what is measured nothing is used but the form of a day. Money in minor units.
 *
 * @param usual cost of a day
 * @param base net GMV that comes without any cost
 * @param brought net GMV that the usual cost brings
 * @param bend of the shape
 * @param growth of everything from the first day to the last, as a share
 * @param carried share of what acts on a day that acts on the next one, too
 */
record Planted(Shape shape, double usual, double base, double brought, double bend, double growth, double carried) {

    private static final double VARIATION = 0.45;
    private static final double NOISE = 0.08;
    private static final double WEEKDAYS = 0.2;

    /** Anyone of that kind. */
    static Planted any(Kind kind, RandomGenerator random) {
        double usual = 100_000 * Math.exp(random.nextDouble(-1, 1));
        return new Planted(
                kind.shape(),
                usual,
                usual * random.nextDouble(0.5, 3),
                usual * random.nextDouble(2, 6),
                random.nextDouble(0.3, 1.5),
                random.nextDouble(-0.2, 0.4),
                kind.carried());
    }

    /** Of an average day, in the middle of them. */
    double netGmv(double cost) {
        return base + brought * shape.of(cost / usual, bend);
    }

    /** What one unit of money more brings. */
    double marginal(double cost) {
        double step = usual / 1_000;
        return (netGmv(cost + step) - netGmv(cost - step)) / (2 * step);
    }

    List<Day> days(int count, RandomGenerator random) {
        var week = random.doubles(7, 1 - WEEKDAYS, 1 + WEEKDAYS).toArray();
        double mean = 0;
        for (double day : week) {
            mean += day / week.length;
        }
        var days = new ArrayList<Day>();
        double acting = usual;
        for (int day = 0; day < count; day++) {
            double weekday = week[day % 7] / mean;
            // More is spent where more is sold anyway.
            double cost = usual * Math.sqrt(weekday) * Math.max(0.05, 1 + VARIATION * random.nextGaussian());
            acting = (1 - carried) * cost + carried * acting;
            double grown = base * growth * (day / (count - 1.0) - 0.5);
            double sold = weekday * (netGmv(acting) + grown) * (1 + NOISE * random.nextGaussian());
            days.add(new Day(LocalDate.of(2026, 1, 1).plusDays(day), whole(cost), whole(sold), false));
        }
        return days;
    }

    private static BigInteger whole(double value) {
        return BigInteger.valueOf(Math.round(value));
    }
}
