package io.factmatrix.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as it is answered.
 *
 * @param nextCursor where to go on; null when there is no more
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * The page of what was found.
     *
     * @param found one more than fits in, where there are so many: it tells that there is a next page
     * @param cursor behind an item: there one goes on
     */
    public static <F, T> Page<T> of(List<F> found, int limit, Function<F, T> item, Function<F, String> cursor) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? cursor.apply(found.get(limit - 1)) : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
