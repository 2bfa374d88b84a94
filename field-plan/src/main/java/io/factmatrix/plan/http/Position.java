package io.factmatrix.plan.http;

import io.factmatrix.kit.id.NewIds;
import io.factmatrix.kit.paging.Parameters;
import io.factmatrix.plan.domain.Promise;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a list of promises was read.
 *
 * @param source the last that was read of; empty before the first
 * @param many how many of its promises were read
 */
record Position(String source, int many) {

    static Position of(Parameters parameters) {
        var given = parameters.given("after");
        return given == null || given.isEmpty()
                ? new Position("", 0)
                : parameters.required("after", "the position of a page", Position::read);
    }

    private static @Nullable Position read(String text) {
        int dot = text.indexOf('.');
        var source = text.substring(0, dot);
        int many = Integer.parseInt(text.substring(dot + 1));
        return NewIds.isValid(source) && many > 0 ? new Position(source, many) : null;
    }

    /** Behind so many of these. */
    static String ofLast(List<Promise> found, int many) {
        var last = id(found.get(many - 1));
        return last + "."
                + found.subList(0, many).stream()
                        .filter(promise -> id(promise).equals(last))
                        .count();
    }

    /** How many of these were read; they begin with the source that was read last, if it is still there. */
    int behindIn(List<Promise> found) {
        return (int) found.stream()
                .limit(many)
                .filter(promise -> id(promise).equals(source))
                .count();
    }

    private static String id(Promise promise) {
        return Objects.requireNonNull(promise.source().id());
    }
}
