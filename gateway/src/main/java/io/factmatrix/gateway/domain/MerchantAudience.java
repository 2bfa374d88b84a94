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
        var reach = new Reach(known());
        return new Members()
                .add("merchant", merchant.value())
                .add("period", sections.question().period().body())
                .add("currency", sections.question().currency().getCurrencyCode())
                .add("complete", sections.isComplete())
                .add("fields", sections.body(answer -> ofField(reach, answer.field())))
                .add("total", known().isEmpty() ? null : reach.total().body())
                .add("overlaps", overlaps(reach))
                .object();
    }

    /** How far people of a field came, or of all when it is null; null when that is not known. */
    @Nullable Stages stages(@Nullable Field field) {
        var known = known();
        if (field == null) {
            return isKnownOfAll() ? new Reach(known).total() : null;
        }
        return known.containsKey(field) ? new Reach(known).of(field) : null;
    }

    /** Who is in no other field is not known while one of them is not. */
    private Map<String, @Nullable Object> ofField(Reach reach, Field field) {
        return new Members()
                .addAll(reach.of(field).body())
                .add("alone", isKnownOfAll() ? reach.ofAlone(field).body() : null)
                .object();
    }

    /** Every combination of two fields or more. */
    private static List<Map<String, @Nullable Object>> overlaps(Reach reach) {
        var overlaps = new ArrayList<Map<String, @Nullable Object>>();
        for (int size = 2; size <= Sections.FIELDS.size(); size++) {
            for (var fields : combinations(Sections.FIELDS, size)) {
                overlaps.add(new Members()
                        .add("fields", fields.stream().map(Field::word).toList())
                        .addAll(reach.overlap(fields).map(Stages::body).orElseGet(Stages::unknown))
                        .object());
            }
        }
        return overlaps;
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
