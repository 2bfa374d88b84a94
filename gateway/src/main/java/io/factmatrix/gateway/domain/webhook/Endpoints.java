package io.factmatrix.gateway.domain.webhook;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.resource.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoints of merchants, and how they do. */
public interface Endpoints extends Resources<EndpointId, Endpoint> {

    /**
     * At most so many, the newest first, made before that one; null for all.
     *
     * @param state only those in it; null for all
     */
    List<Endpoint> list(MerchantId merchant, @Nullable EndpointState state, @Nullable EndpointId before, int limit);

    /** With its secrets, its deliveries and all. */
    void remove(MerchantId merchant, EndpointId id);

    /** How that endpoint does, which there must be. */
    Health health(MerchantId merchant, EndpointId id);

    /** Something was delivered there. */
    void succeeded(MerchantId merchant, EndpointId id, Instant now);

    /**
     * Something was not delivered there: since when nothing was; empty when there is no such endpoint.
     *
     * @param sparedUntil until when it asks to be left alone; null when it does not
     */
    Optional<Instant> failed(
            MerchantId merchant, EndpointId id, Instant now, String error, @Nullable Instant sparedUntil);

    /** What it failed in is forgotten, and that it asked to be left alone. */
    void forgive(MerchantId merchant, EndpointId id);
}
