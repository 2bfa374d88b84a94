package io.factmatrix.gateway.domain.recommendation;

/**
 * How far off the curve is about days that are known by now: estimated three times, of the days until 28, 21 and 14 days before the end alone (rolling origin), and told what was spent on the 14 days
 * after each; beside what was sold on the same weekday last. Each is Σ |told − actual| / Σ |actual|; not a number where nothing was sold.
 */
public record Backtest(double curve, double seasonalNaive) {

    private static final int[] BEFORE_END = {28, 21, 14};
    private static final int AHEAD = 14;
    private static final int WEEK = 7;

    /** With fewer there are too few before the first of them. */
    static final int LEAST_DAYS = Response.LEAST_DAYS + BEFORE_END[0];

    static Backtest of(Observations days) {
        double curve = 0;
        double naive = 0;
        double actual = 0;
        for (int back : BEFORE_END) {
            int origin = days.size() - back;
            var told = Estimation.of(days.until(origin)).expected(days.until(origin + AHEAD));
            for (int ahead = 0; ahead < AHEAD; ahead++) {
                int day = origin + ahead;
                double was = days.netGmv(day);
                curve += Math.abs(told[day] - was);
                naive += Math.abs(days.netGmv(origin - WEEK + ahead % WEEK) - was);
                actual += Math.abs(was);
            }
        }
        return new Backtest(curve / actual, naive / actual);
    }
}
