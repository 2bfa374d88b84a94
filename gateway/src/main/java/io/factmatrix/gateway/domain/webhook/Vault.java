package io.factmatrix.gateway.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.setting.WrongSetting;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for the store, each for its endpoint alone (AES-256-GCM, the endpoint authenticated with it): with the first of its keys, and opens what any of them
 * sealed.
 */
public final class Vault {

    private static final String PROPERTY = "fact.webhooks.key";
    private static final String EXPECTED =
            "base64 of 32 random bytes; several, separated by commas, of which the first seals";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    private Vault(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * With these keys; {@link WrongSetting} when one is no good.
     *
     * @param setting empty: there is no secret then, and no endpoint
     */
    public static Vault of(String setting) {
        return new Vault(
                setting.isBlank()
                        ? List.of()
                        : Arrays.stream(setting.split(",", -1))
                                .map(String::strip)
                                .map(Vault::key)
                                .toList());
    }

    private static SecretKeySpec key(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new WrongSetting(PROPERTY, "not base64", EXPECTED);
        }
        if (bytes.length != KEY) {
            throw new WrongSetting(PROPERTY, bytes.length + " bytes", EXPECTED);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** 503 {@code webhooks.unavailable} when there is no key. */
    public String seal(MerchantId merchant, EndpointId endpoint, Secret secret) {
        if (keys.isEmpty()) {
            throw new ProblemException(
                    503, "webhooks.unavailable", "%s: absent (expected: %s)".formatted(PROPERTY, EXPECTED));
        }
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, merchant, endpoint)
                    .doFinal(secret.bytes());
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Fails when none of its keys sealed that for that endpoint. */
    public Secret open(MerchantId merchant, EndpointId endpoint, String text) {
        var sealed = Base64.getDecoder().decode(text);
        var nonce = Arrays.copyOf(sealed, NONCE);
        for (var key : keys) {
            try {
                return Secret.of(cipher(Cipher.DECRYPT_MODE, key, nonce, merchant, endpoint)
                        .doFinal(sealed, NONCE, sealed.length - NONCE));
            } catch (GeneralSecurityException sealedByAnother) {
                // The next one is tried.
            }
        }
        throw new IllegalStateException("No key of %s opens the secret of webhook endpoint %s of %s"
                .formatted(PROPERTY, endpoint, merchant.value()));
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, MerchantId merchant, EndpointId endpoint)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((merchant.value() + "/" + endpoint.value()).getBytes(UTF_8));
        return cipher;
    }
}
