package io.factmatrix.gateway.application.work;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.work.evidence.Guarantee;
import io.factmatrix.gateway.domain.work.evidence.Overdue;
import io.factmatrix.gateway.domain.work.evidence.Pace;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What the fields have under way with others, kept by their services. Fails in {@link io.factmatrix.kit.problem.ProblemException} when one refuses or does not
 * answer.
 */
public interface OpenDeals {

    /** Participations whose sample was to be received by then. */
    Mono<List<Overdue>> samples(Caller caller, Instant by);

    /** Participations whose content was to go live by then. */
    Mono<List<Overdue>> contents(Caller caller, Instant by);

    /** Outreaches that were to be further by then. */
    Mono<List<Overdue>> outreaches(Caller caller, Instant by);

    /** Of the engagements that are live. */
    Mono<List<Guarantee>> guarantees(Caller caller);

    /** Of the campaigns that go on at that moment, as they were then. */
    Mono<List<Pace>> paces(Caller caller, Instant at);
}
