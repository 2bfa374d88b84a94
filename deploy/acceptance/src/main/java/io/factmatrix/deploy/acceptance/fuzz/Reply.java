package io.factmatrix.deploy.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status 0 when nothing did; then the body says why
 * @param headers by lower-case name
 * @param bytes of the body, a character each; its beginning, where it is a stream or longer than we read
 * @param cut whether there may be more of it
 */
record Reply(int status, Map<String, List<String>> headers, String bytes, boolean cut) {

    static Reply none(String why) {
        return new Reply(0, Map.of(), why, false);
    }

    /** The first value of that header. */
    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Without its parameters; empty where none is said. */
    String mediaType() {
        return header("content-type").orElse("").replaceAll(";.*", "").strip();
    }

    String text() {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    boolean isUtf8() {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)));
            return true;
        } catch (CharacterCodingException none) {
            return false;
        }
    }

    @Override
    public String toString() {
        var text = text();
        return status + " " + header("content-type").orElse("") + " "
                + (text.length() <= 600 ? text : text.substring(0, 600) + "…");
    }
}
