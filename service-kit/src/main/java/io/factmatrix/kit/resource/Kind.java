package io.factmatrix.kit.resource;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.problem.ProblemException;

/**
 * What kind of thing a resource is.
 *
 * @param name in the singular, as the API calls it: {@code room}
 */
public record Kind(String name) {

    /** That text, which has the form of an id made here; 404 {@code <kind>.unknown} when it has not. */
    public String id(String text) {
        if (!NewIds.isValid(text)) {
            throw unknown(text);
        }
        return text;
    }

    /** 404 {@code <kind>.unknown}: the merchant has none of that id. */
    public ProblemException unknown(String id) {
        return new ProblemException(
                404, name + ".unknown", "%s: %s (expected: one of the merchant's)".formatted(name, id));
    }
}
