package io.factmatrix.gateway.domain;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a merchant over one period, and their total; members in their documented order, so that equal figures are equal
 * bytes.
 */
public record OperatingView(
        MerchantId merchant, Scoreboard current, @Nullable Scoreboard previous) {

    /** What was asked, and each field's answer to it. */
    public record Scoreboard(Sections<FieldFigures> sections) {

        private Question question() {
            return sections.question();
        }

        private Map<String, @Nullable Object> fields() {
            return sections.body(answer -> new Members()
                    .add("metrics", Metrics.ofField(answer.figures(), question().currency()))
                    .object());
        }

        /** Over the fields of which something is known; null, and not zeros, when there is none. */
        private Map<String, @Nullable Object> total() {
            var metrics = sections.known().values().stream()
                    .map(FieldFigures::figures)
                    .reduce(Figures::plus)
                    .map(sums -> Metrics.ofTotal(sums, question().currency()))
                    .orElse(null);
            return new Members().add("metrics", metrics).object();
        }

        private List<Map<String, @Nullable Object>> otherCurrencies() {
            return OtherCurrencies.of(figures());
        }

        /** Of the fields of which something is known. */
        private Map<Field, Figures> figures() {
            var figures = new LinkedHashMap<Field, Figures>();
            sections.known().forEach((field, answer) -> figures.put(field, answer.figures()));
            return figures;
        }
    }

    /** The view as it is answered. */
    public Map<String, @Nullable Object> body() {
        return new Members()
                .add("merchant", merchant.value())
                .add("period", current.question().period().body())
                .add("currency", current.question().currency().getCurrencyCode())
                .add(
                        "complete",
                        current.sections().isComplete()
                                && (previous == null || previous.sections().isComplete()))
                .add("fields", current.fields())
                .add("total", current.total())
                .add("otherCurrencies", current.otherCurrencies())
                .add("previous", previous == null ? null : before(previous))
                .add("gpmChange", previous == null ? null : gpmChange(previous))
                .object();
    }

    private Map<String, @Nullable Object> gpmChange(Scoreboard previous) {
        var fields = new FieldsOfGpm(previous.figures(), current.figures());
        var change = new GpmChange(
                fields.all(), fields.total(), fields.gap(), current.question().currency());
        return new Members()
                .add("fields", change.parts())
                .add("total", change.whole())
                .add("betweenFields", change.between("fields"))
                .object();
    }

    private static Map<String, @Nullable Object> before(Scoreboard previous) {
        return new Members()
                .add("period", previous.question().period().body())
                .add("fields", previous.fields())
                .add("total", previous.total())
                .object();
    }
}
