package io.factmatrix.deploy.local.stack;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be closed in reverse; one that fails to close does not keep the others open. */
final class Closing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    /** Closed at once when all the others already are: a stack may be stopped while it starts. */
    synchronized <T extends AutoCloseable> T keep(T resource) {
        if (closed) {
            close(resource);
            throw new Failure("stopped while starting");
        }
        started.push(resource);
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} did not close", resource, e);
        }
    }
}
