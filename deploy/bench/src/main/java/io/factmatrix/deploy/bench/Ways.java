package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.load.BusyProcessors;
import io.factmatrix.deploy.bench.result.Comparison;
import io.factmatrix.deploy.bench.result.Goal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ways of doing things, measured in turn in each round, so that whatever else the machine does in a while falls on a figure and
 * on its limit alike.
 */
final class Ways implements Measured {

    /** One of them. */
    interface Way {

        /** Its figure: events a second. */
        double run(Duration span);
    }

    private record Pair(Comparison comparison, String way, String limit) {}

    private final BusyProcessors processors;
    private final PrintStream out;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, Double> known = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    Ways(BusyProcessors processors, PrintStream out) {
        this.processors = processors;
        this.out = out;
    }

    void add(String name, Way way) {
        if (ways.put(name, way) != null) {
            throw new IllegalArgumentException("way: %s (expected: each once)".formatted(name));
        }
    }

    void compare(String way, String limit, Comparison.Figure figure, Goal goal) {
        pairs.add(new Pair(new Comparison(way, limit, figure, goal), way, limit));
    }

    /** A figure that was measured elsewhere. */
    void addKnown(String name, double figure) {
        known.put(name, figure);
    }

    @Override
    public void round(String title, Duration span, boolean counts) {
        var figures = new HashMap<>(known);
        var line = new StringBuilder();
        ways.forEach((name, way) -> {
            var figure = counts ? processors.rate(name, () -> way.run(span)) : way.run(span);
            figures.put(name, figure);
            line.append(String.format(Locale.ROOT, "  %s: %,.0f/s", name, figure));
        });
        if (!ways.isEmpty()) {
            out.println(title + line);
        }
        if (counts) {
            pairs.forEach(pair -> pair.comparison().add(figure(figures, pair.way()), figure(figures, pair.limit())));
        }
    }

    private static double figure(Map<String, Double> figures, String way) {
        var figure = figures.get(way);
        if (figure == null) {
            throw new IllegalArgumentException("way: %s (expected: one of %s)".formatted(way, figures.keySet()));
        }
        return figure;
    }

    @Override
    public List<Comparison> comparisons() {
        return pairs.stream().map(Pair::comparison).toList();
    }
}
