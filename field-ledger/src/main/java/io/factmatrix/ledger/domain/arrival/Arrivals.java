package io.factmatrix.ledger.domain.arrival;

import io.factmatrix.ledger.domain.LedgerId;
import java.time.Duration;
import java.time.Instant;

/** When events were recorded, whenever they happened. In the transaction of the caller. */
public interface Arrivals {

    /**
     * Those before a moment.
     *
     * @param at what was recorded later counts for nothing
     * @param window so far back from the last one
     * @param longerThan shorter gaps are not looked for
     */
    FieldArrivals before(LedgerId ledger, Instant at, Duration window, Duration longerThan);
}
