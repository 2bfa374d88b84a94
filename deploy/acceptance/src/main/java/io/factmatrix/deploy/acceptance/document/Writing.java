package io.factmatrix.deploy.acceptance.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts as they stand in a request. */
public final class Writing {

    private static final JsonMapper PLAIN = JsonMapper.shared();
    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Writing() {}

    /** JSON, in which half a surrogate pair stands as an escape, since it cannot stand as itself. */
    public static String json(JsonNode value, boolean escaped) {
        var plain = PLAIN.writer().writeValueAsString(value);
        return escaped || !isText(plain) ? ESCAPED.writer().writeValueAsString(value) : plain;
    }

    private static boolean isText(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    /** Percent-encoded; half a surrogate pair as the three bytes that it would be. */
    public static String encoded(String text) {
        var encoded = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point >= 0xd800 && point <= 0xdfff) {
                encoded.append(bytes(0xe0 | point >> 12, 0x80 | (point >> 6 & 0x3f), 0x80 | (point & 0x3f)));
            } else if (point < 128 && (Character.isLetterOrDigit(point) || "-._~".indexOf(point) >= 0)) {
                encoded.appendCodePoint(point);
            } else {
                for (byte each : new String(Character.toChars(point)).getBytes(UTF_8)) {
                    encoded.append(bytes(each & 0xff));
                }
            }
        });
        return encoded.toString();
    }

    /** What was percent-encoded. */
    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static String bytes(int... bytes) {
        var encoded = new StringBuilder();
        for (int each : bytes) {
            encoded.append("%%%02X".formatted(each).toUpperCase(Locale.ROOT));
        }
        return encoded.toString();
    }
}
