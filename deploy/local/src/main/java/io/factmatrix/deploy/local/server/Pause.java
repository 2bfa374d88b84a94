package io.factmatrix.deploy.local.server;

import io.factmatrix.deploy.local.failure.Failure;

/** Between two looks at a server. */
final class Pause {

    private static final long MILLIS = 20;

    private Pause() {}

    static void shortly() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
