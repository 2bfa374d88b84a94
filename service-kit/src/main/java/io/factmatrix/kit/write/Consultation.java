package io.factmatrix.kit.write;

import reactor.core.publisher.Mono;

/**
 * Others must be asked before a write is done. Thrown by the work, inside its transaction, which ends with it: nobody waits for others while rows are held.
 * Then they are asked, and the work is done anew, with their {@link Consent}.
 */
public abstract class Consultation extends RuntimeException {

    protected Consultation() {
        super(null, null, false, false);
    }

    /** Asks. Fails in what the client is answered when they do not consent. */
    protected abstract Mono<Consent> consent();
}
