package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.change.Side;
import io.factmatrix.gateway.domain.change.Sides;
import io.factmatrix.gateway.domain.change.Unexplained;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the fields that answered in two periods, side by side as GPM compares them.
 *
 * @param before of the fields of which something is known; {@code after} alike
 */
record FieldsOfGpm(Map<Field, Figures> before, Map<Field, Figures> after) {

    Sides of(Field field) {
        return new Sides(field.word(), Side.ofField(before.get(field)), Side.ofField(after.get(field)));
    }

    List<Sides> all() {
        return Sections.FIELDS.stream().map(this::of).toList();
    }

    Sides total() {
        return new Sides("total", Side.ofWhole(sum(before)), Side.ofWhole(sum(after)));
    }

    private static @Nullable Figures sum(Map<Field, Figures> fields) {
        return fields.values().stream().reduce(Figures::plus).orElse(null);
    }

    /** That a field is not known in both periods; empty when all are. */
    Optional<Unexplained> gap() {
        return Sections.FIELDS.stream().flatMap(field -> gap(field).stream()).findFirst();
    }

    /** The same of one. */
    Optional<Unexplained> gap(Field field) {
        return before.containsKey(field) && after.containsKey(field)
                ? Optional.empty()
                : Optional.of(Unexplained.missing(field.word()));
    }
}
