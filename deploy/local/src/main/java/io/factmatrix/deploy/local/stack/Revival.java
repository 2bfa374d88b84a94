package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server that dies beneath the programs, where it was: they find it again by themselves. */
final class Revival implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);
    private static final long SECONDS_BETWEEN_LOOKS = 1;

    private final Servers servers;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "revival");

    Revival(Servers servers) {
        this.servers = servers;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!over.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                revive();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void revive() {
        try {
            if (servers.postgres().revive()) {
                LOG.warn("PostgreSQL died and was started again");
            }
            if (servers.redis().revive()) {
                LOG.warn("Redis died and was started again");
            }
        } catch (Failure e) {
            LOG.warn("A server died and does not start again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            // A server must not come back while it is being stopped.
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
