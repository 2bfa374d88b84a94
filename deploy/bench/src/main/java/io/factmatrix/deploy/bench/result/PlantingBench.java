package io.factmatrix.deploy.bench.result;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plants what is to be found, as often as it is told to, and publishes what was found. */
public abstract class PlantingBench implements Callable<Integer> {

    private final String title;

    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "40", description = "Of each kind (default: 40).")
    private int runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "618", description = "Of all that is planted.")
    private long seed;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the results there, too, as Markdown.")
    private @Nullable Path file;

    /**
     * @param title of what is published
     */
    protected PlantingBench(String title) {
        this.title = title;
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    void setHelp(boolean asked) {
        // Picocli shows it.
    }

    /** As Markdown: the same for the same draws. */
    protected abstract String results(int runs, Random random);

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new Failure("--runs: %d (expected: >= 1)".formatted(runs));
        }
        var results = "%d of each kind, seed %d%n%n%s".formatted(runs, seed, results(runs, new Random(seed)));
        System.out.println(results);
        if (file != null) {
            publish(file, results);
        }
        return 0;
    }

    private void publish(Path file, String results) {
        var how = "Of `./fact bench %s`; [README.md](README.md) says how to read it."
                .formatted(command == null ? "" : command.name());
        try {
            Files.writeString(file, "# %s\n\n%s\n\n%s".formatted(title, how, results));
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }
}
