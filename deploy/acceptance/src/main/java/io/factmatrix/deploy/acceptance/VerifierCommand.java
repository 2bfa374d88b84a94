package io.factmatrix.deploy.acceptance;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The verifier from a shell, against any installation. Exits with 0 when all is exact, with 1 when something is not. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Proves an installation exact through its public API. Needs a merchant without events.")
public final class VerifierCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "the gateway (${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--token",
            description = "a JWT with the roles integration and operator of that merchant; default: $FACT_TOKEN")
    private Optional<String> token = Optional.empty();

    @Option(names = "--merchant", required = true, description = "a merchant of the token, without events")
    private String merchant = "";

    @Option(names = "--seed", defaultValue = "1", description = "of the history (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--events", defaultValue = "2000", description = "how many, at least (${DEFAULT-VALUE})")
    private int events;

    @Option(names = "--views", defaultValue = "100", description = "compared in the end (${DEFAULT-VALUE})")
    private int views;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new VerifierCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        var bearer = token.orElseGet(() -> System.getenv("FACT_TOKEN"));
        var verdict = new Verifier(new MerchantApi(url, () -> bearer, merchant), seed, events, views).run();
        verdict.wrong().stream().limit(SHOWN).forEach(System.err::println);
        System.out.printf(
                "%s: seed %d, %d events, %d views while sending, %d views compared, calls %s, %d wrong%n",
                verdict.passed() ? "exact" : "NOT EXACT",
                seed,
                verdict.sent(),
                verdict.reads(),
                verdict.views(),
                verdict.calls(),
                verdict.wrong().size());
        return verdict.passed() ? 0 : 1;
    }
}
