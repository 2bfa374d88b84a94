package io.factmatrix.campaign.application;

import io.factmatrix.kit.setting.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code fact.claims.*}.
 *
 * @param heldFor how long a claim is held for whoever does not confirm it; changing it changes none that was made before
 */
@ConfigurationProperties("fact.claims")
public record ClaimProperties(@DefaultValue("15m") Duration heldFor) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public ClaimProperties {
        if (heldFor.toMillis() < 1 || heldFor.compareTo(LONGEST) > 0) {
            throw new WrongSetting("fact.claims.held-for", heldFor.toString(), "1 ms to 365 days");
        }
    }
}
