package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.conflict.Conflict;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.ConflictKind;
import io.factmatrix.plan.domain.PromiseConflict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conflicts are asked for.
 *
 * @param field only those of this one, null for all
 * @param kind only these of the ledgers
 * @param promised only these of promises; with neither kind all are asked for
 */
public record ConflictQuestion(
        @Nullable Field field,
        Conflict.@Nullable Kind kind,
        @Nullable ConflictKind promised) {

    /** The fields whose ledgers are asked. */
    public List<Field> ledgers() {
        if (promised != null) {
            return List.of();
        }
        return field == null ? Sections.FIELDS : List.of(field);
    }

    /** Whether promises are; what no field can claim promises nothing. */
    public boolean asksPromises() {
        return kind == null && field != Field.UNATTRIBUTED;
    }

    /** Whether that one is asked for. */
    public boolean covers(PromiseConflict conflict) {
        return (promised == null || promised == conflict.kind())
                && (field == null
                        || conflict.sides().stream()
                                .anyMatch(side -> side.source().field() == field));
    }
}
