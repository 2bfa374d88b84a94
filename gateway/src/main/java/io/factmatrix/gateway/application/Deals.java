package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The deals and plans that the services keep, as they tell them. Fails in {@link io.factmatrix.kit.problem.ProblemException} when one refuses, and with 503 {@code
 * field.unavailable} when it does not answer.
 */
public interface Deals {

    /**
     * Resources of a list.
     *
     * @param nextCursor null when there are no more
     */
    record Page(
            List<Map<String, @Nullable Object>> items,
            @Nullable String nextCursor) {}

    /** The first so many of a list, such as {@code offers}. */
    Mono<Page> list(Caller caller, FieldService service, String resources, Map<String, String> parameters, int limit);

    /** Something that is told of one of them, such as {@code pacing}. */
    Mono<Map<String, @Nullable Object>> detail(
            Caller caller, FieldService service, String resources, String id, String detail);
}
