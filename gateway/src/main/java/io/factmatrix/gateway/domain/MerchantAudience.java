package io.factmatrix.gateway.domain;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was reached by the fields of a merchant: by each, by it alone, by several of them, by all together. People are united, never
 * added: an estimate says so, with bounds.
 */
public record MerchantAudience(MerchantId merchant, Sections<FieldAudience> sections) {

    private Map<Field, Audience> known() {
        var known = new LinkedHashMap<Field, Audience>();
        sections.known().forEach((field, answer) -> known.put(field, answer.audience()));
        return known;
    }

    private boolean isKnownOfAll() {
        return known().keySet().containsAll(Sections.FIELDS);
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        return new Members()
                .add("merchant", merchant.value())
                .add("period", sections.question().period().body())
                .add("currency", sections.question().currency().getCurrencyCode())
                .add("complete", sections.isComplete())
                .add("fields", sections.body(this::ofField))
                .add("total", total())
                .add("overlaps", overlaps())
                .object();
    }

    private Map<String, @Nullable Object> ofField(FieldAudience answer) {
        return new Members()
                .addAll(Stages.of(answer.audience()).body())
                .add("alone", isKnownOfAll() ? alone(answer) : null)
                .object();
    }

    /** Whom no other field reached; not known while one of them is not. */
    private Map<String, @Nullable Object> alone(FieldAudience answer) {
        var others = new LinkedHashMap<>(known());
        others.remove(answer.field());
        return Stages.alone(answer.audience(), List.copyOf(others.values())).body();
    }

    /** Of the fields of which something is known; null, and not nobody, when there is none. */
    private @Nullable Map<String, @Nullable Object> total() {
        var known = List.copyOf(known().values());
        return known.isEmpty() ? null : Stages.union(known).body();
    }

    /** Every combination of two fields or more. */
    private List<Map<String, @Nullable Object>> overlaps() {
        var overlaps = new ArrayList<Map<String, @Nullable Object>>();
        for (int size = 2; size <= Sections.FIELDS.size(); size++) {
            for (var fields : combinations(Sections.FIELDS, size)) {
                overlaps.add(overlap(fields));
            }
        }
        return overlaps;
    }

    private Map<String, @Nullable Object> overlap(List<Field> fields) {
        var known = known();
        var overlap =
                new Members().add("fields", fields.stream().map(Field::word).toList());
        var stages = known.keySet().containsAll(fields)
                ? Stages.overlap(fields.stream().map(known::get).toList())
                : Stages.UNKNOWN;
        return overlap.addAll(stages.body()).object();
    }

    private static List<List<Field>> combinations(List<Field> of, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var combinations = new ArrayList<List<Field>>();
        for (int first = 0; first <= of.size() - size; first++) {
            for (var rest : combinations(of.subList(first + 1, of.size()), size - 1)) {
                var combination = new ArrayList<Field>();
                combination.add(of.get(first));
                combination.addAll(rest);
                combinations.add(combination);
            }
        }
        return combinations;
    }
}
