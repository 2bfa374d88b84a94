package io.factmatrix.ledger.domain.settlement;

/**
 * How far a ledger has taken in a feed.
 *
 * @param through the source's watermark that what was taken in takes account of
 */
public record Cursor(long position, long through) {

    public static final Cursor START = new Cursor(0, 0);

    /** After that part. */
    public Cursor after(Part<?> part) {
        return new Cursor(part.position(), part.more() ? through : Math.max(through, part.through()));
    }
}
