package io.factmatrix.creator.domain.commission;

import io.factmatrix.ledger.domain.touchpoint.CountedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a line earns, in minor units of its currency, rounded HALF_UP.
 *
 * @param rate the share, as it was when the line was paid
 * @param estimated of what was paid
 * @param actual of what is left of it after refunds, at the same rate
 */
public record Earned(BigDecimal rate, long estimated, long actual) {

    static Earned of(CountedLine line, BigDecimal rate) {
        return new Earned(rate, share(line.paid(), rate), share(line.paid() - line.refunded(), rate));
    }

    private static long share(long amount, BigDecimal rate) {
        return BigDecimal.valueOf(amount)
                .multiply(rate)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
