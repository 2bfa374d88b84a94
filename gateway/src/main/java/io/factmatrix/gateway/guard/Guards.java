package io.factmatrix.gateway.guard;

import io.factmatrix.kit.problem.ProblemException;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets guards up. A breaker opens when half of the last ten calls failed. */
public final class Guards {

    private static final Logger log = LoggerFactory.getLogger(Guards.class);

    private static final int JUDGED = 10;
    private static final int JUDGED_AT_LEAST = 5;
    private static final float FAILED_PERCENT = 50;

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    public Guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /**
     * @param name of its breaker and its bulkhead, in metrics and the log
     * @param deadline for a whole answer
     * @param concurrency calls at once; more are refused at once
     * @param sparedFor how long a neighbour that kept failing is left alone before one call tries it again
     */
    public Guard guard(String name, Duration deadline, int concurrency, Duration sparedFor) {
        return new Guard(bulkheads.bulkhead(name, bulkhead(concurrency)), breaker(name, sparedFor), deadline);
    }

    private static BulkheadConfig bulkhead(int concurrency) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(concurrency)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    private CircuitBreaker breaker(String name, Duration sparedFor) {
        var breaker = breakers.circuitBreaker(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(JUDGED)
                        .minimumNumberOfCalls(JUDGED_AT_LEAST)
                        .failureRateThreshold(FAILED_PERCENT)
                        .waitDurationInOpenState(sparedFor)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        // What one caller may not do says nothing about the neighbour.
                        .ignoreExceptions(ProblemException.class)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn("Breaker {}: {}", name, change.getStateTransition()));
        return breaker;
    }
}
