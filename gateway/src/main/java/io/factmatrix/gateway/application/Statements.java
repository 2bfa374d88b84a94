package io.factmatrix.gateway.application;

import io.factmatrix.gateway.domain.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Settlement statements, kept by creator-service. Fails in a problem when it does not answer. */
public interface Statements {

    /** Those that are closed, as the service tells them, the last opened first; read as they are taken. */
    Flux<Map<String, @Nullable Object>> closed(Caller caller);
}
