package io.factmatrix.deploy.local.ingest;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the rate and the time left. */
final class BarMeter implements Meter {

    private static final int KILOBYTE = 1 << 10;
    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private final ProgressBar bar;

    BarMeter(long bytes) {
        bar = new ProgressBarBuilder()
                .setTaskName("Importing")
                .setInitialMax(bytes)
                .setUnit(" kB", KILOBYTE)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build();
    }

    @Override
    public void show(long bytes, long events) {
        bar.stepTo(bytes);
        bar.setExtraMessage(" %,.0f events/s".formatted(events * NANOS / (System.nanoTime() - began)));
    }

    @Override
    public void close() {
        bar.close();
    }
}
