package io.factmatrix.kit.idempotency;

import io.factmatrix.kit.setting.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code fact.idempotency.*}.
 *
 * @param keptFor how long an answer is kept for whoever asks again; changing it changes what is kept already, too
 */
@ConfigurationProperties("fact.idempotency")
public record IdempotencyProperties(@DefaultValue("7d") Duration keptFor) {

    public IdempotencyProperties {
        if (keptFor.isNegative() || keptFor.isZero()) {
            throw new WrongSetting("fact.idempotency.kept-for", keptFor.toString(), "more than 0");
        }
    }
}
