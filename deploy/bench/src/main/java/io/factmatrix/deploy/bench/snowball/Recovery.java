package io.factmatrix.deploy.bench.snowball;

import io.factmatrix.gateway.domain.snowball.Day;
import io.factmatrix.gateway.domain.snowball.Meter;
import io.factmatrix.gateway.domain.snowball.Outlook;
import io.factmatrix.gateway.domain.snowball.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What became of many planted merchants of one kind: 120 days are read, 14 more are kept back. */
final class Recovery {

    private static final int READ = 120;
    private static final int AHEAD = 14;
    private static final int WEEK = 7;
    private static final double NEAR = 0.03;

    private final double r;
    private int runs;
    private int told;
    private int near;
    private int held;
    private final Misses free = new Misses(
            day -> value(day, Day::impressions) - value(day, Day::paidImpressions),
            amounts -> amounts.freeImpressions().value());
    private final Misses gmv =
            new Misses(day -> value(day, Day::gmv), amounts -> amounts.gmv().value());

    /**
     * @param r that is planted; not a number where none is
     */
    Recovery(double r) {
        this.r = r;
    }

    /** One of them, of 134 days. */
    void add(List<Day> days) {
        var known = days.subList(0, READ);
        var reading = Meter.read(known, null);
        runs++;
        var loop = reading.loop();
        if (loop != null) {
            told++;
            near += Math.abs(loop.r().value() - r) <= NEAR ? 1 : 0;
            held += loop.r().lower() <= r && r <= loop.r().upper() ? 1 : 0;
        }
        free.add(days, reading);
        gmv.add(days, reading);
    }

    static int length() {
        return READ + AHEAD;
    }

    /** A line of a table: what was planted, told, near, held, and the misses of both series. */
    String[] line(String what) {
        boolean planted = !Double.isNaN(r);
        return new String[] {
            what, percent(told), planted ? percent(near) : "–", planted ? percent(held) : "–", free.text(), gmv.text()
        };
    }

    private String percent(int of) {
        return String.format(Locale.ROOT, "%.0f%%", 100.0 * of / runs);
    }

    private static double value(Day day, Function<Day, ? extends Number> counter) {
        return Objects.requireNonNull(counter.apply(day)).doubleValue();
    }

    /** WAPE of three forecasts of one series: Σ |forecast − actual| / Σ |actual|, mean over the merchants. */
    private final class Misses {

        private final ToDoubleFunction<Day> actual;
        private final ToDoubleFunction<Outlook.Amounts> forecast;
        private double snowball;
        private double naive;
        private double smoothed;

        Misses(ToDoubleFunction<Day> actual, ToDoubleFunction<Outlook.Amounts> forecast) {
            this.actual = actual;
            this.forecast = forecast;
        }

        void add(List<Day> days, Reading reading) {
            var was = days.stream().mapToDouble(actual).toArray();
            var known = Arrays.copyOf(was, READ);
            var lastWeek = new double[AHEAD];
            Arrays.setAll(lastWeek, day -> known[READ - WEEK + day % WEEK]);
            var prospects = Objects.requireNonNull(reading.prospects());
            snowball += wape(
                    was,
                    prospects.outlook().days().stream()
                            .mapToDouble(day -> forecast.applyAsDouble(day.amounts()))
                            .toArray());
            naive += wape(was, lastWeek);
            smoothed += wape(was, HoltWinters.forecast(known, AHEAD));
        }

        private static double wape(double[] was, double[] forecast) {
            double off = 0;
            double all = 0;
            for (int day = 0; day < AHEAD; day++) {
                off += Math.abs(forecast[day] - was[READ + day]);
                all += was[READ + day];
            }
            return off / all;
        }

        String text() {
            return String.format(Locale.ROOT, "%.3f · %.3f · %.3f", snowball / runs, naive / runs, smoothed / runs);
        }
    }
}
