package io.factmatrix.deploy.local.mapping.value;

/** A cell that is not what it must be; carries no stack, for a file may hold many of them. */
public final class Unread extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 80;

    public Unread(String value, String expected) {
        super(shown(value) + " (expected: " + expected + ")", null, false, false);
    }

    private Unread(String message) {
        super(message, null, false, false);
    }

    /** Says which column it is. */
    Unread in(String column) {
        return new Unread(getMessage() + ", column " + column);
    }

    private static String shown(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
