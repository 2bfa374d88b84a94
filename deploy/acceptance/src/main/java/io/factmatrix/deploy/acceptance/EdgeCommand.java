package io.factmatrix.deploy.acceptance;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What hostile, slow and heavy clients may do to an installation. Each command exits with 0 when it stood that, with 1 when not. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "Tries the connection level of a gateway from outside.")
public final class EdgeCommand {

    private static final Duration ENDED_WITHIN = Duration.ofSeconds(10);
    private static final long KILOBYTE = 1_000;

    @Option(
            names = "--url",
            scope = ScopeType.INHERIT,
            defaultValue = "http://localhost:8080",
            description = "the gateway (${DEFAULT-VALUE})")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--token",
            scope = ScopeType.INHERIT,
            description = "a JWT with the roles integration and operator of that merchant; default: $FACT_TOKEN")
    private Optional<String> token = Optional.empty();

    @Option(names = "--merchant", scope = ScopeType.INHERIT, description = "a merchant of the token (${DEFAULT-VALUE})")
    private String merchant = "m1";

    public static void main(String... arguments) {
        System.exit(new CommandLine(new EdgeCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    private String bearer() {
        return token.orElseGet(() -> System.getenv("FACT_TOKEN"));
    }

    @Command(
            name = "probe",
            description = "Bytes that could be read in two ways: one answer each, nothing hidden is handled.")
    int probe() {
        var wrong = new Probing(url, merchant, bearer()).wrong();
        wrong.forEach(System.err::println);
        System.out.printf("%d probes, %d wrong%n", Probe.all(merchant, "").size(), wrong.size());
        return wrong.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "slow",
            description = "Connections that send a byte a second: ended within 10 s, others not held up.")
    int slow(
            @Option(names = "--connections", defaultValue = "500", description = "how many (${DEFAULT-VALUE})")
                    int connections) {
        var outcome = new SlowClients(url, merchant, bearer()).run(connections);
        double held = (double) outcome.during() / outcome.before();
        System.out.printf(
                "%d of %d ended, %d of them with 408, the last after %.1f s; a view's p99 beside them %.2f times that before%n",
                outcome.closed(), connections, outcome.told(), SlowClients.seconds(outcome.lastClosed()), held);
        return outcome.closed() == connections && outcome.lastClosed() <= ENDED_WITHIN.toNanos() && held < 2 ? 0 : 1;
    }

    @Command(name = "long", description = "Long bodies at once: each stored, or refused as too long.")
    int sendLong(
            @Option(names = "--bodies", defaultValue = "50", description = "how many (${DEFAULT-VALUE})") int bodies,
            @Option(names = "--bytes", defaultValue = "100000000", description = "of each (${DEFAULT-VALUE})")
                    long bytes,
            @Option(
                            names = "--of",
                            defaultValue = "duplicates",
                            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
                    LongBodies.Kind kind) {
        var answers = new LongBodies(url, merchant, bearer()).send(bodies, bytes, kind);
        answers.forEach((answer, times) -> System.out.println(times + " × " + answer));
        return answers.keySet().stream().allMatch(answer -> answer.startsWith("[200]") || answer.startsWith("[413]"))
                ? 0
                : 1;
    }

    @Command(
            name = "export",
            description = "A long ledger, exported to a slow client: whole, and in memory that does not grow with it.")
    int export(
            @Option(names = "--rows", defaultValue = "5000000", description = "how many (${DEFAULT-VALUE})") long rows,
            @Option(names = "--kilobytes-a-second", defaultValue = "3000", description = "read at (${DEFAULT-VALUE})")
                    long kilobytes,
            @Option(
                            names = "--process",
                            description =
                                    "id of a process of the installation, whose memory is looked at; again for more")
                    @Nullable List<Long> processes) {
        var outcome = new SlowExport(url, merchant, bearer(), processes == null ? List.of() : processes)
                .run(rows, KILOBYTE * kilobytes);
        System.out.printf(
                "%,d rows, %,d bytes in %d s%n",
                outcome.rows(), outcome.bytes(), outcome.took().toSeconds());
        outcome.memory().forEach((process, looks) -> System.out.println(process + ": " + looks));
        outcome.wrong().forEach(System.err::println);
        return outcome.wrong().isEmpty() ? 0 : 1;
    }

    @Command(name = "idle", description = "Connections on which nothing happens after one request; held until stopped.")
    int idle(
            @Option(names = "--connections", defaultValue = "10000", description = "how many (${DEFAULT-VALUE})")
                    int connections,
            @Option(names = "--seconds", defaultValue = "30", description = "how long (${DEFAULT-VALUE})") int seconds)
            throws IOException, InterruptedException {
        var held = new ArrayList<RawConnection>();
        for (int at = 0; at < connections; at++) {
            var connection = new RawConnection(url, Duration.ofSeconds(10));
            connection.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n");
            held.add(connection);
        }
        System.out.println(held.size() + " connections");
        Thread.sleep(Duration.ofSeconds(seconds).toMillis());
        for (var connection : held) {
            connection.close();
        }
        return 0;
    }
}
