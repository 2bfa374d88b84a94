package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.Section.Stale;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a merchant over one period, and their total; members in their documented order, so that equal figures are equal
 * bytes.
 */
public record OperatingView(
        MerchantId merchant, Scoreboard current, @Nullable Scoreboard previous) {

    /** The order in which a view shows the fields. */
    public static final List<Field> FIELDS =
            List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL, Field.UNATTRIBUTED);

    /** What was asked, and each field's answer to it. */
    public record Scoreboard(Question question, Map<Field, Section> sections) {

        /** Every field answered with its present figures, and none of them settles still. */
        public boolean isComplete() {
            return FIELDS.stream()
                    .allMatch(field -> sections.get(field) instanceof Fresh fresh && !isSettling(fresh.answer()));
        }

        /** Of the past, until all of it is taken in: no moment later makes up for it. */
        private boolean isSettling(FieldFigures answer) {
            var settlement = settlement(answer);
            return question.asOf() == null ? settlement.isUnderWay() : !settlement.isDone();
        }

        private Settlement settlement(FieldFigures answer) {
            return new Settlement(answer, known(), present());
        }

        private Map<String, @Nullable Object> period() {
            var period = question.period();
            return new Members()
                    .add("from", period.from().toString())
                    .add("to", period.to().toString())
                    .add("zone", period.zone().getId())
                    .object();
        }

        private Map<String, @Nullable Object> fields() {
            var fields = new Members();
            FIELDS.forEach(field -> fields.add(field.word(), section(sections.get(field))));
            return fields.object();
        }

        private Map<String, @Nullable Object> section(@Nullable Section section) {
            if (section instanceof Fresh fresh) {
                return figures("fresh", fresh.answer()).object();
            }
            if (section instanceof Stale stale) {
                return figures("stale", stale.lastKnown())
                        .add("reason", stale.reason())
                        .object();
            }
            var reason = section instanceof Missing missing ? missing.reason() : "not asked";
            return new Members().add("status", "missing").add("reason", reason).object();
        }

        private Members figures(String status, FieldFigures answer) {
            var recorded = answer.position().recordedAt();
            var settlement = settlement(answer);
            return new Members()
                    .add("status", status)
                    .add("asOf", recorded == null ? null : recorded.toString())
                    .add("watermark", Long.toString(answer.position().watermark()))
                    .add("settledTo", settlement.settledTo())
                    .add("settling", isSettling(answer))
                    .add("metrics", Metrics.ofField(answer.figures(), question.currency()));
        }

        /** Over the fields of which something is known; null, and not zeros, when there is none. */
        private Map<String, @Nullable Object> total() {
            var metrics = known().values().stream()
                    .map(FieldFigures::figures)
                    .reduce(Figures::plus)
                    .map(sums -> Metrics.ofTotal(sums, question.currency()))
                    .orElse(null);
            return new Members().add("metrics", metrics).object();
        }

        private List<Map<String, @Nullable Object>> otherCurrencies() {
            var figures = new LinkedHashMap<Field, Figures>();
            known().forEach((field, answer) -> figures.put(field, answer.figures()));
            return OtherCurrencies.of(figures);
        }

        private Set<Field> present() {
            return sections.entrySet().stream()
                    .filter(section -> section.getValue() instanceof Fresh)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        private Map<Field, FieldFigures> known() {
            var known = new LinkedHashMap<Field, FieldFigures>();
            for (var field : FIELDS) {
                var section = sections.get(field);
                if (section instanceof Fresh fresh) {
                    known.put(field, fresh.answer());
                } else if (section instanceof Stale stale) {
                    known.put(field, stale.lastKnown());
                }
            }
            return known;
        }
    }

    /** The view as it is answered. */
    public Map<String, @Nullable Object> body() {
        return new Members()
                .add("merchant", merchant.value())
                .add("period", current.period())
                .add("currency", current.question().currency().getCurrencyCode())
                .add("complete", current.isComplete() && (previous == null || previous.isComplete()))
                .add("fields", current.fields())
                .add("total", current.total())
                .add("otherCurrencies", current.otherCurrencies())
                .add("previous", previous == null ? null : before(previous))
                .add("gpmChange", null)
                .object();
    }

    private static Map<String, @Nullable Object> before(Scoreboard previous) {
        return new Members()
                .add("period", previous.period())
                .add("fields", previous.fields())
                .add("total", previous.total())
                .object();
    }
}
