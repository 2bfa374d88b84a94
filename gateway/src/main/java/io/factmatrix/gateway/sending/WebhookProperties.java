package io.factmatrix.gateway.sending;

import io.factmatrix.gateway.domain.webhook.Outside;
import io.factmatrix.kit.setting.WrongSetting;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are sent: {@code fact.webhooks.*}.
 *
 * @param key that secrets are sealed with: base64 of 32 random bytes, the same in every replica; several are separated by commas: the first seals, all open. Without
 *     one no endpoint can be made
 * @param ports of receivers that may be called
 * @param loopback for development: this machine may be called as well, at any port, without TLS
 * @param connectTimeout until a connection stands
 * @param deadline of an attempt; at most 30 s
 * @param lookEvery between two looks at what is due, when there is nothing
 * @param atOnce endpoints that one gateway sends to at once
 * @param viewEvery between two looks at whether a view changed
 * @param conflictsEvery between two looks at conflicts
 * @param settlementsEvery between two looks at settlements
 */
@ConfigurationProperties("fact.webhooks")
public record WebhookProperties(
        @DefaultValue("") String key,
        @DefaultValue("443") Set<Integer> ports,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("500ms") Duration lookEvery,
        @DefaultValue("32") int atOnce,
        @DefaultValue("10s") Duration viewEvery,
        @DefaultValue("1m") Duration conflictsEvery,
        @DefaultValue("1m") Duration settlementsEvery) {

    /** Whoever has not answered by then has been left to another replica. */
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(30);

    public WebhookProperties {
        if (deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new WrongSetting("fact.webhooks.deadline", deadline.toString(), "at most 30s");
        }
    }

    public Outside outside() {
        return new Outside(ports, loopback);
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "WebhookProperties";
    }
}
