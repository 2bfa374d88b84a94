package io.factmatrix.deploy.acceptance;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bounds of who was reached, held against exact sets. Exits with 0 when estimates hold as often as they say and the rest is exact. */
@Command(
        name = "audience",
        mixinStandardHelpOptions = true,
        description =
                "Shows how often the truth lies within the bounds of an audience. Needs a merchant without events.")
public final class AudienceCommand implements Callable<Integer> {

    private static final int SHOWN = 50;
    private static final double PROMISED = 0.95;

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "the gateway (${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--token",
            description = "a JWT with the roles integration and operator of that merchant; default: $FACT_TOKEN")
    private Optional<String> token = Optional.empty();

    @Option(names = "--merchant", required = true, description = "a merchant of the token, without events")
    private String merchant = "";

    @Option(names = "--seed", defaultValue = "1", description = "of the ids (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "10,100,1000,4096,5000,20000,100000,500000,2000000",
            description = "people of a case (${DEFAULT-VALUE})")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--people",
            defaultValue = "400000",
            description = "in all cases of a size together; one case at least (${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--cases", defaultValue = "30", description = "of a size at most (${DEFAULT-VALUE})")
    private int cases;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new AudienceCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        var bearer = token.orElseGet(() -> System.getenv("FACT_TOKEN"));
        var bounds = new AudienceBounds(new MerchantApi(url, () -> bearer, merchant), seed);
        int estimates = 0;
        int inside = 0;
        System.out.println(
                "| people | cases | exact | estimates | inside | width of reach | sent in | first answer | later |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int size : sizes) {
            var found = bounds.look(size, Math.max(1, Math.min(cases, people / size)));
            System.out.println(line(found));
            estimates += found.estimates();
            inside += found.inside();
        }
        var wrong = bounds.wrong();
        wrong.stream().limit(SHOWN).forEach(System.err::println);
        System.out.printf(
                Locale.ROOT,
                "%d of %d estimates have the truth inside (%.1f%%), %d wrong%n",
                inside,
                estimates,
                estimates == 0 ? 100 : 100.0 * inside / estimates,
                wrong.size());
        return wrong.isEmpty() && inside >= PROMISED * estimates ? 0 : 1;
    }

    private static String line(AudienceBounds.Found found) {
        return String.format(
                Locale.ROOT,
                "| %,d | %d | %d | %d | %s | %.1f%% | %.1f s | %.2f s | %.2f s |",
                found.people(),
                found.cases(),
                found.exact(),
                found.estimates(),
                found.estimates() == 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f%%", 100.0 * found.inside() / found.estimates()),
                100 * found.width(),
                found.sent().toMillis() / 1000.0,
                found.first().toMillis() / 1000.0,
                found.again().toMillis() / 1000.0);
    }
}
