package io.factmatrix.gateway.domain.webhook;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an endpoint knows that a message is ours by: 32 random bytes, as {@code whsec_…}. */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret made(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(bytes);
    }

    static Secret of(byte[] bytes) {
        return new Secret(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** As the receiver is shown it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** HMAC-SHA256 of that content. */
    byte[] sign(byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Not the secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
