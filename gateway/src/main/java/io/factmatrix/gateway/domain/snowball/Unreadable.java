package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Estimate;
import io.factmatrix.gateway.domain.estimate.Refusal;
import java.time.LocalDate;

/** Why the snowball is not read, beside what any estimate is refused for. */
final class Unreadable {

    private Unreadable() {}

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

    /** What comes by itself and what that brings come alike each day then. */
    static Refusal constantlyPaid(double least) {
        return new Refusal(
                "paid.constant",
                "paidImpressions: hardly move (expected: a coefficient of variation of %s at least, or none at all)"
                        .formatted(least));
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
