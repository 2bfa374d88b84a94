package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is, was and is again to be sent to endpoints. To be used inside a transaction of the merchant. */
public interface Deliveries {

    /**
     * At most so many of an endpoint, the newest first, before that position.
     *
     * @param state only those in it; null for all
     * @param before null for all
     */
    List<Delivery> list(
            MerchantId merchant, EndpointId endpoint, @Nullable DeliveryState state, @Nullable Long before, int limit);

    /** Tells that endpoint alone of something, whatever it asked for; its delivery. */
    Delivery tell(MerchantId merchant, EndpointId endpoint, String type);

    /** Has all that happened from then on, of the types that the endpoint asks for, sent to it again, or for the first time: how many. */
    int replay(MerchantId merchant, Endpoint endpoint, Instant from);

    /** Has that delivery sent again: 1, or 0 when it waits to be sent anyway; 404 {@code delivery.unknown}. */
    int replay(MerchantId merchant, EndpointId endpoint, String delivery);
}
