package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.load.BusyProcessors;
import io.factmatrix.deploy.bench.load.LoadClient;
import io.factmatrix.deploy.bench.load.Processors;
import io.factmatrix.deploy.bench.load.Sent;
import io.factmatrix.deploy.bench.recommendation.RecommendationBench;
import io.factmatrix.deploy.bench.result.Comparison;
import io.factmatrix.deploy.bench.result.Table;
import io.factmatrix.deploy.bench.snowball.SnowballBench;
import io.factmatrix.deploy.local.Logs;
import io.factmatrix.deploy.local.OneLineFailures;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./fact bench}. */
@Command(
        name = "fact bench",
        description = "Measure ingest and views, each beside its limit in the same run; print ratios.",
        subcommands = {SnowballBench.class, RecommendationBench.class},
        sortOptions = false)
final class Bench implements Callable<Integer> {

    private static final long QUICK_EVENTS = 20_000;
    private static final double MICROS = 1e6;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "ingest-direct-5000, ingest-direct-500, ingest-gateway, ingest-single, view-unchanged, view-changed,"
                            + " view-at-scale (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds that count (default: 5).")
    private int rounds;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "2",
            description = "Rounds before them (default: 2).")
    private int warmUps;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "3",
            description = "Of each way in each round (default: 3).")
    private int seconds;

    @Option(
            names = "--merchants",
            paramLabel = "N",
            defaultValue = "8",
            description = "That the ingest is divided among (default: 8).")
    private int merchants;

    @Option(names = "--touchpoints", paramLabel = "N", defaultValue = "1000", description = "Default: 1000.")
    private int touchpoints;

    @Option(names = "--products", paramLabel = "N", defaultValue = "200", description = "Default: 200.")
    private int products;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Stored before views are measured (default: 300000).")
    private long events;

    @Option(
            names = "--quick",
            description = "One warm-up and two rounds of a second, 20000 events: to see that it works.")
    private boolean quick;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the results there, too, as Markdown.")
    private @Nullable Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    void setHelp(boolean asked) {
        // Picocli shows it.
    }

    public static void main(String[] arguments) {
        Logs.off();
        System.exit(OneLineFailures.of(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() {
        var asked = asked();
        var scale = scale();
        requireFolder();
        var surroundings = Surroundings.now().markdown();
        System.out.println(surroundings);
        var results = run(asked, scale, System.out);
        System.out.println();
        System.out.println(results);
        write(surroundings + "\n\n" + results);
        return 0;
    }

    private Set<Benchmark> asked() {
        var asked = EnumSet.noneOf(Benchmark.class);
        names.forEach(name -> asked.add(Benchmark.of(name)));
        return asked.isEmpty() ? EnumSet.allOf(Benchmark.class) : asked;
    }

    /** Told before the run rather than after it. */
    private void requireFolder() {
        var folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new Failure("--write: %s (expected: a file in a folder that exists)".formatted(file));
        }
    }

    private void write(String results) {
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        "# Results\n\nOf `./fact bench`; [README.md](README.md) says how to read them.\n\n" + results);
            } catch (IOException e) {
                throw Failure.of(file.toString(), e);
            }
        }
    }

    private Scale scale() {
        atLeast("--rounds", rounds, 1);
        atLeast("--warm-ups", warmUps, 0);
        atLeast("--seconds", seconds, 1);
        atLeast("--merchants", merchants, 1);
        atLeast("--touchpoints", touchpoints, 1);
        atLeast("--products", products, 1);
        atLeast("--events", events, 1);
        return new Scale(
                quick ? 2 : rounds,
                quick ? 1 : warmUps,
                Duration.ofSeconds(quick ? 1 : seconds),
                merchants,
                touchpoints,
                products,
                quick ? QUICK_EVENTS : events,
                Scale.LARGE,
                Scale.SMALL);
    }

    private static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new Failure("%s: %d (expected: >= %d)".formatted(option, value, least));
        }
    }

    /** The results as Markdown. */
    static String run(Set<Benchmark> asked, Scale scale, PrintStream out) {
        try (var stack = MeasuredStack.start(out)) {
            return run(stack, asked, scale, out);
        }
    }

    private static String run(MeasuredStack stack, Set<Benchmark> asked, Scale scale, PrintStream out) {
        try (var client = new LoadClient(stack::token)) {
            var sent = new Sent();
            var processors = new BusyProcessors(new Processors(stack.postgres()));
            var ways = new Ways(processors, out);
            var comparisons = new ArrayList<Comparison>();
            try (var ingest = new IngestBenchmarks(stack, client, sent, scale, ways)) {
                ingest.prepare(asked);
                rounds(List.of(ways), scale);
                comparisons.addAll(ways.comparisons());
                if (!comparisons.isEmpty()) {
                    // Before the views, which may fail at a scale that is too great for them.
                    out.println(Table.of(comparisons).markdown());
                }
            }
            try (var views = new ViewBenchmarks(stack, client, sent, scale, processors, out)) {
                var measured = views.prepare(asked);
                rounds(measured, scale);
                measured.forEach(view -> comparisons.addAll(view.comparisons()));
            }
            var shown = new Shown(stack.gateway(), client).verify(sent);
            out.printf("%,d events sent, stored, and shown by the views%n", shown);
            return Table.of(comparisons).markdown() + "\n" + table(processors).markdown();
        } catch (Failure e) {
            throw new Failure(e.getMessage() + " (log: " + stack.keptLog() + ")", e);
        }
    }

    private static Table table(BusyProcessors processors) {
        var table = new Table("processors kept busy by", "JVM", "PostgreSQL", "µs each: JVM", "PostgreSQL");
        processors
                .busy()
                .forEach((name, busy) -> table.add(
                        name,
                        decimal(busy.jvm()),
                        decimal(busy.postgres()),
                        decimal(busy.jvmEach() * MICROS),
                        decimal(busy.postgresEach() * MICROS)));
        return table;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void rounds(List<? extends Measured> measured, Scale scale) {
        for (int round = 1 - scale.warmUps(); round <= scale.rounds(); round++) {
            var title = round < 1 ? "warm-up" : "round " + round;
            for (var each : measured) {
                each.round(title, scale.span(), round >= 1);
            }
        }
    }
}
