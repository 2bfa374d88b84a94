package io.factmatrix.gateway.fields;

import io.factmatrix.kit.problem.ProblemException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What stands around every call of one kind to one service: bulkhead, breaker, deadline, from outside in. */
record Guard(Bulkhead bulkhead, CircuitBreaker breaker, Duration deadline) {

    private static final int JUDGED = 10;
    private static final int JUDGED_AT_LEAST = 5;
    private static final float FAILED_PERCENT = 50;

    <T> Mono<T> around(Mono<T> call) {
        return call.timeout(deadline)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    /** What one caller may not do says nothing about the service. */
    static CircuitBreakerConfig breaker(Duration sparedFor) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(JUDGED)
                .minimumNumberOfCalls(JUDGED_AT_LEAST)
                .failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(sparedFor)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreExceptions(ProblemException.class)
                .build();
    }

    static BulkheadConfig bulkhead(int concurrency) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(concurrency)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }
}
