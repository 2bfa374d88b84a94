package io.factmatrix.gateway.application.work;

import io.factmatrix.kit.setting.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code fact.work.*}.
 *
 * @param every how long after a merchant's work was looked for it is looked for again
 * @param idle how long a gateway waits before it looks whose turn it is when it was nobody's
 * @param lease how long looking may take, before another gateway takes it over
 * @param patience how long whoever asks for a queue that was never looked for waits for that
 */
@ConfigurationProperties("fact.work")
public record WorkProperties(
        @DefaultValue("5m") Duration every,
        @DefaultValue("5s") Duration idle,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("10s") Duration patience) {

    public WorkProperties {
        requirePositive("every", every);
        requirePositive("idle", idle);
        requirePositive("lease", lease);
        requirePositive("patience", patience);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new WrongSetting("fact.work." + name, duration.toString(), "more than 0");
        }
    }
}
