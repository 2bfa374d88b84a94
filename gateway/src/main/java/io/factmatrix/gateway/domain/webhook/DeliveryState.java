package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.json.Word;

/** What has become of a delivery. */
public enum DeliveryState implements Word {
    PENDING,
    DELIVERED,
    /** Not tried again. */
    FAILED,
    /** Something newer is told in its place. */
    SUPERSEDED
}
