package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.load.BusyProcessors;
import io.factmatrix.deploy.bench.result.Comparison;
import io.factmatrix.deploy.bench.result.Spread;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The times of one kind of view and of its peer, asked for in turn by one client. */
final class Answers implements Measured {

    /** Does the thing once: seconds. */
    interface Question {
        double ask();
    }

    /** Of a slow view there are as many in a round, however long that takes. */
    private static final int FEWEST = 10;

    private static final double MILLIS = 1e3;

    private final Runnable before;
    private final Question view;
    private final Question peer;
    private final double quantile;
    private final Comparison comparison;
    private final @Nullable BusyProcessors processors;
    private final PrintStream out;

    /**
     * @param quantile of the times of a round that is compared
     * @param before done before each question to the view, and not measured
     * @param processors none for what takes no longer than to look at them
     */
    Answers(
            Comparison comparison,
            double quantile,
            Runnable before,
            Question view,
            Question peer,
            @Nullable BusyProcessors processors,
            PrintStream out) {
        this.before = before;
        this.view = view;
        this.peer = peer;
        this.quantile = quantile;
        this.comparison = comparison;
        this.processors = processors;
        this.out = out;
    }

    @Override
    public void round(String title, Duration span, boolean counts) {
        var views = new ArrayList<Double>();
        var peers = new ArrayList<Double>();
        var began = System.nanoTime();
        while (views.size() < FEWEST || System.nanoTime() - began < span.toNanos()) {
            before.run();
            views.add(asked(comparison.name(), view, counts));
            peers.add(asked(comparison.limit(), peer, counts));
        }
        out.println("%s  %s: %s  %s: %s  (%d each)"
                .formatted(title, comparison.name(), times(views), comparison.limit(), times(peers), views.size()));
        if (counts) {
            comparison.add(quantile(views, quantile), quantile(peers, quantile));
        }
    }

    private double asked(String what, Question question, boolean counts) {
        return counts && processors != null ? processors.once(what, question::ask) : question.ask();
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(comparison);
    }

    private static String times(List<Double> seconds) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms",
                quantile(seconds, 0.5) * MILLIS,
                quantile(seconds, 0.99) * MILLIS);
    }

    private static double quantile(List<Double> seconds, double quantile) {
        return Spread.quantile(seconds.stream().mapToDouble(Double::doubleValue).toArray(), quantile);
    }
}
