package io.factmatrix.gateway.domain.snowball;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Days that follow each other, all of them known; not to be written to.
 */
final class Observations {

    private final LocalDate first;

    /** Impressions that were not paid for, more than 0. */
    private final double[] free;

    private final double[] paid;
    private final double[] views;

    /** In minor units. */
    private final double[] gmv;

    Observations(LocalDate first, double[] free, double[] paid, double[] views, double[] gmv) {
        this.first = first;
        this.free = free;
        this.paid = paid;
        this.views = views;
        this.gmv = gmv;
    }

    LocalDate first() {
        return first;
    }

    double[] free() {
        return free;
    }

    double[] paid() {
        return paid;
    }

    double[] views() {
        return views;
    }

    double[] gmv() {
        return gmv;
    }

    static Observations of(List<Day> days) {
        var impressions = all(days, Day::impressions);
        var paid = all(days, Day::paidImpressions);
        var free = new double[days.size()];
        Arrays.setAll(free, day -> impressions[day] - paid[day]);
        return new Observations(days.get(0).date(), free, paid, all(days, Day::views), all(days, Day::gmv));
    }

    private static double[] all(List<Day> days, Function<Day, @Nullable BigInteger> counter) {
        return days.stream()
                .map(counter)
                .mapToDouble(value -> value == null ? Double.NaN : value.doubleValue())
                .toArray();
    }

    int size() {
        return free.length;
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    /** 0 for Monday. */
    int weekday(int day) {
        return date(day).getDayOfWeek().ordinal();
    }

    double impressions(int day) {
        return free[day] + paid[day];
    }

    /** Of so many days, the last included: an impression's views. */
    double enter(int ofLast) {
        return sum(views, ofLast) / (sum(free, ofLast) + sum(paid, ofLast));
    }

    /** The same of money, in minor units for one impression. */
    double gpm(int ofLast) {
        return sum(gmv, ofLast) / (sum(free, ofLast) + sum(paid, ofLast));
    }

    private static double sum(double[] of, int last) {
        return Arrays.stream(of, Math.max(0, of.length - last), of.length).sum();
    }

    /** In minor units for one impression, day by day. */
    double[] gpm() {
        var gpm = new double[size()];
        Arrays.setAll(gpm, day -> gmv[day] / impressions(day));
        return gpm;
    }

    /** An impression's views, day by day. */
    double[] enter() {
        var enter = new double[size()];
        Arrays.setAll(enter, day -> views[day] / impressions(day));
        return enter;
    }

    /** Other traffic at the same GPM. */
    Observations with(double[] otherFree, double[] otherViews) {
        var gpm = gpm();
        var otherGmv = new double[size()];
        Arrays.setAll(otherGmv, day -> gpm[day] * (otherFree[day] + paid[day]));
        return new Observations(first, otherFree, paid, otherViews, otherGmv);
    }

    /** The first of them. */
    Observations until(int days) {
        return new Observations(
                first,
                Arrays.copyOf(free, days),
                Arrays.copyOf(paid, days),
                Arrays.copyOf(views, days),
                Arrays.copyOf(gmv, days));
    }
}
