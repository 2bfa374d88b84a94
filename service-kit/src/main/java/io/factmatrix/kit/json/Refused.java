package io.factmatrix.kit.json;

/**
 * What was sent is not what was expected: a stable {@code code}, and a detail that names the offending value. Carries no stack, for a
 * body may hold many of them.
 */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;

    public Refused(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
        this.detail = detail;
    }

    /** A value that is not what was expected: {@code <member>.invalid}. */
    public static Refused invalid(String member, Object value, String expected) {
        return new Refused(member + ".invalid", "%s: %s (expected: %s)".formatted(member, value, expected));
    }

    /** A member that is not there: {@code member.missing}. */
    public static Refused missing(String member) {
        return new Refused("member.missing", member + ": absent (expected: a value)");
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
