package io.factmatrix.kit.connection;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of one request, however it is cut into pieces, each byte once.
 *
 * <p>Stricter than RFC 9112 lets a server be: of what two programs may read in two ways, nothing is accepted. So every line ends
 * in CR LF, a length is said once and in one way, and the target is a path.
 */
final class HeadReader {

    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Pattern VERSION = Pattern.compile("HTTP/[0-9]\\.[0-9]");
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[0-9A-Za-z._-]{1,255})(:[0-9]{1,5})?");

    /** More digits than {@link Long#MAX_VALUE} has are no length. */
    private static final int MOST_DIGITS = 18;

    private final ConnectionProperties limits;

    private boolean emptyLineSkipped;
    /** Where the line begins that is being read, and how far was looked for its end; from where the head begins. */
    private int line;

    private int looked;
    private int fields;

    private @Nullable String method;
    private String target = "";
    private boolean old;
    private @Nullable String length;
    private @Nullable String coding;
    private @Nullable String host;
    private int expectFrom;
    private int expectTo;

    HeadReader(ConnectionProperties limits) {
        this.limits = limits;
    }

    /** Whether a part of a head was read. */
    boolean hasBegun() {
        return looked > 0;
    }

    /** The method, as far as it was read. */
    @Nullable String method() {
        return method;
    }

    /**
     * Reads on; takes nothing out of the bytes but one empty line before the head (RFC 9112, 2.2).
     *
     * @param bytes from the head's first one on; the same ones as before, and more
     * @return the head; null while it is not there whole
     * @throws ProblemException when this is no head that is taken
     */
    @Nullable RequestHead read(ByteBuf bytes) {
        while (true) {
            int from = bytes.readerIndex();
            int lf = bytes.indexOf(from + looked, bytes.writerIndex(), LF);
            int length = (lf < 0 ? bytes.writerIndex() : lf + 1) - from;
            bound(length);
            if (lf < 0) {
                looked = length;
                rejectAlready(bytes);
                return null;
            }
            int end = lf - 1;
            if (end < from + line || bytes.getByte(end) != CR) {
                throw Malformed.found("line end", LF, "CR LF");
            }
            if (method == null && end == from && !emptyLineSkipped) {
                bytes.skipBytes(2);
                emptyLineSkipped = true;
                looked = 0;
                continue;
            }
            looked = length;
            if (method == null) {
                requestLine(bytes, from, end);
            } else if (end == from + line) {
                return head(length);
            } else {
                field(bytes, from + line, end, length);
            }
            line = length;
        }
    }

    private void bound(int length) {
        long longest = limits.longestRequestLine().toBytes();
        if (method == null && length > longest) {
            throw new ProblemException(
                    414, "uri.too_long", "request line: over %d bytes (expected: at most that)".formatted(longest));
        }
        if (length > limits.longestHead().toBytes()) {
            throw new ProblemException(
                    431,
                    "headers.too_long",
                    "head: over %d bytes (expected: at most that)"
                            .formatted(limits.longestHead().toBytes()));
        }
    }

    /** What is not HTTP at all is not waited for. */
    private void rejectAlready(ByteBuf bytes) {
        if (method != null || !bytes.isReadable()) {
            return;
        }
        byte first = bytes.getByte(bytes.readerIndex());
        if (!Signs.isToken(first) && first != CR) {
            throw Malformed.found("request line", first, "to begin with a method");
        }
    }

    private void requestLine(ByteBuf bytes, int from, int to) {
        int first = bytes.indexOf(from, to, (byte) ' ');
        int second = first < 0 ? -1 : bytes.indexOf(first + 1, to, (byte) ' ');
        var whole = Malformed.text(bytes, from, to);
        if (second < 0 || first == from || second == first + 1) {
            throw Malformed.found("request line", whole, "method, target and version, with one space between");
        }
        for (int at = from; at < first; at++) {
            if (!Signs.isToken(bytes.getByte(at))) {
                throw Malformed.found("method", Malformed.text(bytes, from, first), "a token");
            }
        }
        method = Malformed.text(bytes, from, first);
        version(Malformed.text(bytes, second + 1, to));
        if (!METHODS.contains(method)) {
            throw new ProblemException(
                    405,
                    "method.unsupported",
                    "method: %s (expected: one of %s)".formatted(Malformed.shown(method), allowed()));
        }
        target = target(bytes, first + 1, second);
    }

    /** The methods that are handed on. */
    static String allowed() {
        return String.join(", ", METHODS.stream().sorted().toList());
    }

    private void version(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw Malformed.found("version", version, "HTTP/1.1");
        }
        old = version.equals("HTTP/1.0");
        if (!old && !version.equals("HTTP/1.1")) {
            throw new ProblemException(
                    505, "version.unsupported", "version: %s (expected: HTTP/1.1)".formatted(version));
        }
    }

    private static String target(ByteBuf bytes, int from, int to) {
        var target = Malformed.text(bytes, from, to);
        if (bytes.getByte(from) != '/') {
            throw Malformed.found("target", target, "a path that begins with /");
        }
        for (int at = from; at < to; at++) {
            byte sign = bytes.getByte(at);
            if (!Signs.isTarget(sign)) {
                throw Malformed.found("sign in the target", sign, "one of a URI's, or encoded with %");
            }
            if (sign == '%'
                    && (at + 2 >= to || Signs.hex(bytes.getByte(at + 1)) < 0 || Signs.hex(bytes.getByte(at + 2)) < 0)) {
                throw Malformed.found(
                        "sign in the target",
                        Malformed.text(bytes, at, Math.min(at + 3, to)),
                        "% and two hexadecimal digits");
            }
        }
        return target;
    }

    private void field(ByteBuf bytes, int from, int to, int next) {
        if (++fields > limits.mostFields()) {
            throw new ProblemException(
                    431,
                    "headers.too_long",
                    "header fields: over %d (expected: at most that)".formatted(limits.mostFields()));
        }
        byte first = bytes.getByte(from);
        if (first == ' ' || first == '\t') {
            throw Malformed.found("header line", Malformed.text(bytes, from, to), "a name; a value is one line");
        }
        int colon = from;
        while (colon < to && Signs.isToken(bytes.getByte(colon))) {
            colon++;
        }
        if (colon == to || colon == from || bytes.getByte(colon) != ':') {
            throw Malformed.found("header line", Malformed.text(bytes, from, to), "a name, a colon and a value");
        }
        for (int at = colon + 1; at < to; at++) {
            if (!Signs.isValue(bytes.getByte(at))) {
                throw Malformed.found(
                        "sign in " + Malformed.shown(Malformed.text(bytes, from, colon)),
                        bytes.getByte(at),
                        "a visible one, space or tab");
            }
        }
        note(bytes, from, colon, to, next);
    }

    /** Keeps what frames; the length of a name tells most others apart. */
    private void note(ByteBuf bytes, int from, int colon, int to, int next) {
        switch (colon - from) {
            case 4, 6, 14, 17 -> {
                var name = Malformed.text(bytes, from, colon).toLowerCase(Locale.ROOT);
                switch (name) {
                    case "host" -> host = once(name, host, value(bytes, colon + 1, to));
                    case "expect" -> expect(value(bytes, colon + 1, to), from - bytes.readerIndex(), next);
                    case "content-length" -> length = once(name, length, value(bytes, colon + 1, to));
                    case "transfer-encoding" -> coding = once(name, coding, value(bytes, colon + 1, to));
                    default -> {}
                }
            }
            default -> {}
        }
    }

    /** Without spaces around it; tabs stay: in a field that frames they are one more way to be read differently. */
    private static String value(ByteBuf bytes, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && bytes.getByte(begin) == ' ') {
            begin++;
        }
        while (end > begin && bytes.getByte(end - 1) == ' ') {
            end--;
        }
        return Malformed.text(bytes, begin, end);
    }

    private static String once(String name, @Nullable String before, String value) {
        if (before != null) {
            throw Malformed.found(name, before + " and " + value, "once");
        }
        return value;
    }

    private void expect(String value, int from, int to) {
        if (!value.equalsIgnoreCase("100-continue") || expectTo > 0) {
            throw new ProblemException(
                    417,
                    "expectation.unsupported",
                    "expect: %s (expected: 100-continue, once)".formatted(Malformed.shown(value)));
        }
        expectFrom = from;
        expectTo = to;
    }

    private RequestHead head(int end) {
        var named = host;
        if (named == null ? !old : !HOST.matcher(named).matches()) {
            throw Malformed.found("host", named == null ? "absent" : named, "a name or address, and a port or none");
        }
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw Malformed.found("transfer-encoding", coding, "chunked");
            }
            if (old) {
                throw Malformed.found("transfer-encoding", "in HTTP/1.0", "HTTP/1.1");
            }
            if (length != null) {
                throw Malformed.found("content-length", length + " beside transfer-encoding", "one of them");
            }
        }
        // RFC 9110, 10.1.1: an expectation of HTTP/1.0 is none.
        return new RequestHead(
                end,
                method == null ? "" : method,
                target,
                length == null ? 0 : contentLength(length),
                coding != null,
                expectFrom,
                old ? expectFrom : expectTo);
    }

    private static long contentLength(String value) {
        if (value.isEmpty()
                || value.length() > MOST_DIGITS
                || value.chars().anyMatch(sign -> sign < '0' || sign > '9')) {
            throw Malformed.found("content-length", value, "at most %d digits".formatted(MOST_DIGITS));
        }
        return Long.parseLong(value);
    }
}
