package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is yet to be sent to an endpoint, in a lane for each key: in each one is sent after the other, in the order in which they happened. To be used inside a
 * transaction of the merchant, in which the row of the endpoint was written or held before.
 */
public interface Lanes {

    /** The first of each lane whose time has come, at most so many, those that have waited longest. */
    List<Letter> due(MerchantId merchant, EndpointId endpoint, Instant now, int most);

    /** When the time of the next one comes; empty when there is none. */
    Optional<Instant> next(MerchantId merchant, EndpointId endpoint);

    /** That was delivered; the next of the lane may go at once. */
    void delivered(MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome, Instant now);

    /** That was not delivered; the lane waits until then. */
    void failed(
            MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome, Instant now, Instant nextAttempt);

    /** That was not delivered and is not tried again; the next of the lane may go at once. */
    void givenUp(MerchantId merchant, EndpointId endpoint, Letter letter, Outcome outcome, Instant now);

    /** All lanes of the endpoint begin anew. */
    void release(MerchantId merchant, EndpointId endpoint, Instant now);
}
