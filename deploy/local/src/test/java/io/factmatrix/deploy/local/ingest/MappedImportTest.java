package io.factmatrix.deploy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.StubGateway.Mishap;
import io.factmatrix.deploy.local.mapping.DryRun;
import io.factmatrix.deploy.local.mapping.Mapping;
import io.factmatrix.deploy.local.mapping.Tally;
import io.factmatrix.deploy.local.table.TableFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedImportTest {

    private static final Patience SHORT =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(300));

    private static final String MAPPING = """
            currency: CNY
            events:
              - type: cost
                when: {kind: cost}
                id: "{id}"
                field: campaign
                touchpoint: t
                category: ads
                occurredAt: "2026-06-01T00:00:00Z"
                amount: "{amount}"
            """;

    @TempDir
    private Path folder;

    @Test
    void goodRowsAreSentAndTheOthersWrittenBesideInOrder() throws IOException, InterruptedException {
        var file = file("id,kind,amount\n1,cost,5\n2,cost,five\nbad,cost,6\n3,other,7\n4,cost,8\n5\n");
        try (var gateway = new StubGateway()) {
            var tally = new Tally();
            var report = imported(gateway, file, tally);

            assertThat(report.received()).isEqualTo(3);
            assertThat(report.stored()).isEqualTo(2);
            assertThat(report.rejected()).isEqualTo(1);
            assertThat(report.unsent()).isEqualTo(2);
            assertThat(tally.rows()).isEqualTo(6);
            assertThat(tally.skipped()).isEqualTo(1);
            assertThat(Files.readAllLines(folder.resolve("costs.csv.rejected.ndjson")))
                    .containsExactly(
                            "{\"line\":3,\"id\":\"2\",\"code\":\"amount.invalid\",\"detail\":\"amount: five (expected: a number such as 1,234.50), column amount\",\"input\":\"2,cost,five\"}",
                            "{\"line\":4,\"id\":null,\"code\":\"json.invalid\",\"detail\":\"no json\",\"input\":\"bad,cost,6\"}",
                            "{\"line\":7,\"id\":null,\"code\":\"row.ragged\",\"detail\":\"row: 1 cells (expected: 3, as many as columns)\",\"input\":\"5\"}");

            var again = imported(gateway, file, new Tally());
            assertThat(again.stored()).isZero();
            assertThat(again.duplicates()).isEqualTo(2);
        }
    }

    @Test
    void anInterruptedImportIsRunAgain() throws IOException, InterruptedException {
        var file = file("id,kind,amount\n"
                + IntStream.rangeClosed(1, 12_000)
                        .mapToObj(row -> row + ",cost,1\n")
                        .collect(Collectors.joining()));
        // The first body is stored, its answer lost; the second one ends the import.
        try (var gateway = new StubGateway(Mishap.LOST_ANSWER, Mishap.FORBIDDEN)) {
            assertThatThrownBy(() -> imported(gateway, file, new Tally())).isInstanceOf(Failure.class);

            var report = imported(gateway, file, new Tally());

            assertThat(gateway.stored()).hasSize(12_000);
            assertThat(report.stored() + report.duplicates()).isEqualTo(12_000);
            assertThat(report.duplicates()).isPositive();
        }
    }

    @Test
    void aFileOfProblemsAloneSendsNothing() throws IOException, InterruptedException {
        try (var gateway = new StubGateway()) {
            var report = imported(gateway, file("id,kind,amount\n1,cost,x\n"), new Tally());

            assertThat(gateway.bodies()).isEmpty();
            assertThat(report.unsent()).isEqualTo(1);
        }
    }

    @Test
    void aDryRunShowsTheFirstEventsAndEveryProblem() throws IOException {
        var rows = IntStream.rangeClosed(1, 20)
                .mapToObj(row -> row + ",cost," + (row % 10 == 0 ? "x" : "1") + "\n")
                .collect(Collectors.joining());
        var file = file("id,kind,amount,note\n" + rows.replace("\n", ",n\n") + "21,other,1,n\n");
        var shown = new ByteArrayOutputStream();

        var problems = new DryRun(mapping(), new PrintStream(shown, true, StandardCharsets.UTF_8)).of(file);

        assertThat(problems).isEqualTo(2);
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains(
                        "dry run: nothing is sent",
                        "row 11: amount: x (expected: a number such as 1,234.50), column amount",
                        "row 21: amount: x",
                        "first cost (events[1]):",
                        "row 2: {\"id\":\"1\",\"type\":\"cost\"",
                        "row 6: {\"id\":\"5\"",
                        "columns not used: note",
                        "skipped               1   (no event is for them: rows 22)")
                .doesNotContain("row 7: {");
        assertThat(folder.resolve("costs.csv.rejected.ndjson")).doesNotExist();
    }

    private Path file(String csv) throws IOException {
        return Files.writeString(folder.resolve("costs.csv"), csv);
    }

    private Mapping mapping() throws IOException {
        var file = Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        return Mapping.read(file, TableFormat.Kind.CSV, InstantSource.system());
    }

    private Report imported(StubGateway gateway, Path file, Tally tally) throws IOException, InterruptedException {
        var report = new Report();
        var endpoint = new EventsEndpoint(gateway.uri(), "m1", () -> "token");
        new FileImport(endpoint, SHORT, Meter.none(), report, mapping().opening(tally)).files(List.of(file));
        return report;
    }
}
