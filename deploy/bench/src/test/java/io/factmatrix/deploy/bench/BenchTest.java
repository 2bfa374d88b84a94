package io.factmatrix.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.local.OneLineFailures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    @Test
    void everyBenchmarkStoresWhatItSendsAndHasALine() {
        var out = new ByteArrayOutputStream();
        var scale = new Scale(1, 0, Duration.ofMillis(100), 2, 20, 10, 1_000, 100, 20);

        var results =
                Bench.run(EnumSet.allOf(Benchmark.class), scale, new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("(?m)^[1-9][0-9,]* events sent, stored, and shown by the views$");
        assertThat(results.lines().filter(line -> line.startsWith("| ingest") || line.startsWith("| view")))
                .extracting(line -> line.split("\\|", -1)[1].strip())
                .contains(
                        "ingest-direct-5000",
                        "ingest-direct-500",
                        "ingest-gateway",
                        "ingest-single",
                        "view-unchanged",
                        "view-changed p99",
                        "view-at-scale");
    }

    @ParameterizedTest
    @CsvSource({
        "dance, 'benchmark: dance (expected: one of ingest-direct-5000, '",
        "--rounds 0, '--rounds: 0 (expected: >= 1)'",
        "--seconds -1, '--seconds: -1 (expected: >= 1)'",
        "--warm-ups -1, '--warm-ups: -1 (expected: >= 0)'",
    })
    void everyMisuseIsOneLineAndAnExitCode(String arguments, String expected) {
        var err = new StringWriter();

        var exit = OneLineFailures.of(new Bench()).setErr(new PrintWriter(err)).execute(arguments.split(" ", -1));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("fact: ")
                .contains(expected);
    }
}
