package io.factmatrix.campaign.domain.offer;

/**
 * How much of an offer is claimed at a moment, in units.
 *
 * @param claimed held or confirmed; without what was held for too long by then
 * @param confirmed of these
 */
public record Tally(long claimed, long confirmed) {

    /** Held, and not yet confirmed. */
    public long held() {
        return claimed - confirmed;
    }
}
