package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Piece;
import io.factmatrix.ledger.domain.figures.Point;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a series: all fields and their total, piece by piece; the same figures as the view of each piece. */
public record MerchantSeries(SeriesQuestion asked, Sections<FieldSeries> sections) {

    public boolean isComplete() {
        return sections.isComplete();
    }

    /** The state of each field, by its name. */
    Map<String, @Nullable Object> states() {
        return sections.body(answer -> Map.of());
    }

    /** Each point as it is answered. */
    public List<Map<String, @Nullable Object>> points() {
        return points(Sections.FIELDS);
    }

    /** The same of these fields, and of them together. */
    public List<Map<String, @Nullable Object>> points(List<Field> of) {
        var known = figures();
        known.keySet().retainAll(of);
        return pieces().stream().map(piece -> point(piece, of, known)).toList();
    }

    /** By field and piece; where nothing happened there are none. */
    Map<Field, Map<Instant, Figures>> figures() {
        var known = new LinkedHashMap<Field, Map<Instant, Figures>>();
        sections.known()
                .forEach((field, answer) -> known.put(
                        field, answer.points().stream().collect(Collectors.toMap(Point::start, Point::figures))));
        return known;
    }

    /** The same as one row for each field and the total of each point; a field that did not answer has no figures. */
    public List<Map<String, @Nullable Object>> rows() {
        return points().stream().flatMap(MerchantSeries::rows).toList();
    }

    private static Stream<Map<String, @Nullable Object>> rows(Map<String, @Nullable Object> point) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        if (point.get("fields") instanceof Map<?, ?> fields) {
            fields.forEach((field, metrics) -> figures.put(String.valueOf(field), metrics));
        }
        figures.put("total", point.get("total"));
        return figures.entrySet().stream().map(of -> row(point, of.getKey(), of.getValue()));
    }

    private static Map<String, @Nullable Object> row(
            Map<String, @Nullable Object> point, String field, @Nullable Object metrics) {
        var row = new Members()
                .add("start", point.get("start"))
                .add("end", point.get("end"))
                .add("field", field);
        if (metrics instanceof Map<?, ?> figures) {
            figures.forEach((name, figure) -> row.add(String.valueOf(name), figure));
        }
        return row.object();
    }

    /** Those that each point is of, in the order of time. */
    List<Piece> pieces() {
        var period = asked.question().period();
        return asked.step().pieces(period.start(), period.end(), period.zone());
    }

    /** A moment by the clock that cuts the series. */
    String shown(Instant moment) {
        return asked.question().period().shown(moment);
    }

    private Map<String, @Nullable Object> point(Piece piece, List<Field> of, Map<Field, Map<Instant, Figures>> known) {
        var currency = asked.question().currency();
        var fields = new Members();
        for (var field : of) {
            var figures = known.get(field);
            fields.add(
                    field.word(),
                    figures == null ? null : asked.metrics().of(Metrics.ofField(at(piece, figures), currency)));
        }
        var total = known.values().stream()
                .map(figures -> at(piece, figures))
                .reduce(Figures::plus)
                .map(sum -> asked.metrics().of(Metrics.ofTotal(sum, currency)));
        var point = new Members().add("start", shown(piece.start())).add("end", shown(piece.end()));
        if (piece.isMoved()) {
            point.add("movedFrom", shown(piece.byClock()));
        }
        return point.add("fields", fields.object())
                .add("total", total.orElse(null))
                .object();
    }

    private static Figures at(Piece piece, Map<Instant, Figures> figures) {
        return figures.getOrDefault(piece.start(), Figures.NONE);
    }
}
