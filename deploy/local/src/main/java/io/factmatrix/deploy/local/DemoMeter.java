package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.ingest.Meter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How many events are in: on a terminal a bar, elsewhere a line now and then. How many there will be is known roughly. */
final class DemoMeter implements Meter {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private final long expected;
    private final @Nullable ProgressBar bar;
    private long shown = began;
    private long events;

    DemoMeter(boolean terminal, long expected) {
        this.expected = expected;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("Loading the demo merchant")
                        .setInitialMax(expected)
                        .setUnit(" events", 1)
                        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                        .setUpdateIntervalMillis(200)
                        .build()
                : null;
    }

    @Override
    public void show(long bytes, long events) {
        this.events = events;
        if (bar == null) {
            line();
        } else {
            bar.stepTo(Math.min(events, expected));
            bar.setExtraMessage(" %,.0f/s".formatted(perSecond()));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.maxHint(Math.max(events, 1));
            bar.stepTo(events);
            bar.close();
        }
    }

    private void line() {
        var now = System.nanoTime();
        if (now - shown >= BETWEEN.toNanos()) {
            shown = now;
            System.err.printf(
                    "  %,d of about %,d events of the demo merchant, %,.0f/s%n", events, expected, perSecond());
        }
    }

    private double perSecond() {
        return events * NANOS / (System.nanoTime() - began);
    }
}
