package io.factmatrix.gateway.domain.plan;

import io.factmatrix.gateway.domain.Period;
import io.factmatrix.ledger.domain.event.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the fields.
 *
 * @param entries in the order of their starts, each with its field
 * @param missing the fields that did not answer, each with the reason
 */
public record MerchantCalendar(Period period, List<Map<String, @Nullable Object>> entries, Map<Field, String> missing) {

    /**
     * What a field answered.
     *
     * @param away why it did not; null when it did
     */
    public record Part(
            Field field,
            List<Map<String, Object>> items,
            @Nullable String away) {}

    public static MerchantCalendar of(Period period, List<Part> parts) {
        var missing = new LinkedHashMap<Field, String>();
        for (var part : parts) {
            if (part.away() != null) {
                missing.put(part.field(), part.away());
            }
        }
        return new MerchantCalendar(
                period,
                parts.stream()
                        .flatMap(part -> part.items().stream().map(item -> entry(part.field(), item)))
                        .sorted(Comparator.comparing(entry -> Objects.toString(entry.get("start"))))
                        .toList(),
                missing);
    }

    private static Map<String, @Nullable Object> entry(Field field, Map<String, Object> item) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("field", field.word());
        entry.putAll(item);
        return entry;
    }

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("period", period.body());
        body.put("items", entries);
        body.put("complete", missing.isEmpty());
        body.put(
                "missing",
                missing.entrySet().stream()
                        .map(field -> Map.of("field", field.getKey().word(), "reason", field.getValue()))
                        .toList());
        return body;
    }
}
