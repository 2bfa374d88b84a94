package io.factmatrix.livestream.domain.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that is prepared for a session or for what is shown in it.
 *
 * @param kind as the merchant calls it: {@code cover}, {@code backdrop}, {@code licence}
 * @param reference where it is, or how it is called there
 */
public record Asset(String kind, String reference) {

    /** By the names of the API. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", kind);
        members.put("reference", reference);
        return members;
    }
}
