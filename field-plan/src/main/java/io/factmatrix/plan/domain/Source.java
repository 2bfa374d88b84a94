package io.factmatrix.plan.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who promises.
 *
 * @param id null: of what is not there yet
 * @param parent that it belongs to: the session of a line, the campaign of an offer, the KOL of an engagement; null where there is none
 */
public record Source(
        Field field,
        SourceKind kind,
        @Nullable String id,
        @Nullable String parent) {

    /** Two that are not there yet are never known to be one. */
    boolean is(Source other) {
        return id != null && equals(other);
    }

    Source unnamed() {
        return new Source(field, kind, null, parent);
    }

    /** By the names of the API. */
    Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("field", field.word());
        members.put("source", kind);
        members.put("id", id);
        members.put("parent", parent);
        return members;
    }

    @Override
    public String toString() {
        return "%s %s of %s".formatted(kind.word(), id == null ? "as it is written" : id, field);
    }
}
