package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.estimate.Refusal;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A series by day, to estimate something from: of each field, and of all together. */
public final class DaysOfFields {

    private final List<MerchantSeries> parts;

    /**
     * @param parts of one series by day, in the order of time
     */
    public DaysOfFields(List<MerchantSeries> parts) {
        this.parts = parts;
    }

    /** Why they are not known, or are no days that follow each other; empty when they are. */
    public Optional<Refusal> obstacle(Field field) {
        return missing(field).or(this::skipped);
    }

    /** The same of all fields. */
    public Optional<Refusal> obstacle() {
        return Sections.FIELDS.stream()
                .flatMap(field -> missing(field).stream())
                .findFirst()
                .or(this::skipped);
    }

    private Optional<Refusal> skipped() {
        var period = asked().whole();
        return period.skipped()
                .map(date -> Refusal.skippedDay(date, period.zone().getId()));
    }

    private Optional<Refusal> missing(Field field) {
        return parts.stream()
                .map(part -> part.sections().sections().get(field))
                .flatMap(section -> section instanceof Missing<?> missing
                        ? Optional.of(Refusal.missing(field.word(), missing.reason())).stream()
                        : Optional.<Refusal>empty().stream())
                .findFirst();
    }

    /**
     * Of that field, or of all when it is null.
     *
     * @param reader what is to be known of a day
     */
    public <D> List<D> of(@Nullable Field field, BiFunction<LocalDate, Figures, D> reader) {
        var days = new ArrayList<D>();
        for (var part : parts) {
            var known = part.figures();
            var zone = part.asked().whole().zone();
            part.pieces().forEach(piece -> {
                var date = piece.byClock().atZone(zone).toLocalDate();
                days.add(reader.apply(date, figures(known, field, piece.start())));
            });
        }
        return days;
    }

    private static Figures figures(Map<Field, Map<Instant, Figures>> known, @Nullable Field field, Instant start) {
        return known.entrySet().stream()
                .filter(of -> field == null || of.getKey() == field)
                .map(of -> of.getValue().getOrDefault(start, Figures.NONE))
                .reduce(Figures.NONE, Figures::plus);
    }

    /** The state of each field, and whether each told all. */
    SeriesState state() {
        var state = new SeriesState();
        parts.forEach(state::add);
        return state;
    }

    SeriesQuestion asked() {
        return parts.get(0).asked();
    }
}
