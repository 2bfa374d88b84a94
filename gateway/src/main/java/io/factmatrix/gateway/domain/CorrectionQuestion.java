package io.factmatrix.gateway.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which corrections are asked for.
 *
 * @param since only by what was recorded behind that moment; null for all
 * @param until only by what was recorded by then; null for all that is recorded now
 * @param zone whose days are corrected
 * @param from the first day that matters, null for all; {@code to} is excluded
 */
public record CorrectionQuestion(
        @Nullable Instant since,
        @Nullable Instant until,
        ZoneId zone,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public CorrectionQuestion until(@Nullable Instant moment) {
        return new CorrectionQuestion(since, moment, zone, from, to);
    }
}
