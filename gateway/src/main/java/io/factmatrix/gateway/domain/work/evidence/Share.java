package io.factmatrix.gateway.domain.work.evidence;

/**
 * So many of so many, and between which bounds the share of all lies from which they were drawn: Wilson's score interval, which holds for few and for
 * shares near 0, too.
 *
 * @param of above 0
 */
record Share(long some, long of) {

    double value() {
        return (double) some / of;
    }

    /**
     * @param sigmas 2 for 95 %, 3 for 99.7 %
     */
    double lower(double sigmas) {
        return Math.max(0, center(sigmas) - halfWidth(sigmas));
    }

    double upper(double sigmas) {
        return Math.min(1, center(sigmas) + halfWidth(sigmas));
    }

    private double center(double z) {
        return (value() + z * z / (2 * of)) / (1 + z * z / of);
    }

    private double halfWidth(double z) {
        double p = value();
        return z / (1 + z * z / of) * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
    }
}
