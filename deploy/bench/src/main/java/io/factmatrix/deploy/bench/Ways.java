package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.load.Processors;
import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.bench.result.Comparison;
import io.factmatrix.deploy.bench.result.Goal;
import io.factmatrix.deploy.bench.result.Spread;
import io.factmatrix.deploy.bench.result.Table;
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

    private record Busy(double jvm, double postgres) {}

    private final Processors processors;
    private final PrintStream out;
    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final Map<String, Double> known = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<String, List<Busy>> busy = new LinkedHashMap<>();

    Ways(Processors processors, PrintStream out) {
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
            var figure = measured(name, way, span, counts);
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

    private double measured(String name, Way way, Duration span, boolean counts) {
        var before = processors.used();
        var began = System.nanoTime();
        var figure = way.run(span);
        var seconds = Spent.seconds(began);
        if (counts && before.isPresent()) {
            processors.used().ifPresent(after -> {
                var used = after.since(before.get());
                busy.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(new Busy(used.jvm() / seconds, used.postgres() / seconds));
            });
        }
        return figure;
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

    /** How many processors each way kept busy, medians; empty where that cannot be known. */
    Table processors() {
        var table = new Table("way", "processors: JVM", "PostgreSQL");
        busy.forEach((way, rounds) -> table.add(
                way,
                processors(rounds.stream().map(Busy::jvm).toList()),
                processors(rounds.stream().map(Busy::postgres).toList())));
        return table;
    }

    private static String processors(List<Double> rounds) {
        return String.format(Locale.ROOT, "%.2f", Spread.of(rounds).median());
    }
}
