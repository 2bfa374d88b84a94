package io.factmatrix.kol.domain.kol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What is known of a figure: a value, where both are the same, or an interval that it lies in. Of one of which nothing is known there is none.
 *
 * @param upper included
 */
public record Estimate<T>(T lower, T upper) {

    /** A value. */
    public static <T> Estimate<T> exactly(T value) {
        return new Estimate<>(value, value);
    }

    public boolean isValue() {
        return lower.equals(upper);
    }

    /**
     * By the names of the API: {@code value}, or {@code lower} and {@code upper}.
     *
     * @param shown how the API writes such a figure
     */
    public Map<String, Object> members(Function<T, Object> shown) {
        var members = new LinkedHashMap<String, Object>();
        if (isValue()) {
            members.put("value", shown.apply(lower));
        } else {
            members.put("lower", shown.apply(lower));
            members.put("upper", shown.apply(upper));
        }
        return members;
    }
}
