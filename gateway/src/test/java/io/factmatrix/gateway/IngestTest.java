package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class IngestTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        // No test here is about the breaker: it would let one test's failures be felt in the next.
        gateway = new RunningGateway("--fact.calls.ingest.deadline=2s", "--fact.calls.ingest.spared-for=1ms");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @Test
    void eachLineGoesToTheServiceOfItsField() {
        var answer = gateway.ingest(NDJSON, """
                {"id":"1","field":"livestream"}
                {"id":"2","field":"unattributed"}

                {"id":"3","field":"creator"}
                {"id":"4","field":"kol"}
                {"id":"5","field":"campaign"}
                {"id":"6","field":"livestream"}
                {"id":"6","field":"livestream"}""");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCounts(answer, 7, 6, 1, 0, 0);
        assertThat(gateway.livestream().bodies())
                .containsExactly(List.of(
                        "{\"id\":\"1\",\"field\":\"livestream\"}",
                        "{\"id\":\"2\",\"field\":\"unattributed\"}",
                        "{\"id\":\"6\",\"field\":\"livestream\"}",
                        "{\"id\":\"6\",\"field\":\"livestream\"}"));
        assertThat(gateway.kol().stored()).containsExactly("{\"id\":\"4\",\"field\":\"kol\"}");
        assertThat(body(answer).get("watermarks")).hasSize(4);
        assertThat(gateway.kol().requests())
                .singleElement()
                .asString()
                .contains("Bearer ")
                .contains("content-length");
    }

    @Test
    void errorsNameTheLinesOfTheClient() {
        var answer = gateway.ingest(NDJSON, """
                {"id":"1","field":"kol"}

                {"id":"2","field":"kol","bad":1}
                {"id":"3"}
                {"id":"4","field":"nope"}
                {"id":"5","field":7}
                nonsense
                {"id":"7","field":"creator","bad":1}
                {"id":"8","x":{"field":"kol"}}
                {"id":"9","x":"%s","field":"kol"}
                {"id":"10","field":"kol"
                ["field","kol"]
                {"id":"11","x":{"field":"kol"},"field":"campaign"}
                {"id":"12","field":null}
                \ufeff{"id":"13","field":"kol"}
                {"id":"14","\\u0066ield":"kol"}""".formatted("y".repeat(17_000)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCounts(answer, 15, 4, 0, 11, 0);
        assertThat(errors(answer))
                .containsExactly(
                        "3 amount.invalid",
                        "4 member.missing 3",
                        "5 field.invalid 4",
                        "6 field.invalid 5",
                        "7 json.invalid",
                        "8 amount.invalid",
                        "9 member.missing 8",
                        "10 line.too_long",
                        "12 json.invalid",
                        "14 field.invalid 12",
                        "15 json.invalid");
        // Line 11 is broken behind its field: that is for its service to say.
        assertThat(gateway.kol().stored()).contains("{\"id\":\"10\",\"field\":\"kol\"");
    }

    @Test
    void onlyTheFirstThousandErrorsAreListed() {
        var body = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 2 == 0
                        ? "{\"id\":\"%d\",\"field\":\"%s\",\"bad\":1}".formatted(i, i % 4 == 0 ? "kol" : "creator")
                        : "{\"id\":\"%d\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        var answer = gateway.ingest(NDJSON, body);
        assertCounts(answer, 5_000, 0, 0, 5_000, 0);
        assertThat(body(answer).get("errorsTruncated").booleanValue()).isTrue();
        assertThat(errors(answer))
                .hasSize(1_000)
                .isEqualTo(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(line -> line % 2 == 1
                                ? line + " amount.invalid"
                                : "%d member.missing %d".formatted(line, line - 1))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"FAILING", "HANGING", "TALKING_NONSENSE"})
    void aServiceInTroubleLeavesItsOwnLinesUndecided(Mood trouble) {
        gateway.kol().is(trouble);
        var answer = gateway.ingest(NDJSON, mixed(10_000));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertCounts(answer, 10_000, 7_500, 0, 0, 2_500);
        // After the first chunk it was not tried again.
        assertThat(gateway.kol().bodies()).hasSize(1);

        gateway.kol().is(Mood.WELL);
        var again = gateway.ingest(NDJSON, mixed(10_000));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(body(again).get("stored").intValue()
                        + body(again).get("duplicates").intValue())
                .isEqualTo(10_000);
        assertThat(body(again).has("undecided")).isFalse();
    }

    @Test
    void aServiceThatIsDownLeavesItsOwnLinesUndecided() {
        try (var without = new RunningGateway()) {
            without.creator().close();
            var answer = without.ingest(NDJSON, mixed(100));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertCounts(answer, 100, 75, 0, 0, 25);
        }
    }

    @Test
    void whatAServiceDecidesInPartIsMergedAsItIs() {
        gateway.kol().is(Mood.DECIDING_HALF);
        var answer = gateway.ingest(NDJSON, mixed(400));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertCounts(answer, 400, 350, 0, 0, 50);
    }

    @Test
    void aTokenThatAServiceRefusesIsRefused() {
        gateway.kol().is(Mood.REFUSING_TOKENS);
        var answer = gateway.ingest(NDJSON, mixed(8));
        assertProblem(answer, 401, "token.invalid");
        assertThat(body(answer).get("stored").intValue()).isEqualTo(6);
    }

    @Test
    void arraysAndGzipAreUnderstood() throws IOException {
        var array = "[\n" + mixed(5_000).replace("\n", ",\n").replace(":", " :\n ") + "]";
        var answer = gateway.ingest(JSON, Map.of("Content-Encoding", "gzip"), gzip(array));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertCounts(answer, 5_000, 5_000, 0, 0, 0);
    }

    @Test
    void aBrokenArrayIsRefusedBehindTheElementsBefore() {
        var answer = gateway.ingest(
                JSON, "[{\"id\":\"1\",\"field\":\"kol\"},{\"id\":\"2\",\"field\":\"kol\",\"bad\":1},{\"id\":\"3\",");
        assertProblem(answer, 400, "json.invalid");
        assertCounts(answer, 2, 1, 0, 1, 0);
        assertThat(errors(answer)).containsExactly("2 amount.invalid");
        assertThat(body(answer).get("detail").stringValue()).contains("of the 2 lines before that, 2 were decided");
        assertThat(gateway.kol().stored()).hasSize(1);
    }

    @Test
    void corruptGzipIsRefusedBehindTheLinesBefore() throws IOException {
        var whole = gzip(mixed(20_000));
        whole[whole.length - 5] ^= 1;
        var answer = gateway.ingest(NDJSON, Map.of("Content-Encoding", "gzip"), whole);
        assertProblem(answer, 400, "gzip.invalid");
        assertThat(body(answer).get("received").intValue()).isGreaterThan(10_000);
    }

    @Test
    void aBodyThatInflatesTooFarIsRefused() throws IOException {
        var answer = gateway.ingest(NDJSON, Map.of("Content-Encoding", "gzip"), gzip("x".repeat(110_000_000)));
        assertProblem(answer, 413, "body.too_long");
    }

    @Test
    void whatIsNoIngestIsRefused() {
        assertProblem(gateway.ingest("text/csv", "a,b"), 415, "content-type.unsupported");
        assertProblem(
                gateway.ingest(NDJSON, Map.of("Content-Encoding", "br"), new byte[1]),
                415,
                "content-encoding.unsupported");
        assertProblem(
                gateway.send(gateway.request("/v1/merchants/m1/events")
                        .setHeader("Authorization", "Bearer " + gateway.token("operator"))
                        .header("Content-Type", NDJSON)
                        .POST(BodyPublishers.ofString("{}"))
                        .build()),
                403,
                "role.missing");
        assertProblem(
                gateway.send(gateway.request("/v1/merchants/m2/events")
                        .header("Content-Type", NDJSON)
                        .POST(BodyPublishers.ofString("{}"))
                        .build()),
                404,
                "merchant.unknown");
    }

    @Test
    void anEmptyBodyIsAnswered() {
        var answer = gateway.ingest(NDJSON, "\n\n");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"received\":0,\"stored\":0,\"duplicates\":0,\"rejected\":0,\"errors\":[],\"watermarks\":{}}");
    }

    @Test
    void aHundredMegabytesPassInSmallMemory() {
        var line = "{\"id\":\"%08d\",\"field\":\"kol\",\"x\":\"" + "y".repeat(15_000) + "\"}\n";
        gateway.kol().is(Mood.FAILING);
        Iterable<byte[]> lines = () -> IntStream.range(0, 6_900)
                .mapToObj(line::formatted)
                .map(text -> text.getBytes(UTF_8))
                .iterator();
        var request = gateway.request("/v1/merchants/m1/events")
                .header("Content-Type", NDJSON)
                .POST(BodyPublishers.ofByteArrays(lines))
                .build();
        var answer = gateway.send(request);
        assertCounts(answer, 6_900, 0, 0, 0, 6_900);
    }

    @Test
    void aClientThatGoesLosesNothingThatWasSent() throws IOException {
        gateway.kol().is(Mood.SLOW);
        var line = "{\"id\":\"gone\",\"field\":\"kol\"}\n";
        try (var client = new Socket("localhost", gateway.port())) {
            var head =
                    "POST /v1/merchants/m1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(gateway.token(), NDJSON, line.length());
            client.getOutputStream().write((head + line).getBytes(UTF_8));
            client.getOutputStream().flush();
            await().until(() -> gateway.kol().bodies().size() == 1);
        }
        await().until(() -> gateway.kol().stored().size() == 1);
    }

    @Test
    void manyClientsThatGoLeaveTheGatewayWell() {
        gateway.creator().is(Mood.SLOW);
        var calls = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try (var client = new Socket("localhost", gateway.port())) {
                        var head =
                                "POST /v1/merchants/m1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n"
                                        .formatted(gateway.token(), NDJSON);
                        client.getOutputStream().write((head + mixed(20)).getBytes(UTF_8));
                        client.getOutputStream().flush();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(calls).join();
        gateway.creator().is(Mood.WELL);
        assertThat(gateway.ingest(NDJSON, mixed(1_000)).statusCode()).isEqualTo(200);
    }

    /** Lines of the four services in turn. */
    private static String mixed(int lines) {
        var fields = List.of("livestream", "creator", "campaign", "kol");
        return IntStream.range(0, lines)
                .mapToObj(i -> "{\"id\":\"%d\",\"field\":\"%s\"}".formatted(i, fields.get(i % 4)))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] gzip(String text) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return zipped.toByteArray();
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private void assertCounts(
            HttpResponse<String> answer, int received, int stored, int duplicates, int rejected, int undecided) {
        var body = body(answer);
        assertThat(List.of(
                        body.path("received").asInt(-1),
                        body.path("stored").asInt(-1),
                        body.path("duplicates").asInt(-1),
                        body.path("rejected").asInt(-1),
                        body.path("undecided").asInt(0)))
                .as(answer.body().substring(0, Math.min(2_000, answer.body().length())))
                .containsExactly(received, stored, duplicates, rejected, undecided);
    }

    private List<String> errors(HttpResponse<String> answer) {
        return body(answer)
                .get("errors")
                .valueStream()
                .map(error -> error.get("line").asString() + " "
                        + error.get("code").asString()
                        + (error.get("id").isNull() ? "" : " " + error.get("id").asString()))
                .toList();
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(body(answer).get("code").stringValue()).isEqualTo(code);
        assertThat(body(answer).get("status").intValue()).isEqualTo(status);
    }
}
