package io.factmatrix.kit.connection;

import java.util.concurrent.TimeUnit;

/**
 * How long a slow body is still waited for. Time runs while we wait for bytes, and each byte that comes pays for some, up to the
 * grace at most: so many bytes a second are enough for ever, and with none it is over after the grace, whatever came before.
 *
 * <p>The figures are those of Kestrel's {@code MinRequestBodyDataRate}, 240 bytes a second after 5 seconds; Kestrel takes the mean
 * over the whole body, with which a client may stand still for hours after a fast beginning. What we take to read on costs nothing.
 */
final class Patience {

    private final long grace;
    private final long nanosPerByte;

    private long left;
    private long since;
    private boolean waiting;

    Patience(ConnectionProperties limits) {
        this.grace = limits.bodyGrace().toNanos();
        this.nanosPerByte =
                Math.max(1, TimeUnit.SECONDS.toNanos(1) / limits.slowestBody().toBytes());
    }

    void renew() {
        left = grace;
        waiting = false;
    }

    /** Bytes are waited for from now on, if they were not already. */
    void await(long now) {
        if (!waiting) {
            waiting = true;
            since = now;
        }
    }

    /** So many bytes have come. */
    void received(long now, long bytes) {
        if (waiting) {
            left -= now - since;
            waiting = false;
        }
        left = bytes > grace / nanosPerByte ? grace : Math.min(grace, left + bytes * nanosPerByte);
    }

    boolean isWaiting() {
        return waiting;
    }

    /** Nanoseconds from now until it is over, if nothing comes; only while waiting. */
    long left(long now) {
        return left - (now - since);
    }
}
