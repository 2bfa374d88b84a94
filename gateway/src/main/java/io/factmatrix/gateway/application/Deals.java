package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.domain.FieldService;
import io.factmatrix.kit.paging.Page;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The deals and plans that the services keep, as they tell them. Fails in {@link io.factmatrix.kit.problem.ProblemException} when one refuses, and with 503 {@code
 * field.unavailable} when it does not answer.
 */
public interface Deals {

    /** The first so many of a list, such as {@code offers}. */
    Mono<Page<Map<String, @Nullable Object>>> list(
            Caller caller, FieldService service, String resources, Map<String, String> parameters, int limit);

    /** Something that is told of one of them, such as {@code pacing}. */
    Mono<Map<String, @Nullable Object>> detail(
            Caller caller, FieldService service, String resources, String id, String detail);
}
