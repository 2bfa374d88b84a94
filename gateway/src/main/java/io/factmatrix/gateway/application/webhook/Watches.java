package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.round.Rounds;
import io.factmatrix.gateway.domain.watch.Sights;
import io.factmatrix.gateway.domain.webhook.EndpointState;
import io.factmatrix.gateway.domain.webhook.Endpoints;
import io.factmatrix.kit.merchant.MerchantId;
import java.util.stream.Collectors;

/** For whom it is watched what: for those merchants of whose endpoints one is enabled and asks for it. */
public final class Watches {

    private static final int ALL = 100;

    private final Endpoints endpoints;
    private final Rounds rounds;
    private final Sights sights;

    public Watches(Endpoints endpoints, Rounds rounds, Sights sights) {
        this.endpoints = endpoints;
        this.rounds = rounds;
        this.sights = sights;
    }

    /** To be called inside the transaction in which an endpoint of the merchant changed. */
    void settle(MerchantId merchant) {
        var asked = endpoints.list(merchant, EndpointState.ENABLED, null, ALL).stream()
                .flatMap(endpoint -> endpoint.subscription().types().stream())
                .collect(Collectors.toSet());
        for (var watch : Watch.values()) {
            if (watch.types().stream().anyMatch(asked::contains)) {
                rounds.join(watch.task(), merchant);
            } else {
                rounds.leave(watch.task(), merchant);
                sights.end(merchant, watch.task());
            }
        }
    }
}
