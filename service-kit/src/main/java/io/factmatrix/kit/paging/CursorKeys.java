package io.factmatrix.kit.paging;

import io.factmatrix.kit.setting.WrongSetting;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with the first of its keys, and knows what any of them signed. */
final class CursorKeys {

    static final int SIGNATURE = 16;

    private static final String PROPERTY = "fact.cursors.key";
    private static final String EXPECTED =
            "base64 of at least 32 random bytes; several, separated by commas, of which the first signs";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final List<SecretKeySpec> keys;

    private CursorKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /** {@link WrongSetting} when there is none, or one that is no good. */
    static CursorKeys of(CursorProperties properties) {
        if (properties.key().isBlank()) {
            throw new WrongSetting(PROPERTY, "absent", EXPECTED);
        }
        return new CursorKeys(Arrays.stream(properties.key().split(",", -1))
                .map(String::strip)
                .map(CursorKeys::key)
                .toList());
    }

    private static SecretKeySpec key(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new WrongSetting(PROPERTY, "not base64", EXPECTED);
        }
        if (bytes.length < SHORTEST) {
            throw new WrongSetting(PROPERTY, bytes.length + " bytes", EXPECTED);
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    byte[] sign(byte[] text) {
        return signature(keys.get(0), text);
    }

    boolean isSigned(byte[] text, byte[] signature) {
        // All are tried, whichever it was.
        return keys.stream()
                        .filter(key -> MessageDigest.isEqual(signature(key, text), signature))
                        .count()
                > 0;
    }

    /** HMAC-SHA256, truncated to 128 bits, which RFC 2104 allows and nobody guesses. */
    private static byte[] signature(SecretKeySpec key, byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(text), SIGNATURE);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
