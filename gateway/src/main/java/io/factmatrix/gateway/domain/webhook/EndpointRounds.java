package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;
import java.time.Instant;
import java.util.Optional;

/** Which endpoint comes next: each is sent to by one of many replicas, and by another when that one is gone. */
public interface EndpointRounds {

    /** Has the endpoint come up, at once. */
    void join(MerchantId merchant, EndpointId endpoint, Instant now);

    /** Has all endpoints of the merchant come up at once, or again when they are being sent to. */
    void hasten(MerchantId merchant, Instant now);

    /** Has it come up no more. */
    void leave(MerchantId merchant, EndpointId endpoint);

    /** The one that has waited longest; another may take it from that moment on. Empty when none is due. */
    Optional<EndpointRound> take(Instant now, Instant until);

    /** Holds it: nobody else takes or hastens it until the transaction ends. False when another took it over meanwhile. */
    boolean hold(EndpointRound round);

    /** Keeps one that is held until then. */
    void keep(EndpointRound round, Instant until);

    /** Has one that is held come up again then, or at once when it was hastened meanwhile. */
    void done(EndpointRound round, Instant next);
}
