package io.factmatrix.deploy.acceptance.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The fuzzing from a shell, against any installation. Exits with 0 when every answer was as documented, with 1 when one was not. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Sends requests drawn from the served OpenAPI document, and holds every answer against it.")
public final class FuzzCommand implements Callable<Integer> {

    @Option(names = "--url", defaultValue = "http://localhost:8080", description = "the gateway (${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--token",
            required = true,
            description = "a JWT of that merchant; once for each role, for all of them to be tried")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--merchant", required = true, description = "a merchant of the tokens, to be filled with rubbish")
    private String merchant = "";

    @Option(names = "--seed", defaultValue = "1", description = "of the requests (${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--requests", defaultValue = "10000", description = "how many (${DEFAULT-VALUE})")
    private int requests;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new FuzzCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        var outcome = new Fuzzing(url, tokens.stream().map(Caller::of).toList(), merchant, seed).run(requests);
        outcome.wrong().forEach(System.err::println);
        System.out.printf(
                "seed %d, %d requests, answers by status %s, %d kinds of answers wrong%n",
                seed, outcome.sent(), outcome.statuses(), outcome.wrong().size());
        outcome.strict()
                .forEach((what, times) ->
                        System.out.println("refused by a rule no schema says, " + times + " times: " + what));
        return outcome.wrong().isEmpty() ? 0 : 1;
    }
}
