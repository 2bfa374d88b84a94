package io.factmatrix.deploy.local.ingest;

import java.io.PrintStream;
import java.time.Duration;

/** A line every few seconds, for logs. */
final class LineMeter implements Meter {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private final long bytes;
    private final PrintStream out;
    private long shown = began;

    LineMeter(long bytes, PrintStream out) {
        this.bytes = bytes;
        this.out = out;
    }

    @Override
    public void show(long decided, long events) {
        var now = System.nanoTime();
        if (now - shown < BETWEEN.toNanos() || decided == 0) {
            return;
        }
        shown = now;
        var seconds = (now - began) / NANOS;
        out.printf(
                "%3d%%  %,d events, %,.0f/s, %.0f s left%n",
                100 * decided / Math.max(1, bytes), events, events / seconds, seconds * (bytes - decided) / decided);
    }

    @Override
    public void close() {}
}
