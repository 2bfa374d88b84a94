package io.factmatrix.gateway.domain.snowball;

import java.time.LocalDate;

/**
 * Why something is not estimated.
 *
 * @param code stable
 * @param detail what was found and what was expected
 */
public record Refusal(String code, String detail) {

    /** A field did not answer for all days. */
    public static Refusal missing(String field, String reason) {
        return new Refusal("field.missing", "%s: %s (expected: an answer for every day)".formatted(field, reason));
    }

    static Refusal tooFewDays(int days, int expected) {
        return new Refusal("days.too_few", "days: %d (expected: at least %d)".formatted(days, expected));
    }

    static Refusal unknownDays(String counter, LocalDate first, long days) {
        return new Refusal(
                "days.unknown",
                "%s: unknown on %d days, first on %s (expected: reported each day by every touchpoint that reports impressions)"
                        .formatted(counter, days, first));
    }

    static Refusal noFreeImpressions(LocalDate first, long days) {
        return new Refusal(
                "days.empty",
                "impressions: none but paid ones on %d days, first on %s (expected: some, and views, on each)"
                        .formatted(days, first));
    }

    static Refusal noVariation(String of) {
        return new Refusal(
                "variation.none", of + ": hardly moves (expected: a coefficient of variation of 0.01 at least)");
    }

    static Refusal tooManyOutliers(LocalDate first, int days) {
        return new Refusal(
                "outliers.too_many",
                "impressions: %d days are far from what all others say, first %s (expected: one day in twenty at most)"
                        .formatted(days, first));
    }

    static Refusal poorFit(double spread) {
        return new Refusal(
                "fit.poor",
                "residuals: a typical day is off by %.2f, as a logarithm (expected: 0.5 at most)".formatted(spread));
    }

    static Refusal tooWide(Estimate r) {
        return new Refusal(
                "bounds.too_wide",
                "r: from %.2f to %.2f, the days do not tell it (expected: bounds at most 0.4 apart)"
                        .formatted(r.lower(), r.upper()));
    }
}
