package io.factmatrix.gateway.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Stands around every call of one kind to one neighbour: bulkhead, breaker, deadline, from outside in. */
public record Guard(Bulkhead bulkhead, CircuitBreaker breaker, Duration deadline) {

    public <T> Mono<T> around(Mono<T> call) {
        return around(call, deadline);
    }

    /** The same, with a deadline of this call's own. */
    public <T> Mono<T> around(Mono<T> call, Duration deadline) {
        return call.timeout(deadline)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }
}
