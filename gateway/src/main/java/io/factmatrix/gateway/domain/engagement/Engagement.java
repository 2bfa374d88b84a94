package io.factmatrix.gateway.domain.engagement;

import java.time.Instant;
import java.util.Currency;

/** An engagement as its service tells it, as far as a breakout needs it. */
public record Engagement(
        String id, String state, Instant start, Instant end, String shop, String touchpoint, Money slotFee) {

    /** An amount of a currency. */
    public record Money(String currency) {}

    Currency currency() {
        return Currency.getInstance(slotFee.currency());
    }
}
