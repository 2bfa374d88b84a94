package io.factmatrix.gateway.domain.work.evidence;

import java.time.Instant;

/**
 * What is asked of the products of a field.
 *
 * @param to the end of the last week
 */
public record AfterSalesQuestion(Instant to, int weeks, String currency) {

    /** The weeks before the last midnight of that moment. */
    public static AfterSalesQuestion of(Judging judging) {
        return new AfterSalesQuestion(
                judging.lastDays(1).end(),
                AfterSalesEvidence.WEEKS,
                judging.settings().currency());
    }
}
