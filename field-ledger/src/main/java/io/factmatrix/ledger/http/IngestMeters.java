package io.factmatrix.ledger.http;

import io.factmatrix.kit.lines.IngestAnswer;
import io.factmatrix.kit.lines.LineError;
import io.factmatrix.kit.lines.LineMeters;
import io.factmatrix.ledger.application.GroupCommit.Written;
import io.factmatrix.ledger.domain.decision.Decision;
import io.factmatrix.ledger.domain.event.Event;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** What is measured of an ingest, over all merchants. */
final class IngestMeters {

    private static final long NONE = Long.MIN_VALUE;

    private final LineMeters lines;
    private final Timer commit;
    private final InstantSource clock;
    private final AtomicLong newest = new AtomicLong(NONE);

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
                newest.accumulateAndGet(newest(events, written.decisions()), Math::max);
            });
        });
    }

    /** When the newest of them happened, in milliseconds; of those that were rejected nobody knows. */
    private static long newest(List<Event> events, List<Decision> decisions) {
        return IntStream.range(0, events.size())
                .filter(at -> !(decisions.get(at) instanceof Decision.Rejected))
                .mapToLong(at -> events.get(at).occurredAt().toEpochMilli())
                .max()
                .orElse(NONE);
    }

    void decided(IngestAnswer answer) {
        lines.decided(answer);
    }

    void rejected(List<LineError> errors) {
        lines.rejected(errors);
    }

    /** Seconds since the newest event that is stored here is said to have happened; unknown until one came. */
    private double age() {
        long known = newest.get();
        return known == NONE ? Double.NaN : (clock.millis() - known) / 1e3;
    }
}
