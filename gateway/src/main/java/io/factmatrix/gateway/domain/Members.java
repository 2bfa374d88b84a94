package io.factmatrix.gateway.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object in their order; null is a value. */
public final class Members {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    public Members add(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    public Members addAll(Map<String, @Nullable Object> others) {
        values.putAll(others);
        return this;
    }

    public Map<String, @Nullable Object> object() {
        return Collections.unmodifiableMap(values);
    }
}
