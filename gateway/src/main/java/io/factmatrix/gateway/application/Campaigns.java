package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.campaign.Campaign;
import io.factmatrix.kit.paging.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The campaigns, kept by their service. Fails in {@link io.factmatrix.kit.problem.ProblemException} when it refuses, and with 503 {@code field.unavailable} when it does not
 * answer.
 */
public interface Campaigns {

    /** 404 {@code campaign.unknown}. */
    Mono<Campaign> find(Caller caller, String id);

    /**
     * At most so many of those whose time touches that one, the newest first.
     *
     * @param cursor of the page before; null for the first
     */
    Mono<Page<Campaign>> list(Caller caller, Instant from, Instant to, int limit, @Nullable String cursor);
}
