package io.factmatrix.ledger.domain.event;

/**
 * Why an event was not stored.
 *
 * @param code stable, documented: {@code amount.invalid}, {@code event.conflict}, …
 * @param detail the offending value and what was expected
 */
public record Rejection(String code, String detail) {

    /** A value that is not what was expected: {@code <member>.invalid}. */
    public static Rejection invalid(String member, Object value, String expected) {
        return new Rejection(member + ".invalid", "%s: %s (expected: %s)".formatted(member, value, expected));
    }
}
