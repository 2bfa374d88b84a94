package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a field counts takes account of the other fields' ledgers: of whom they count first, of the orders they share,
 * of the lines they claim.
 *
 * @param known what is known of each field
 * @param now when that was asked
 */
record Settlement(FieldFigures answer, Map<Field, FieldFigures> known, Instant now) {

    private static final Duration WITHIN = Duration.ofSeconds(5);

    /** The watermark of each other ledger that is taken account of; null where that is not known. */
    Map<String, @Nullable Object> settledTo() {
        var settledTo = new Members();
        for (var source : OperatingView.FIELDS) {
            if (source != answer.field()) {
                var watermark = takenIn(source);
                settledTo.add(source.word(), watermark == null ? null : Long.toString(watermark));
            }
        }
        return settledTo.object();
    }

    private @Nullable Long takenIn(Field source) {
        var told = known.get(source);
        // A ledger without events takes account of everything.
        return isEmpty(answer)
                ? told == null ? null : Long.valueOf(told.position().watermark())
                : answer.standing().settledTo().get(source);
    }

    /** More than {@link #WITHIN} behind one of the ledgers, or nobody knows how far. */
    boolean isUnderWay() {
        return !isEmpty(answer) && OperatingView.FIELDS.stream().anyMatch(this::isBehind);
    }

    private boolean isBehind(Field source) {
        var told = known.get(source);
        var takenIn = answer.standing().settledTo().get(source);
        if (told == null || takenIn == null) {
            return true;
        }
        if (takenIn >= told.position().watermark()) {
            return false;
        }
        var behind = answer.standing().behind().get(source);
        var recordedAt = told.position().recordedAt();
        return behind == null
                || behind > WITHIN.toMillis()
                || recordedAt == null
                || recordedAt.isBefore(now.minus(WITHIN));
    }

    private static boolean isEmpty(FieldFigures answer) {
        return answer.position().watermark() == 0;
    }
}
