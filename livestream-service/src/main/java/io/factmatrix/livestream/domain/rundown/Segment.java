package io.factmatrix.livestream.domain.rundown;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host is to say, in one piece.
 *
 * @param seconds it takes; null when nobody said
 */
public record Segment(String text, @Nullable Long seconds) {

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("text", text);
        members.put("seconds", seconds);
        return members;
    }
}
