package io.factmatrix.gateway.application.webhook;

import io.factmatrix.gateway.domain.webhook.Letter;
import io.factmatrix.gateway.domain.webhook.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** Counts attempts at messages by what became of them, and measures how long those that arrived were on their way. */
final class MessageMeters {

    private final Counter delivered;
    private final Counter failed;
    private final Timer delay;

    MessageMeters(MeterRegistry meters) {
        this.delivered = meters.counter("fact.webhook.attempts", "outcome", "delivered");
        this.failed = meters.counter("fact.webhook.attempts", "outcome", "failed");
        this.delay = meters.timer("fact.webhook.delay");
    }

    void count(Letter letter, Outcome outcome, Instant now) {
        if (outcome.isDelivered()) {
            delivered.increment();
            delay.record(Duration.between(letter.happenedAt(), now));
        } else {
            failed.increment();
        }
    }
}
