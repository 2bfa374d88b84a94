package io.factmatrix.gateway.domain.snowball;

/**
 * Of the model. What the stock brings a day, κ·S, is observed no more than the stock is, but can be told in impressions.
 *
 * @param rho of a day's free impressions, those that come again the next day
 * @param kappaPhi free impressions that what a view deposits brings a day
 * @param delta of the stock, what is lost a day
 * @param epsilon how strongly GPM moves what comes again
 * @param brought free impressions that the stock brings at the beginning of the days
 */
record Coefficients(double rho, double kappaPhi, double delta, double epsilon, double brought) {

    /** Free impressions of the next day; {@code gpm} as a multiple of its median. */
    double next(double free, double gpm, double nowBrought) {
        return rho * free * Math.pow(gpm, epsilon) + nowBrought;
    }

    /** What the stock brings a day later. */
    double broughtAfter(double nowBrought, double views) {
        return (1 - delta) * nowBrought + kappaPhi * views;
    }

    /** What the stock brings after days with such views. */
    double broughtAfter(double[] views) {
        double now = brought;
        for (double of : views) {
            now = broughtAfter(now, of);
        }
        return now;
    }

    /**
     * The spectral radius of [[ρ, κ], [φ·enter, 1−δ]]: by what the loop multiplies itself a day. A stock to which views add nothing is no part of the loop: then it is ρ.
     */
    double r(double enter) {
        if (kappaPhi == 0) {
            return rho;
        }
        double half = (rho + 1 - delta) / 2;
        return half + Math.sqrt(half * half - rho * (1 - delta) + kappaPhi * enter);
    }
}
