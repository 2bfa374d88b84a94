package io.factmatrix.gateway.domain.recommendation;

/**
 * How less and less comes of more and more cost, and how late. Of what the first unit of money brings, one more brings {@code (1 + k · cost / scale)^(−fall)} with {@code k = 2^(1/fall) − 1}: the
 * curve is a logarithm for a fall of 1, nearly a power for less, a hyperbola for 2, and nearly an exponential that saturates for a great one.
 *
 * @param scale the cost at which one unit of money more brings half of what the first one brought, in minor units
 * @param fall more than 0
 * @param carried which share of what acts on a day acts on the next one, too; less than 1
 * @see <a href="https://research.google/pubs/pub46001/">Jin et al., Bayesian methods for media mix modeling with carryover and shape effects, 2017</a>
 */
record Shape(double scale, double fall, double carried) {

    /** What comes of that cost, in units of the effect. */
    double of(double cost) {
        double grown = Math.log1p(steepness() * cost);
        return fall == 1 ? grown : Math.expm1((1 - fall) * grown) / (1 - fall);
    }

    /** What one unit of money more brings, in units of the effect. */
    double marginal(double cost) {
        return steepness() * Math.exp(-fall * Math.log1p(steepness() * cost));
    }

    private double steepness() {
        return Math.expm1(Math.log(2) / fall) / scale;
    }

    /** What comes of the costs that act on each day, in units of the effect. */
    double[] of(Observations days) {
        var of = acting(days, carried);
        for (int day = 0; day < of.length; day++) {
            of[day] = of(of[day]);
        }
        return of;
    }

    /** The costs that act on each day (geometric adstock); of the first as if the mean had been spent before. */
    static double[] acting(Observations days, double carried) {
        var acting = new double[days.size()];
        double before = days.meanCost();
        for (int day = 0; day < acting.length; day++) {
            before = (1 - carried) * days.cost(day) + carried * before;
            acting[day] = before;
        }
        return acting;
    }
}
