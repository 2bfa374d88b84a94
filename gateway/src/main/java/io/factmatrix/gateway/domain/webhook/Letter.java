package io.factmatrix.gateway.domain.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;

/**
 * What is to be sent next of a lane.
 *
 * @param position of what happened among all that did
 * @param id {@code webhook-id}: the same at every attempt
 * @param happenedAt when it was recorded
 * @param data JSON
 * @param failures attempts of the lane that failed, one after the other
 */
public record Letter(long position, String id, String key, String type, Instant happenedAt, String data, int failures) {

    /** What is signed and sent. */
    public byte[] body(MerchantId merchant) {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"merchant\":\"%s\",\"data\":%s}"
                .formatted(type, happenedAt, merchant.value(), data)
                .getBytes(UTF_8);
    }
}
