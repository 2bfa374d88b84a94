package io.factmatrix.deploy.bench.recommendation;

import io.factmatrix.deploy.bench.result.Table;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./fact bench recommendations}. */
@Command(
        name = "recommendations",
        description = "Plant answers to costs, estimate them, divide budgets, and print what was found and gained.",
        sortOptions = false)
public final class RecommendationBench implements Callable<Integer> {

    /** Of which budgets are divided: returns of the others do not diminish. */
    private static final List<Shape> DIVIDED = List.of(Shape.LOGARITHM, Shape.POWER, Shape.SATURATING);

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
        var results = "%d of each kind, seed %d%n%n%s".formatted(runs, seed, results(runs, seed));
        System.out.println(results);
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        "# Recommendations\n\nOf `./fact bench recommendations`; [README.md](README.md) says how to read it.\n\n"
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
        var curves =
                new Table("planted", "told", "bounds hold the return", "return is off by", "WAPE: curve · last week");
        for (var shape : Shape.values()) {
            var recovery = new Recovery();
            for (int run = 0; run < runs; run++) {
                var planted = Planted.any(shape, random);
                recovery.add(planted, planted.days(Recovery.DAYS, random));
            }
            curves.add(recovery.line(shape));
        }
        var gains = new Table(
                "planted", "divided", "better than at present", "gained", "told", "bounds hold it", "of the best");
        for (var shape : DIVIDED) {
            var followed = new Followed();
            for (int run = 0; run < runs; run++) {
                followed.add(shape, random);
            }
            gains.add(followed.line(shape));
        }
        return curves.markdown() + "\n" + gains.markdown();
    }
}
