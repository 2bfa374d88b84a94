package io.factmatrix.kit.problem;

import java.util.Collection;
import java.util.Map;

/**
 * A request that cannot be answered as asked.
 *
 * <p>The detail names the offending value and what was expected: {@code from: 2026-13-01 (expected: a date, YYYY-MM-DD)}.
 */
public final class ProblemException extends RuntimeException {

    private final int status;
    private final String code;
    private final String detail;
    private final transient Map<String, Object> members;

    /**
     * @param status the HTTP status
     * @param code the stable code that clients may switch on
     * @param detail the offending value and what was expected
     */
    public ProblemException(int status, String code, String detail) {
        this(status, code, detail, Map.of());
    }

    /**
     * @param members what a program may want to know besides, by name: {@code allowed}
     */
    public ProblemException(int status, String code, String detail, Map<String, Object> members) {
        super(detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.members = members;
    }

    /** A value of the request that is not what was expected: 400 and {@code <name>.invalid}. */
    public static ProblemException invalid(String name, Object value, String expected) {
        return new ProblemException(400, name + ".invalid", "%s: %s (expected: %s)".formatted(name, value, expected));
    }

    /** 404 {@code path.unknown}: there is nothing at that path. */
    public static ProblemException noSuchPath(String path) {
        return new ProblemException(404, "path.unknown", "path: " + path + " (expected: one of the API)");
    }

    /** 405 {@code method.unsupported}: there is, but not for that method. */
    public static ProblemException noSuchMethod(String method, Collection<String> methods) {
        return new ProblemException(
                405,
                "method.unsupported",
                "method: %s (expected: one of %s)".formatted(method, String.join(", ", methods)));
    }

    /** 413 {@code body.too_long}: more than so many bytes. */
    public static ProblemException bodyTooLong(long longest) {
        return new ProblemException(
                413, "body.too_long", "body: over %d bytes (expected: at most that)".formatted(longest));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What is answered as {@code detail}. */
    public String detail() {
        return detail;
    }

    /** What is answered besides. */
    public Map<String, Object> members() {
        return members;
    }
}
