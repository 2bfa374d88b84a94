package io.factmatrix.ledger.domain.figures;

/**
 * Who was reached, by how far they came: everybody of a stage is in the one before it.
 *
 * @param aware who saw something, or more
 * @param interested who did something, or more
 * @param purchased who paid
 * @param loyal who paid on two or more different days
 * @param days when they paid, since who is loyal to none of two fields may be to both together
 */
public record Audience(
        AudienceSketch aware, AudienceSketch interested, Buyers purchased, Buyers loyal, BuyerDays days) {

    /** Nobody. */
    public static final Audience NONE = Audience.of(
            AudienceSketch.NONE, AudienceSketch.NONE, Buyers.NONE, Buyers.NONE, new BuyerDays.Gathering().days());

    /**
     * @param saw who saw something
     * @param interacted who did something
     */
    public static Audience of(
            AudienceSketch saw, AudienceSketch interacted, Buyers purchased, Buyers loyal, BuyerDays days) {
        var interested = interacted.union(purchased.sketch());
        return new Audience(saw.union(interested), interested, purchased, loyal, days);
    }
}
