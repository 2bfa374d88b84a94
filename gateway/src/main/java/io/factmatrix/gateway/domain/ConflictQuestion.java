package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.event.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conflicts are asked for.
 *
 * @param field only those of this one, null for all
 * @param kind only these, null for all
 */
public record ConflictQuestion(@Nullable Field field, Conflict.@Nullable Kind kind) {

    /** The fields that are asked. */
    public List<Field> fields() {
        return field == null ? Sections.FIELDS : List.of(field);
    }
}
