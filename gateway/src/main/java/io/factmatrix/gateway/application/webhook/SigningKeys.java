package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.EndpointId;
import io.factmatrix.gateway.domain.webhook.Secret;
import io.factmatrix.gateway.domain.webhook.Secrets;
import io.factmatrix.gateway.domain.webhook.Vault;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** The secrets that messages to an endpoint are signed with: made here, kept sealed, and open only while they sign. */
public final class SigningKeys {

    /** Each signs every message. */
    private static final int MOST = 5;

    private final Secrets secrets;
    private final Vault vault;
    private final RandomGenerator random;

    public SigningKeys(Secrets secrets, Vault vault, RandomGenerator random) {
        this.secrets = secrets;
        this.vault = vault;
        this.random = random;
    }

    /** A new one, sealed. 503 {@code webhooks.unavailable}. */
    String add(MerchantId merchant, EndpointId endpoint, Instant now) {
        var sealed = vault.seal(merchant, endpoint, Secret.made(random));
        secrets.add(merchant, endpoint, sealed, now);
        return sealed;
    }

    /** A new one, sealed; the others sign for so long. 409 {@code secret.too_many}, 503 {@code webhooks.unavailable}. */
    String rotate(MerchantId merchant, EndpointId endpoint, Instant now, Duration overlap) {
        secrets.expire(merchant, endpoint, now.plus(overlap));
        int signing = secrets.live(merchant, endpoint, now).size();
        if (signing >= MOST) {
            throw new ProblemException(
                    409,
                    "secret.too_many",
                    "secrets: %d sign (expected: fewer than %d; with overlapHours 0 the new one signs alone)"
                            .formatted(signing, MOST));
        }
        return add(merchant, endpoint, now);
    }

    /** Those that sign at that moment. */
    List<Secret> live(MerchantId merchant, EndpointId endpoint, Instant now) {
        return secrets.live(merchant, endpoint, now).stream()
                .map(kept -> vault.open(merchant, endpoint, kept))
                .toList();
    }
}
