package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.ledger.domain.event.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields in a whole series, as its parts come: a field that is away for some of them is told with each reason and for which points, whatever
 * other fields are away for others. Grows with what is missing alone.
 */
public final class SeriesState {

    private final Map<Field, Told> told = new EnumMap<>(Field.class);
    private final Map<Field, List<Gap>> gaps = new EnumMap<>(Field.class);
    private boolean complete = true;

    /** What is told of a field: of the part in which least is known of it, the first of these. */
    private record Told(Known known, @Nullable Object state) {

        Told orLess(Told later) {
            return later.known.compareTo(known) > 0 ? later : this;
        }
    }

    /** From the most to the least. */
    private enum Known {
        SETTLED,
        SETTLING,
        NOT_AT_PRESENT,
        NOTHING
    }

    /** Points that follow each other and lack a field for one reason. */
    private record Gap(Field field, String from, Instant end, String to, String reason) {

        boolean goesOnWith(Gap next, Instant start) {
            return end.equals(start) && reason.equals(next.reason);
        }

        Gap to(Gap next) {
            return new Gap(field, from, next.end, next.to, reason);
        }

        String text() {
            return "%s/%s %s".formatted(from, to, reason);
        }

        Map<String, @Nullable Object> body() {
            return new Members()
                    .add("field", field.word())
                    .add("from", from)
                    .add("to", to)
                    .add("reason", reason)
                    .object();
        }
    }

    /** The next part, which begins where the one before ends. */
    public void add(MerchantSeries part) {
        complete &= part.isComplete();
        var states = part.states();
        for (var field : Sections.FIELDS) {
            var section = part.sections().sections().get(field);
            told.merge(field, new Told(known(part, field, section), states.get(field.word())), Told::orLess);
            if (section instanceof Missing<?> missing) {
                addGap(field, missing.reason(), part);
            }
        }
    }

    private static Known known(MerchantSeries part, Field field, @Nullable Section<?> section) {
        if (section instanceof Fresh<?>) {
            return part.sections().isSettling(field) ? Known.SETTLING : Known.SETTLED;
        }
        return section == null || section instanceof Missing<?> ? Known.NOTHING : Known.NOT_AT_PRESENT;
    }

    private void addGap(Field field, String reason, MerchantSeries part) {
        var pieces = part.pieces();
        if (pieces.isEmpty()) {
            return;
        }
        var start = pieces.get(0).start();
        var end = pieces.get(pieces.size() - 1).end();
        var gap = new Gap(field, part.shown(start), end, part.shown(end), reason);
        var ofField = gaps.computeIfAbsent(field, none -> new ArrayList<>());
        int last = ofField.size() - 1;
        if (last >= 0 && ofField.get(last).goesOnWith(gap, start)) {
            ofField.set(last, ofField.get(last).to(gap));
        } else {
            ofField.add(gap);
        }
    }

    /** Whether every field answered for each point so far, and none settles still. */
    public boolean isComplete() {
        return complete;
    }

    /** What is answered behind the points: the state of each field, and the points that lack one. */
    public Map<String, @Nullable Object> tail() {
        var fields = new Members();
        Sections.FIELDS.forEach(field -> fields.add(field.word(), of(field)));
        return new Members()
                .add("complete", complete)
                .add("fields", fields.object())
                .add("missing", missing(Sections.FIELDS))
                .object();
    }

    /** The points that lack one of these fields. */
    public List<Map<String, @Nullable Object>> missing(List<Field> of) {
        return gaps(of).map(Gap::body).toList();
    }

    /** The state of a field. */
    @Nullable Object of(Field field) {
        return Objects.requireNonNull(told.get(field)).state;
    }

    /**
     * The same in the closing line of a file, where there are texts alone: the names of the fields that are missing anywhere, and of each the points, as intervals of ISO
     * 8601, with their reasons.
     */
    public Map<String, String> closing() {
        var closing = new LinkedHashMap<String, String>();
        closing.put("complete", Boolean.toString(complete));
        if (!gaps.isEmpty()) {
            closing.put(
                    "missing", gaps.keySet().stream().map(Field::word).sorted().collect(Collectors.joining(" ")));
        }
        gaps.forEach((field, ofField) -> closing.put(
                "missing." + field.word(), ofField.stream().map(Gap::text).collect(Collectors.joining("; "))));
        return closing;
    }

    private Stream<Gap> gaps(List<Field> of) {
        return of.stream().flatMap(field -> gaps.getOrDefault(field, List.of()).stream());
    }
}
