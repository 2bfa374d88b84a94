package io.factmatrix.campaign.domain.campaign;

import io.factmatrix.ledger.domain.event.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A touchpoint of another field that takes part.
 *
 * @param field neither {@code campaign} nor {@code unattributed}
 * @param note for people
 */
public record Enrolment(
        Field field, String touchpoint, @Nullable String note) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("field", field);
        members.put("touchpoint", touchpoint);
        members.put("note", note);
        return members;
    }
}
