package io.factmatrix.gateway.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.ObjectMapper;

/** Something as JSON, on one line; equal to another one of the same bytes. */
final class Written {

    private final String etag;
    private final byte[] json;

    private Written(String etag, byte[] json) {
        this.etag = etag;
        this.json = json;
    }

    static Written of(Object content, ObjectMapper mapper) {
        var json = mapper.writeValueAsBytes(content);
        return new Written('"' + HexFormat.of().formatHex(sha256(json)) + '"', json);
    }

    /** A strong entity tag of its content, in its quotes. */
    String etag() {
        return etag;
    }

    /** Not to be written to. */
    byte[] json() {
        return json;
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Written written && etag.equals(written.etag);
    }

    @Override
    public int hashCode() {
        return etag.hashCode();
    }
}
