package io.factmatrix.deploy.bench.snowball;

import io.factmatrix.deploy.bench.result.Table;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./fact bench snowball}. */
@Command(
        name = "snowball",
        description = "Plant snowballs and funnels, read them, and print what was found and how forecasts did.",
        sortOptions = false)
public final class SnowballBench implements Callable<Integer> {

    private static final double[] PLANTED = {0.85, 0.90, 0.95, 1.00, 1.05, 1.10};
    private static final String FORECASTS = "WAPE: meter · last week · Holt-Winters";

    @Option(names = "--runs", paramLabel = "N", defaultValue = "40", description = "Of each kind (default: 40).")
    private int runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "618", description = "Of all that is planted.")
    private long seed;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the results there, too, as Markdown.")
    private @Nullable Path file;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    void setHelp(boolean asked) {
        // Picocli shows it.
    }

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new Failure("--runs: %d (expected: >= 1)".formatted(runs));
        }
        var results = "%d merchants of each kind, seed %d%n%n%s".formatted(runs, seed, results(runs, seed));
        System.out.println(results);
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        "# The snowball meter\n\nOf `./fact bench snowball`; [README.md](README.md) says how to read it.\n\n"
                                + results);
            } catch (IOException e) {
                throw Failure.of(file.toString(), e);
            }
        }
        return 0;
    }

    /** As Markdown. */
    static String results(int runs, long seed) {
        var random = new Random(seed);
        var table = new Table(
                "planted",
                "R told",
                "within 0.03",
                "bounds hold it",
                "free impressions, " + FORECASTS,
                "GMV, " + FORECASTS);
        for (double r : PLANTED) {
            var recovery = new Recovery(r);
            for (int run = 0; run < runs; run++) {
                recovery.add(Planted.snowball(r, random).days(Recovery.length(), random));
            }
            table.add(recovery.line(String.format(Locale.ROOT, "R = %.2f", r)));
        }
        var funnels = new Recovery(Double.NaN);
        for (int run = 0; run < runs; run++) {
            funnels.add(Planted.funnel(random).days(Recovery.length(), random));
        }
        table.add(funnels.line("funnel"));
        return table.markdown();
    }
}
