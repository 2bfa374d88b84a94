package io.factmatrix.gateway.domain;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a view is asked for.
 *
 * @param shop only this one, null for all; {@code product} and {@code touchpoint} alike
 * @param asOf only what had been recorded by that moment of the past counts, null for all; in whole milliseconds
 */
public record Question(
        Period period,
        Currency currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint,
        @Nullable Instant asOf) {

    /** The same question about the period just before. */
    public Question previous() {
        return about(period.previous());
    }

    /** The same question about some of its days. */
    public Question about(Period days) {
        return new Question(days, currency, shop, product, touchpoint, asOf);
    }
}
