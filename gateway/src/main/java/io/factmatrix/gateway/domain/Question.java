package io.factmatrix.gateway.domain;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a view is asked for.
 *
 * @param shop only this one, null for all; {@code product} and {@code touchpoint} alike
 */
public record Question(
        Period period,
        Currency currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint) {

    /** The same question about the period just before. */
    public Question previous() {
        return new Question(period.previous(), currency, shop, product, touchpoint);
    }
}
