package io.factmatrix.gateway.domain;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSeries;
import io.factmatrix.ledger.domain.figures.Figures;
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

    /** What is answered before the points. */
    public Map<String, @Nullable Object> head(MerchantId merchant) {
        var question = asked.question();
        return new Members()
                .add("merchant", merchant.value())
                .add("period", asked.whole().body())
                .add("currency", question.currency().getCurrencyCode())
                .add("step", asked.step().word())
                .object();
    }

    /** What is answered behind them: the state of each field. */
    public Map<String, @Nullable Object> tail() {
        return new Members()
                .add("complete", isComplete())
                .add("fields", sections.body(answer -> Map.of()))
                .object();
    }

    /** Each point as it is answered. */
    public List<Map<String, @Nullable Object>> points() {
        var known = new LinkedHashMap<Field, Map<Instant, Figures>>();
        sections.known()
                .forEach((field, answer) -> known.put(
                        field, answer.points().stream().collect(Collectors.toMap(Point::start, Point::figures))));
        return starts().stream().map(start -> point(start, known)).toList();
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
        var row = new Members().add("start", point.get("start")).add("field", field);
        if (metrics instanceof Map<?, ?> figures) {
            figures.forEach((name, figure) -> row.add(String.valueOf(name), figure));
        }
        return row.object();
    }

    /** The fields that did not answer. */
    public List<String> missing() {
        var known = sections.known().keySet();
        return Sections.FIELDS.stream()
                .filter(field -> !known.contains(field))
                .map(Field::word)
                .toList();
    }

    private List<Instant> starts() {
        var period = asked.question().period();
        return asked.step().starts(period.start(), period.end(), period.zone());
    }

    private Map<String, @Nullable Object> point(Instant start, Map<Field, Map<Instant, Figures>> known) {
        var currency = asked.question().currency();
        var fields = new Members();
        for (var field : Sections.FIELDS) {
            var figures = known.get(field);
            fields.add(
                    field.word(),
                    figures == null ? null : asked.metrics().of(Metrics.ofField(at(start, figures), currency)));
        }
        var total = known.values().stream()
                .map(figures -> at(start, figures))
                .reduce(Figures::plus)
                .map(sum -> asked.metrics().of(Metrics.ofTotal(sum, currency)));
        return new Members()
                .add("start", asked.question().period().shown(start))
                .add("fields", fields.object())
                .add("total", total.orElse(null))
                .object();
    }

    private static Figures at(Instant start, Map<Instant, Figures> figures) {
        return figures.getOrDefault(start, Figures.NONE);
    }
}
