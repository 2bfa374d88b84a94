package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Settlement statements, kept by creator-service. Fails in a problem when it does not answer. */
public interface Statements {

    /**
     * Some of them, as the service tells them.
     *
     * @param nextCursor behind which to go on; null when there is no more
     */
    record Page(
            List<Map<String, @Nullable Object>> items,
            @Nullable String nextCursor) {}

    /**
     * Those that are closed, the last opened first.
     *
     * @param cursor null for the first
     */
    Mono<Page> closed(Caller caller, @Nullable String cursor);
}
