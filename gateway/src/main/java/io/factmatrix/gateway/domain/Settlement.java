package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import io.factmatrix.ledger.domain.settlement.Standing;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a field counts takes account of the other fields' ledgers: of whom they count first, of the orders they share,
 * of the lines they claim.
 *
 * @param known what is known of each field
 * @param present those of which it is known just now, and not from before
 */
record Settlement(FieldAnswer<?> answer, Map<Field, ? extends FieldAnswer<?>> known, Set<Field> present) {

    /**
     * The watermark of each ledger that is taken account of, the own one among them; null where that is not known. Less than a
     * ledger's own as long as something of it is still on its way, from whichever field.
     */
    Map<String, @Nullable Object> settledTo() {
        var settledTo = new Members();
        for (var source : Sections.FIELDS) {
            var watermark = accountedFor(source);
            settledTo.add(source.word(), watermark == null ? null : Long.toString(watermark));
        }
        return settledTo.object();
    }

    private @Nullable Long accountedFor(Field source) {
        var told = known.get(source);
        if (told == null) {
            return isEmpty(answer) ? null : takenIn(answer, source);
        }
        long watermark = told.position().watermark();
        if (isEmpty(answer) || (hasAllOf(answer, told) && hasEverything(told))) {
            return watermark;
        }
        var takenIn = takenIn(answer, source);
        return takenIn == null ? null : Long.valueOf(Math.min(takenIn, Math.max(0, watermark - 1)));
    }

    private static @Nullable Long takenIn(FieldAnswer<?> field, Field source) {
        return field.standing().settledTo().get(source);
    }

    /** Its events, and what it told. */
    private static boolean hasAllOf(FieldAnswer<?> field, FieldAnswer<?> source) {
        var takenIn = takenIn(field, source.field());
        var heard = field.standing().heard().getOrDefault(source.field(), 0L);
        return takenIn != null
                && takenIn >= source.position().watermark()
                && (field.field() == source.field()
                        || heard >= source.standing().told());
    }

    private boolean hasEverything(FieldAnswer<?> field) {
        return isEmpty(field) || known.values().stream().allMatch(source -> hasAllOf(field, source));
    }

    /** More than {@link Standing#SETTLES_WITHIN} behind one of the ledgers, or nobody knows how far. */
    boolean isUnderWay() {
        return !isEmpty(answer) && Sections.FIELDS.stream().anyMatch(this::isBehind);
    }

    /** Whether nothing of what is known is still to be taken in: what was asked of the past is then as it always will be. */
    boolean isDone() {
        return isEmpty(answer)
                || (present.containsAll(Sections.FIELDS)
                        && known.values().stream().allMatch(source -> hasAllOf(answer, source))
                        && answer.isWhole());
    }

    private boolean isBehind(Field source) {
        var told = known.get(source);
        if (told == null || !present.contains(source)) {
            return true;
        }
        if (hasAllOf(answer, told)) {
            return false;
        }
        var takenIn = takenIn(answer, source);
        var behind = answer.standing().behind().get(source);
        return takenIn == null
                || takenIn < told.standing().due()
                || behind == null
                || behind > Standing.SETTLES_WITHIN.toMillis();
    }

    private static boolean isEmpty(FieldAnswer<?> field) {
        return field.position().watermark() == 0;
    }
}
