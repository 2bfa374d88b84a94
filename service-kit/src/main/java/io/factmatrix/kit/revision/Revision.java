package io.factmatrix.kit.revision;

/** How often a thing was changed, its making included. */
public record Revision(long number) {

    public static final Revision FIRST = new Revision(1);

    public Revision next() {
        return new Revision(number + 1);
    }

    /** The strong entity tag of this state. */
    public String etag() {
        return "\"" + number + "\"";
    }
}
