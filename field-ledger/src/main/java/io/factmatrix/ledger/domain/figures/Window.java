package io.factmatrix.ledger.domain.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What figures are asked for.
 *
 * @param from included; on a quarter-hour
 * @param to excluded; on a quarter-hour
 * @param currency of the figures
 * @param shop only what happened in that shop
 * @param product only what concerns that product
 * @param touchpoint only what happened at that touchpoint
 */
public record Window(
        Instant from,
        Instant to,
        String currency,
        @Nullable String shop,
        @Nullable String product,
        @Nullable String touchpoint) {}
