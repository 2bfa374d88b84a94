package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.List;

/** The secrets of endpoints, sealed. */
public interface Secrets {

    void add(MerchantId merchant, EndpointId endpoint, String sealed, Instant now);

    /** Those that there are sign until then at most. */
    void expire(MerchantId merchant, EndpointId endpoint, Instant at);

    /** Those that sign at that moment, the newest first. */
    List<String> live(MerchantId merchant, EndpointId endpoint, Instant now);
}
