package io.factmatrix.deploy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.StubGateway.Mishap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileImportTest {

    private static final Patience SHORT =
            new Patience(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofMillis(300));

    @TempDir
    private Path folder;

    @Test
    void everyLineIsAccountedFor() throws IOException, InterruptedException {
        var file = file("one.ndjson", "a\n\nb\na\nbad 1\n");
        try (var gateway = new StubGateway()) {
            var report = imported(gateway.uri(), file);

            assertThat(report.received()).isEqualTo(4);
            assertThat(report.stored()).isEqualTo(2);
            assertThat(report.duplicates()).isEqualTo(1);
            assertThat(report.codes()).containsExactly(java.util.Map.entry("json.invalid", 1L));
        }
    }

    @Test
    void refusedLinesAreWrittenBesideWithTheirNumberInTheFile() throws IOException, InterruptedException {
        var lines = IntStream.rangeClosed(1, 12_000)
                .mapToObj(line -> line % 4_000 == 7 ? "bad " + line : "good " + line)
                .collect(Collectors.joining("\n"));
        var file = file("many.ndjson", lines);
        try (var gateway = new StubGateway()) {
            imported(gateway.uri(), file);
        }

        assertThat(Files.readAllLines(folder.resolve("many.ndjson.rejected.ndjson")))
                .containsExactly(rejected(7), rejected(4_007), rejected(8_007));
    }

    @Test
    void moreRefusalsThanAnAnswerListsAreAllWritten() throws IOException, InterruptedException {
        var lines = IntStream.rangeClosed(1, 10).mapToObj(line -> "bad " + line).collect(Collectors.joining("\n"));
        try (var gateway = new StubGateway()) {
            var report = imported(gateway.uri(), file("bad.ndjson", lines));

            assertThat(report.received()).isEqualTo(10);
            assertThat(report.rejected()).isEqualTo(10);
            assertThat(Files.readAllLines(folder.resolve("bad.ndjson.rejected.ndjson")))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                            .mapToObj(FileImportTest::rejected)
                            .toList());
        }
    }

    @Test
    void nothingIsWrittenBesideWhenNothingIsRefused() throws IOException, InterruptedException {
        var file = file("good.ndjson", "a\nb");
        file("good.ndjson.rejected.ndjson", "of an earlier import");
        try (var gateway = new StubGateway()) {
            imported(gateway.uri(), file);
        }

        assertThat(folder.resolve("good.ndjson.rejected.ndjson")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mishap.class,
            names = {"UNAVAILABLE", "HALF_DECIDED"})
    void aRefusalForNowIsSentAgainAndCountedOnce(Mishap mishap) throws IOException, InterruptedException {
        try (var gateway = new StubGateway(mishap, mishap)) {
            var report = imported(gateway.uri(), file("one.ndjson", "a\nb\nc\nd\na"));

            assertThat(gateway.stored()).containsExactlyInAnyOrder("a", "b", "c", "d");
            assertThat(report.received()).isEqualTo(5);
            assertThat(report.stored()).isEqualTo(4);
            assertThat(report.duplicates()).isEqualTo(1);
        }
    }

    @Test
    void aLostAnswerIsAskedForAgain() throws IOException, InterruptedException {
        try (var gateway = new StubGateway(Mishap.LOST_ANSWER)) {
            var report = imported(gateway.uri(), file("one.ndjson", "a\nb"));

            assertThat(report.received()).isEqualTo(2);
            assertThat(report.stored() + report.duplicates()).isEqualTo(2);
            assertThat(gateway.stored()).containsExactlyInAnyOrder("a", "b");
            assertThat(gateway.bodies()).containsExactly(List.of("a", "b"), List.of("a", "b"));
        }
    }

    @Test
    void whatCannotGoWellIsNotTriedAgain() throws IOException {
        try (var gateway = new StubGateway(Mishap.FORBIDDEN)) {
            assertThatThrownBy(() -> imported(gateway.uri(), file("one.ndjson", "a")))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("answers 403 to the lines from 1: {\"code\":\"role.missing\"}");
            assertThat(gateway.bodies()).hasSize(1);
        }
    }

    @Test
    void patienceEnds() throws IOException {
        var nobody = URI.create("http://127.0.0.1:1");

        assertThatThrownBy(() -> imported(nobody, file("one.ndjson", "a")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("gave up")
                .hasMessageContaining("import again");
    }

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        // Two members, as concatenated files have.
        for (var part : List.of("a\n", "b\n")) {
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        var file = Files.write(folder.resolve("packed"), packed.toByteArray());
        try (var gateway = new StubGateway()) {
            assertThat(imported(gateway.uri(), file).stored()).isEqualTo(2);
        }
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        var file = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        try (var gateway = new StubGateway()) {
            assertThatThrownBy(() -> imported(gateway.uri(), file))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("broken.gz");
        }
    }

    @Test
    void bodiesAreBoundedAndFourAreOnTheirWay() throws IOException, InterruptedException {
        var wide = IntStream.rangeClosed(1, 2_000)
                .mapToObj(line -> line + "x".repeat(15_000))
                .collect(Collectors.joining("\n"));
        try (var gateway = new StubGateway()) {
            imported(gateway.uri(), file("wide.ndjson", wide));

            assertThat(gateway.stored()).hasSize(2_000);
            assertThat(gateway.bodies())
                    .hasSizeGreaterThan(6)
                    .allMatch(lines -> lines.stream().mapToInt(String::length).sum() < BatchReader.MOST_BYTES);
            assertThat(gateway.mostInFlight()).isLessThanOrEqualTo(4);
        }
    }

    private static String rejected(int line) {
        return "{\"line\":%1$d,\"id\":null,\"code\":\"json.invalid\",\"detail\":\"no json\",\"input\":\"bad %1$d\"}"
                .formatted(line);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Report imported(URI gateway, Path... files) throws InterruptedException {
        var report = new Report();
        var endpoint = new EventsEndpoint(gateway, "m1", () -> "token");
        new FileImport(endpoint, SHORT, Meter.none(), report).files(List.of(files));
        return report;
    }
}
