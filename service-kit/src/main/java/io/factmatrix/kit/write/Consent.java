package io.factmatrix.kit.write;

import java.util.Map;
import reactor.core.publisher.Mono;

/** What others answered to a {@link Consultation}: with it the write is done. */
public interface Consent {

    /** What the client is told beside what was written, by names of the API; empty when there is nothing to say. */
    Map<String, Object> remarks();

    /** The write is over, done or not: what was kept for it is not needed any more. Never fails. */
    Mono<Void> end();
}
