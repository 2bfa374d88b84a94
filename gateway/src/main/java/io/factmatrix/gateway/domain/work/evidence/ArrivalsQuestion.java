package io.factmatrix.gateway.domain.work.evidence;

import io.factmatrix.gateway.domain.work.rule.RuleKind;
import java.time.Instant;

/**
 * What is asked of the arrivals of a field.
 *
 * @param days before the last event
 * @param hours of gaps: only what is longer is looked for
 */
public record ArrivalsQuestion(Instant at, int days, int hours) {

    private static final int DAYS = 28;

    /** The four weeks before the last event of that moment. */
    public static ArrivalsQuestion of(Judging judging) {
        return new ArrivalsQuestion(judging.at(), DAYS, (int) judging.threshold(RuleKind.SILENT_HOURS));
    }
}
