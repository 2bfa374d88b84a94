package io.factmatrix.ledger.domain.figures;

import java.math.BigInteger;

/**
 * Distinct audience with a paid line: in a field counted, over fields a union, since one person may buy in several.
 *
 * @param atLeast the greatest field's count: the union is no smaller
 * @param atMost the sum of the fields' counts: the union is no greater
 * @param sketch of the same people
 */
public record Buyers(BigInteger atLeast, BigInteger atMost, AudienceSketch sketch) {

    /** Nobody bought. */
    public static final Buyers NONE = counted(0, AudienceSketch.NONE);

    /** The buyers of one field. */
    public static Buyers counted(long count, AudienceSketch sketch) {
        return new Buyers(BigInteger.valueOf(count), BigInteger.valueOf(count), sketch);
    }

    /** Those who bought here, there or in both. */
    public Buyers plus(Buyers other) {
        return new Buyers(atLeast.max(other.atLeast), atMost.add(other.atMost), sketch.union(other.sketch));
    }

    /** How many there are: exact where they were counted, which they are when but one field has any, or where the sketch holds all. */
    public People people() {
        if (atLeast.equals(atMost)) {
            return People.exactly(atLeast);
        }
        return sketch.people().within(atLeast, atMost);
    }
}
