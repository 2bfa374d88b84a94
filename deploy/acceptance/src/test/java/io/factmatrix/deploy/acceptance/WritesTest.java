package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is written is written once, by nobody over another, and told of (scorecard 11). */
@ExtendWith(RunningStack.Shared.class)
class WritesTest {

    private static final String STUDIO = "{\"name\":\"Studio 😀\",\"platform\":\"douyin\"}";
    private static final String OTHER = "{\"name\":\"Studio 2\",\"platform\":\"douyin\"}";

    private final RunningStack stack;

    WritesTest(RunningStack stack) {
        this.stack = stack;
    }

    private static Answer add(MerchantApi merchant, String body, String key) {
        return merchant.resource("POST", "/rooms", body, "Idempotency-Key", key);
    }

    private static JsonNode items(MerchantApi merchant, String path) {
        return merchant.resource("GET", path, "").json().path("items");
    }

    @Test
    void aReplayIsAnsweredTheSameToTheByte() {
        var merchant = stack.newMerchant();
        var first = add(merchant, STUDIO, "k");
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        var replay = add(merchant, STUDIO, "k");
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.text()).isEqualTo(first.text());
        for (var header : List.of("etag", "location", "content-type", "content-length")) {
            assertThat(replay.headers().get(header))
                    .isNotNull()
                    .isEqualTo(first.headers().get(header));
        }
        assertThat(items(merchant, "/rooms")).hasSize(1);
        var path = first.headers().getOrDefault("location", "").replace("/v1/merchants/" + merchant.merchant(), "");
        assertThat(merchant.resource("GET", path, "").text()).isEqualTo(first.text());
    }

    @Test
    void anotherBodyUnderTheKeyIs422() {
        var merchant = stack.newMerchant();
        add(merchant, STUDIO, "k");
        Asserting.problem(add(merchant, OTHER, "k"), 422);
        assertThat(items(merchant, "/rooms")).hasSize(1);
    }

    @Test
    void anotherMerchantsKeyIsItsOwn() {
        var room = add(stack.newMerchant(), STUDIO, "k");
        var neighbours = add(stack.newMerchant(), OTHER, "k");
        assertThat(neighbours.status()).isEqualTo(201);
        assertThat(neighbours.json().path("id")).isNotEqualTo(room.json().path("id"));
    }

    @Test
    void ofManyAtOnceUnderOneKeyOneIsDoneAndTheOthersComeAgain() {
        var merchant = stack.newMerchant();
        var calls = IntStream.range(0, 16)
                .mapToObj(turn -> CompletableFuture.supplyAsync(() -> add(merchant, STUDIO, "k")))
                .toList();
        var answers = calls.stream().map(CompletableFuture::join).toList();
        for (var answer : answers) {
            if (answer.status() != 201) {
                Asserting.problem(answer, 409);
                assertThat(answer.json().path("code").asString("")).isEqualTo("idempotency-key.in_progress");
                assertThat(answer.headers()).containsEntry("retry-after", "1");
            }
        }
        var last = add(merchant, STUDIO, "k");
        assertThat(answers.stream().filter(Answer::ok).map(Answer::text))
                .isNotEmpty()
                .containsOnly(last.text());
        assertThat(items(merchant, "/rooms")).hasSize(1);
        assertThat(items(merchant, "/audit-trail?field=livestream")).hasSize(1);
    }

    @Test
    void ofTwoEditorsOneWinsAndTheOtherLearnsIt() {
        var merchant = stack.newMerchant();
        var room = "/rooms/" + add(merchant, STUDIO, "k").json().path("id").asString("");
        var calls = IntStream.range(0, 2)
                .mapToObj(editor -> CompletableFuture.supplyAsync(
                        () -> merchant.resource("PUT", room, OTHER.replace("2", "by " + editor), "If-Match", "\"1\"")))
                .toList();
        assertThat(calls.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 412);
        assertThat(merchant.resource("GET", room, "").headers()).containsEntry("etag", "\"2\"");
        assertThat(merchant.resource("GET", room, "", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
    }

    /** As if pasted from the document. */
    @Test
    void theExamplesOfTheDocumentWork() {
        var merchant = stack.newMerchant();
        var rooms = document(merchant).path("paths").path("/v1/merchants/{merchant}/rooms");
        var room = document(merchant).path("paths").path("/v1/merchants/{merchant}/rooms/{room}");
        var transitions = document(merchant).path("paths").path("/v1/merchants/{merchant}/rooms/{room}/transitions");
        var added = merchant.resource("POST", "/rooms", asked(rooms.path("post")));
        assertShaped(added, 201, rooms.path("post"));
        var path = "/rooms/" + added.json().path("id").asString("");
        assertShaped(merchant.resource("GET", path, ""), 200, room.path("get"));
        assertShaped(
                merchant.resource("PUT", path, asked(room.path("put")), "If-Match", "\"1\""), 200, room.path("put"));
        assertShaped(
                merchant.resource("POST", path + "/transitions", asked(transitions.path("post"))),
                200,
                transitions.path("post"));
    }

    private JsonNode document(MerchantApi merchant) {
        return merchant.document().json();
    }

    private static String asked(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/example").toString();
    }

    /** The example but for what is made at each time: the id and the times. */
    private static void assertShaped(Answer answer, int status, JsonNode operation) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        var example = operation.at("/responses/" + status + "/content/application~1json/example");
        assertThat(answer.json().propertyNames()).containsExactlyElementsOf(example.propertyNames());
        for (var member : List.of("shop", "platform", "platformRoom")) {
            assertThat(answer.json().get(member)).isEqualTo(example.get(member));
        }
    }
}
