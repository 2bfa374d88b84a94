package io.factmatrix.gateway.http;

import io.factmatrix.gateway.application.live.LiveBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Views that are told again as they change: {@code fact.stream.*}.
 *
 * @param lookEvery between two looks at the ledgers of a merchant that somebody listens to
 * @param commentEvery between two comments, by which a listener, and what lies between, knows that the other end is there
 * @param reconnectAfter what a client is told to wait at least before it comes again; at most twice as long, so that not all
 *     come at once
 * @param mostOfMerchant listeners of one merchant at this gateway
 * @param most of all merchants; each holds one of {@code fact.connection.most}
 */
@ConfigurationProperties("fact.stream")
record StreamProperties(
        @DefaultValue("500ms") Duration lookEvery,
        @DefaultValue("15s") Duration commentEvery,
        @DefaultValue("1s") Duration reconnectAfter,
        @DefaultValue("1000") int mostOfMerchant,
        @DefaultValue("5000") int most) {

    StreamProperties {
        atLeastOne("look-every", lookEvery.toMillis(), lookEvery);
        atLeastOne("comment-every", commentEvery.toMillis(), commentEvery);
        atLeastOne("reconnect-after", reconnectAfter.toMillis(), reconnectAfter);
        atLeastOne("most-of-merchant", mostOfMerchant, mostOfMerchant);
        atLeastOne("most", most, most);
    }

    LiveBounds bounds() {
        return new LiveBounds(lookEvery, mostOfMerchant, most);
    }

    private static void atLeastOne(String name, long value, Object given) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "fact.stream.%s: %s (expected: at least 1, or 1 ms)".formatted(name, given));
        }
    }
}
