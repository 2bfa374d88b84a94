package io.factmatrix.kit.resource;

import io.factmatrix.kit.revision.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A thing that a merchant has, as it is at one moment. */
public interface Resource<I extends Id> {

    I id();

    Version version();

    /** All that can change of it, by the names and in the order of the API. */
    Map<String, @Nullable Object> members();

    /** All of it, as the API shows it. */
    default Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", id());
        body.putAll(members());
        body.put("createdAt", version().createdAt());
        body.put("changedAt", version().changedAt());
        return body;
    }
}
