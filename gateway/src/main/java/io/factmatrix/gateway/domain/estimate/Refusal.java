package io.factmatrix.gateway.domain.estimate;

import java.time.LocalDate;

/**
 * Why something is not estimated.
 *
 * @param code stable
 * @param detail what was found and what was expected
 */
public record Refusal(String code, String detail) {

    private static final String MISSING = "field.missing";

    /** A field did not answer for all days. */
    public static Refusal missing(String field, String reason) {
        return new Refusal(MISSING, "%s: %s (expected: an answer for every day)".formatted(field, reason));
    }

    /** The zone has no such day: what is told of days that follow each other would be shifted behind it. */
    public static Refusal skippedDay(LocalDate date, String zone) {
        return new Refusal(
                "days.skipped", "%s: no day in %s (expected: days that follow each other)".formatted(date, zone));
    }

    /** Whether it is what others hold, and not what they hold tells. */
    public boolean isMissing() {
        return code.equals(MISSING);
    }

    public static Refusal tooFewDays(long days, int expected) {
        return new Refusal("days.too_few", "days: %d (expected: at least %d)".formatted(days, expected));
    }

    /**
     * @param least the coefficient of variation at which something moves
     */
    public static Refusal noVariation(String of, double least) {
        return new Refusal(
                "variation.none",
                "%s: hardly moves (expected: a coefficient of variation of %s at least)".formatted(of, least));
    }
}
