package io.factmatrix.gateway.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Whose people are asked for.
 *
 * @param from on a quarter of an hour of UTC, as is {@code to}, which is excluded
 * @param zone whose days tell who came back
 * @param currency of those who paid
 * @param shop only this one, null for all; {@code product} and {@code touchpoint} alike
 */
public record AudienceQuestion(
        Instant from,
        Instant to,
        ZoneId zone,
        Currency currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint) {

    /** About the period of a view. */
    public static AudienceQuestion of(Question question) {
        var period = question.period();
        return new AudienceQuestion(
                period.start(),
                period.end(),
                period.zone(),
                question.currency(),
                question.shop(),
                question.product(),
                question.touchpoint());
    }
}
