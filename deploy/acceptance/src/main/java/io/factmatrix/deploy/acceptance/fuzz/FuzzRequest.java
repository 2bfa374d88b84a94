package io.factmatrix.deploy.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.factmatrix.deploy.acceptance.document.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request, byte for byte.
 *
 * @param operation null where the document has none
 * @param headers with what is behind their colon, a byte a character
 * @param body a byte a character; null where there is none
 * @param flaw what is wrong with it; empty where nothing is
 * @param only the statuses that it may be answered with; empty where what is wrong does not say
 */
record FuzzRequest(
        @Nullable Operation operation,
        String method,
        String target,
        List<Header> headers,
        @Nullable String body,
        Kind kind,
        String flaw,
        Set<Integer> only) {

    /** What is known of it. */
    enum Kind {
        /** All of it is as the document says, and who asks may. */
        GOOD,
        /** One thing is not. */
        FLAWED,
        /** Whatever: it may or may not be. */
        HOSTILE
    }

    /** A header field. */
    record Header(String name, String value) {}

    byte[] bytes(String host) {
        var head = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(" HTTP/1.1\r\nHost: ")
                .append(host);
        headers.forEach(
                header -> head.append("\r\n").append(header.name()).append(": ").append(header.value()));
        if (body != null) {
            head.append("\r\nContent-Length: ").append(body.length());
        }
        head.append("\r\n\r\n").append(body == null ? "" : body);
        return head.toString().getBytes(ISO_8859_1);
    }

    /** A command for a shell that sends it again; the token is to be in {@code $TOKEN}. */
    String replay(String host) {
        var text = new StringBuilder();
        var request =
                new String(bytes(host), ISO_8859_1).replaceAll("(?i)(Authorization: Bearer )[^\r]{80,}", "$1\u0001");
        for (char sign : request.substring(0, Math.min(request.length(), 3000)).toCharArray()) {
            text.append(
                    switch (sign) {
                        case '\u0001' -> "'\"$TOKEN\"'";
                        case '\r' -> "\\r";
                        case '\n' -> "\\n";
                        case '\\' -> "\\\\";
                        case '%' -> "%%";
                        case '\'' -> "'\\''";
                        default -> sign < ' ' || sign > '~' ? "\\x%02x".formatted((int) sign) : String.valueOf(sign);
                    });
        }
        return "printf '" + text + "' | nc -q 5 " + host.replace(':', ' ')
                + (request.length() > 3000 ? "  # and " + (request.length() - 3000) + " bytes more" : "");
    }

    @Override
    public String toString() {
        return "%s %s%s"
                .formatted(
                        method,
                        target.length() > 200 ? target.substring(0, 200) + "…" : target,
                        flaw.isEmpty() ? "" : " (" + flaw + ")");
    }
}
