package io.factmatrix.gateway.application;

import io.factmatrix.ledger.domain.event.Field;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts the sections of operating views by where their figures came from. */
final class SectionMeters {

    /** Where from. */
    enum Source {
        /** What was last known, whose ledger has not moved since. */
        UNCHANGED,
        /** The field itself. */
        ASKED,
        /** What was last known, though the field did not answer. */
        STALE,
        /** Nowhere. */
        MISSING
    }

    private final MeterRegistry meters;

    SectionMeters(MeterRegistry meters) {
        this.meters = meters;
        // What has not happened yet is 0, so that the first one is seen to be one more.
        for (var field : Field.values()) {
            for (var source : Source.values()) {
                counter(field, source);
            }
        }
    }

    void count(Field field, Source source) {
        counter(field, source).increment();
    }

    private Counter counter(Field field, Source source) {
        return meters.counter(
                "fact.view.sections",
                "field",
                field.word(),
                "source",
                source.name().toLowerCase(Locale.ROOT));
    }
}
