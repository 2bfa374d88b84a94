package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.factmatrix.deploy.local.ingest.EventsEndpoint;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.mapping.Mapping;
import io.factmatrix.deploy.local.mapping.Tally;
import io.factmatrix.deploy.local.table.TableFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real posts of live sellers, as CSV by the mapping of the documentation: what the file tells is known, the rest is not 0. */
@ExtendWith(RunningStack.Shared.class)
class MappedImportTest {

    private static final String DATA = "shared/data/facebook-live-sellers-thailand.csv.gz";
    private static final String MAPPING = "deploy/local/mappings/facebook-live-sellers.yaml";

    private final RunningStack stack;

    @TempDir
    private Path folder;

    MappedImportTest(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void engagementIsKnownImpressionsAreNotAndASecondImportIsAllDuplicates() throws IOException, InterruptedException {
        var data = above(DATA);
        if (data.isEmpty()) {
            System.err.println("\n!!! SKIPPED: " + DATA + " is not beside the project: nothing real was imported\n");
        }
        assumeThat(data).as(DATA).isPresent();
        // Beside it lies what was not sent.
        var file = Files.copy(data.orElseThrow(), folder.resolve("posts.csv.gz"));
        var merchant = stack.newMerchant();

        var first = imported(merchant, file);

        assertThat(first.rejected()).isZero();
        assertThat(first.unsent()).isEqualTo(2);
        // What was stored behind a time-out is a duplicate when it is sent again.
        assertThat(first.stored() + first.duplicates()).isEqualTo(posts(file).size());
        assertThat(folder.resolve("posts.csv.gz.rejected.ndjson")).exists();
        var metrics = metrics(merchant, all());
        assertThat(metrics.path("comments").asLong()).isEqualTo(sum(file, null, 3));
        assertThat(metrics.path("shares").asLong()).isEqualTo(sum(file, null, 4));
        assertThat(metrics.path("likes").asLong()).isEqualTo(sum(file, null, 5));
        for (var unknown : List.of("impressions", "paidImpressions", "views", "viewers", "watchSeconds", "follows")) {
            assertThat(metrics.get(unknown).isNull()).as(unknown).isTrue();
        }
        assertThat(metrics.path("gpm").path("impression").isNull()).isTrue();
        assertThat(metrics(merchant, all().withTouchpoint("video"))
                        .path("comments")
                        .asLong())
                .isEqualTo(sum(file, "video", 3));

        var second = imported(merchant, file);

        assertThat(second.stored()).isZero();
        assertThat(second.duplicates()).isEqualTo(posts(file).size());
        assertThat(metrics(merchant, all())).isEqualTo(metrics);
    }

    private Report imported(MerchantApi merchant, Path file) throws InterruptedException {
        var report = new Report();
        var mapping = Mapping.read(above(MAPPING).orElseThrow(), TableFormat.Kind.CSV, InstantSource.system());
        var token = stack.token(merchant.merchant(), RunningStack.DEFAULT_ROLES);
        var endpoint = new EventsEndpoint(stack.gateway(), merchant.merchant(), () -> token);
        new FileImport(endpoint, Patience.DEFAULT, Meter.none(), report, mapping.opening(new Tally()))
                .files(List.of(file));
        return report;
    }

    private static ViewQuery all() {
        return ViewQuery.of(LocalDate.of(2012, 1, 1), LocalDate.of(2019, 1, 1), "Asia/Bangkok", "THB");
    }

    private static JsonNode metrics(MerchantApi merchant, ViewQuery query) {
        var answer = merchant.view(query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("fields").path("livestream").path("metrics");
    }

    /** Over each post once, of that type where one is asked for. */
    private static long sum(Path file, @Nullable String type, int column) throws IOException {
        return posts(file).stream()
                .filter(cells -> type == null || cells[1].equals(type))
                .mapToLong(cells -> Long.parseLong(cells[column]))
                .sum();
    }

    private static List<String[]> posts(Path file) throws IOException {
        var posts = new ArrayList<String[]>();
        var ids = new HashSet<String>();
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (var line : text.lines().skip(1).toList()) {
                var cells = line.split(",", -1);
                if (ids.add(cells[0])) {
                    posts.add(cells);
                }
            }
        }
        return posts;
    }

    /** In this folder or one above it, wherever the tests are started. */
    private static Optional<Path> above(String path) {
        var here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(path))
                .filter(Files::isReadable)
                .findFirst();
    }
}
