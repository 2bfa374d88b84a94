package io.factmatrix.kit.connection;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Refusals of what is not HTTP/1.1 as RFC 9112 and RFC 9110 have it. */
final class Malformed {

    /** Of what is shown; a client knows what it sent. */
    private static final int SHOWN = 60;

    private Malformed() {}

    /** 400 {@code request.malformed}: what was found, and what was expected. */
    static ProblemException found(String what, String value, String expected) {
        return new ProblemException(
                400, "request.malformed", "%s: %s (expected: %s)".formatted(what, shown(value), expected));
    }

    static ProblemException found(String what, byte value, String expected) {
        return found(what, String.valueOf((char) (value & 0xff)), expected);
    }

    /** The bytes as Latin-1. */
    static String text(ByteBuf bytes, int from, int to) {
        return bytes.toString(from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Printable, and not long. */
    static String shown(String value) {
        var shown = new StringBuilder();
        int length = Math.min(value.length(), SHOWN);
        for (int at = 0; at < length; at++) {
            char sign = value.charAt(at);
            if (sign < ' ' || sign > '~') {
                shown.append("\\x%02x".formatted((int) sign));
            } else {
                shown.append(sign);
            }
        }
        return value.isEmpty()
                ? "empty"
                : shown.append(value.length() > SHOWN ? "…" : "").toString();
    }
}
