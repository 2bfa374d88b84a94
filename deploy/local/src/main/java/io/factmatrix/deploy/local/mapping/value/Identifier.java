package io.factmatrix.deploy.local.mapping.value;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Texts that name something: 1 to 64 printable ASCII characters. The same text is always named the same. */
public final class Identifier {

    private static final Pattern FITS = Pattern.compile("[\\x20-\\x7e]{1,64}");

    /** 64 bits: among a million names two alike are met once in 40 million files. */
    private static final int HEX_OF_ANY_TEXT = 16;

    private static final int ROOM = 64 - 1 - HEX_OF_ANY_TEXT;
    private static final int HEX_OF_PEOPLE = 32;

    private Identifier() {}

    /**
     * The text itself where it fits; else what of it can be read without accents, {@code ~}, and 16 hexadecimal digits of its
     * SHA-256, so that two texts stay two.
     */
    public static String of(String text) {
        if (FITS.matcher(text).matches()) {
            return text;
        }
        var readable = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]+", " ")
                .replaceAll(" +", " ")
                .strip();
        var start = readable.substring(0, Math.min(ROOM, readable.length())).strip();
        return start + "~" + hex(sha256(text)).substring(0, HEX_OF_ANY_TEXT);
    }

    /** 32 hexadecimal digits of its SHA-256; with a salt of its HMAC-SHA256, which nobody can undo by trying all numbers. */
    public static String hashed(String text, String salt) {
        var hash = salt.isEmpty() ? sha256(text) : hmac(text, salt);
        return hex(hash).substring(0, HEX_OF_PEOPLE);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(text));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] hmac(String text, String salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(salt), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
