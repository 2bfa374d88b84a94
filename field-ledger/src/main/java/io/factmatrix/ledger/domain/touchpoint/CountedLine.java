package io.factmatrix.ledger.domain.touchpoint;

import java.time.Instant;

/**
 * A paid line that counts: no sample, not replaced, not outclaimed.
 *
 * @param event the id of the paid event that counts
 * @param paid in minor units of the currency
 * @param refunded likewise: what counts of its refunds, up to now
 */
public record CountedLine(
        String event,
        Instant occurredAt,
        String shop,
        String touchpoint,
        String order,
        String line,
        String product,
        long paid,
        long refunded,
        String currency) {

    /** Where it stands among all lines: by time, then by the event's id as bytes. */
    public Place place() {
        return new Place(occurredAt, event);
    }

    /** Where a line stands. */
    public record Place(Instant occurredAt, String event) {

        public boolean isBefore(Place other) {
            int time = occurredAt.compareTo(other.occurredAt);
            return time < 0 || (time == 0 && event.compareTo(other.event) < 0);
        }
    }
}
