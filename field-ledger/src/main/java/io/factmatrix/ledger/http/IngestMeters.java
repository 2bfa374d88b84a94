package io.factmatrix.ledger.http;

import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.lines.LineError;
import io.factmatrix.kit.lines.LineMeters;
import io.factmatrix.ledger.application.GroupCommit.Written;
import io.factmatrix.ledger.domain.event.Event;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is measured of an ingest, over all merchants. */
final class IngestMeters {

    private final LineMeters lines;
    private final Timer commit;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> newest = new AtomicReference<>();

    IngestMeters(MeterRegistry meters, InstantSource clock) {
        this.lines = new LineMeters(meters, "fact.ingest.events");
        this.commit = meters.timer("fact.ingest.commit");
        this.clock = clock;
        Gauge.builder("fact.ingest.age", this, IngestMeters::age)
                .baseUnit("seconds")
                .register(meters);
    }

    /** Measures how long it takes until events, decoded and sound, are durable. */
    Mono<Written> measured(List<Event> events, Supplier<Mono<Written>> write) {
        return Mono.defer(() -> {
            var begun = Timer.start();
            return write.get().doOnNext(written -> {
                begun.stop(commit);
                events.forEach(event -> newest.accumulateAndGet(event.occurredAt(), IngestMeters::later));
            });
        });
    }

    private static Instant later(@Nullable Instant known, @Nullable Instant other) {
        return known == null || (other != null && other.isAfter(known)) ? Objects.requireNonNull(other) : known;
    }

    void decided(IngestAnswer answer) {
        lines.decided(answer);
    }

    void rejected(List<LineError> errors) {
        lines.rejected(errors);
    }

    /** Seconds since the newest event that came here is said to have happened; unknown until one came. */
    private double age() {
        var known = newest.get();
        return known == null ? Double.NaN : (clock.millis() - known.toEpochMilli()) / 1e3;
    }
}
