package io.factmatrix.gateway.domain.change;

/**
 * Why there is no decomposition.
 *
 * @param code {@code field.missing}, {@code factor.unknown} or {@code factor.zero}
 * @param detail what it is, and of which period
 */
public record Unexplained(String code, String detail) {

    /** A field did not answer, so both periods are not over the same fields. */
    public static Unexplained missing(String field) {
        return new Unexplained("field.missing", field + ": not known in both periods (expected: an answer for each)");
    }

    static Unexplained unknown(String of, String period) {
        return new Unexplained(
                "factor.unknown",
                "%s: no touchpoint of the period %s reported impressions, views, productImpressions and productClicks (expected: one at least)"
                        .formatted(of, period));
    }

    static Unexplained zero(String of, Factor factor, String period) {
        return new Unexplained(
                "factor.zero",
                "%s: %s is 0 or has nothing to divide by in the period %s (expected: more than 0)"
                        .formatted(of, factor.word(), period));
    }
}
