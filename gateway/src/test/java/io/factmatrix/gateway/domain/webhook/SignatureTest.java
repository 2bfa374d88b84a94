package io.factmatrix.gateway.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.setting.WrongSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is signed here is verified by the specification's own library. */
class SignatureTest {

    private static final MerchantId M1 = MerchantId.of("m1");
    private static final EndpointId E1 = new EndpointId("1".repeat(26));

    private final Random random = new Random(618);
    private final Secret old = Secret.made(random);
    private final Secret fresh = Secret.made(random);

    @Test
    void theExampleOfTheSpecificationIsSignedAsItSays() {
        var secret = Secret.of(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        var headers = Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}".getBytes(UTF_8),
                List.of(secret));
        assertThat(headers).containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whileSecretsOverlapEachOfThemVerifies() throws Exception {
        var body = "{\"type\":\"webhook.test\",\"data\":{\"名\":\"值\"}}";
        var headers = sent(Signature.headers("msg_1", Instant.now(), body.getBytes(UTF_8), List.of(fresh, old)));
        new Webhook(old.text()).verify(body, headers);
        new Webhook(fresh.text()).verify(body, headers);
        assertThatThrownBy(() -> new Webhook(Secret.made(random).text()).verify(body, headers))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(old.text()).verify(body + " ", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    private static Map<String, List<String>> sent(Map<String, String> headers) {
        var sent = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> sent.put(name, new ArrayList<>(List.of(value))));
        return sent;
    }

    @Test
    void aSealedSecretIsOpenForItsEndpointAloneAndWithAnyOfTheKeys() {
        var first = key(1);
        var sealed = Vault.of(first).seal(M1, E1, old);
        assertThat(sealed).doesNotContain(old.text().substring(6));
        assertThat(Vault.of(key(2) + ", " + first).open(M1, E1, sealed).text()).isEqualTo(old.text());
        assertThatThrownBy(() -> Vault.of(key(2)).open(M1, E1, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Vault.of(first).open(MerchantId.of("m2"), E1, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Vault.of(first).open(M1, new EndpointId("2".repeat(26)), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyThatIsNoGoodIsNamed() {
        assertThatThrownBy(() -> Vault.of("c2hvcnQ="))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("fact.webhooks.key: 5 bytes");
        assertThatThrownBy(() -> Vault.of("").seal(M1, E1, old))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("fact.webhooks.key: absent");
    }

    private static String key(int of) {
        var bytes = new byte[32];
        new Random(of).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void tenAttemptsWithinThreeDaysAndAHalf() {
        var backoff = new Backoff(random);
        var whole = Duration.ZERO;
        for (int failures = 1; failures <= 9; failures++) {
            whole = whole.plus(backoff.after(failures).orElseThrow());
        }
        assertThat(whole).isBetween(Duration.ofHours(75), Duration.ofHours(84));
        assertThat(backoff.after(1).orElseThrow()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));
        assertThat(backoff.after(10)).isEmpty();
    }
}
