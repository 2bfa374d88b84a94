package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.testing.Listening;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.domain.event.Field;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The view, told again as it changes. */
@TestInstance(Lifecycle.PER_CLASS)
class LiveViewTest {

    private static final String VIEW = "/v1/merchants/m1/operating-view";
    private static final String STREAM = VIEW + "/stream";
    private static final String JUNE = "?from=2026-06-01&to=2026-06-19";

    private final JsonMapper json = JsonMapper.shared();
    private final List<Listening> open = new ArrayList<>();
    private final AtomicLong watermarks = new AtomicLong(10);
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.stream.look-every=50ms",
                "--fact.stream.comment-every=100ms",
                // None of it ends a stream: neither a client that has nothing more to say, nor turns that are few.
                "--fact.connection.idle=300ms",
                "--fact.connection.head-within=300ms",
                "--fact.connection.unread-for=1s",
                "--fact.limits.reads.at-once=3",
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.figures.spared-for=1ms",
                "--fact.calls.positions.deadline=1s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.livestream().has(Field.LIVESTREAM, 5, gmv(10_050));
    }

    @AfterEach
    void leave() {
        open.forEach(Listening::close);
        open.clear();
    }

    @Test
    void theViewComesAtOnceAndAgainWhenItHasChanged() {
        var listening = listen(JUNE);
        await().until(() -> listening.events().size() == 1);
        var first = listening.events().get(0);
        var view = gateway.get(VIEW + JUNE);
        assertThat(first).isEqualTo(new Listening.Event(etag(JUNE), "view", view.body()));
        assertThat(listening.headers())
                .containsEntry("content-type", List.of("text/event-stream"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-accel-buffering", List.of("no"))
                .doesNotContainKey("content-encoding");
        assertThat(listening.retry()).isBetween(1_000, 1_999);

        gateway.kol().has(Field.KOL, 3, gmv(2));
        await().until(() -> listening.events().size() == 2);
        assertThat(listening.events().get(1).data())
                .isEqualTo(gateway.get(VIEW + JUNE).body())
                .contains("\"total\":{\"metrics\":{\"gmv\":\"100.52\"");
    }

    @Test
    void aListenerIsToldForAsLongAsHeLikesThatTheOtherEndIsThere() {
        var listening = listen(JUNE);
        await().until(() -> listening.comments() >= 20);
        assertThat(listening.events()).hasSize(1);
        assertThat(listening.end()).isNotDone();
    }

    @Test
    void besideThePeriodBefore() {
        var listening = listen(JUNE + "&compare=previous");
        await().until(() -> listening.events().size() == 1);
        assertThat(view(listening, 0))
                .isEqualTo(json.readTree(
                        gateway.get(VIEW + JUNE + "&compare=previous").body()));
        gateway.kol().has(Field.KOL, 3, gmv(2));
        await().until(() -> listening.events().size() == 2);
        assertThat(view(listening, 1).at("/previous/fields/kol/metrics/gmv").stringValue())
                .isEqualTo("0.02");
    }

    @Test
    void whatManyListenToIsAskedForOnce() {
        var listening = IntStream.range(0, 40).mapToObj(number -> listen(JUNE)).toList();
        awaitEvents(listening, 1);
        var clock = listening.get(0);
        gateway.kol().requests().clear();
        int looks = gateway.kol().looks();
        int comments = clock.comments();

        gateway.kol().has(Field.KOL, watermarks.incrementAndGet(), gmv(2));
        awaitEvents(listening, 2);
        assertThat(gateway.kol().requests()).hasSize(1);
        await().until(() -> clock.comments() >= comments + 10);
        // Two looks a comment for all; forty if each were looked for.
        assertThat(gateway.kol().looks() - looks).isLessThan(6 * (clock.comments() - comments));
        assertThat(gateway.kol().requests()).hasSize(1);
    }

    @Test
    void whoeverGoesIsForgottenAndWhenNobodyListensNothingIsAsked() throws IOException {
        listen(JUNE);
        try (var vanished = socket("")) {
            assertThat(vanished.getInputStream().read()).isEqualTo('H');
        }
        awaitEvents(open, 1);
        leave();
        awaitSilence();
        // And he finds it as it is when he comes again.
        gateway.kol().has(Field.KOL, watermarks.incrementAndGet(), gmv(2));
        awaitEvents(List.of(listen(JUNE)), 1);
        assertThat(view(open.get(0), 0).at("/fields/kol/metrics/gmv").stringValue())
                .isEqualTo("0.02");
    }

    private void awaitSilence() {
        var before = new AtomicInteger(-1);
        await().pollInterval(Duration.ofMillis(400)).until(() -> {
            int now = gateway.kol().looks();
            return before.getAndSet(now) == now;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasTheViewAlreadyJustGoesOn(boolean quoted) {
        var id = quoted ? etag(JUNE) : etag(JUNE).replace("\"", "");
        var listening = listen(request(JUNE).header("Last-Event-ID", id).build());
        await().until(() -> listening.comments() >= 5);
        assertThat(listening.events()).isEmpty();
        gateway.kol().has(Field.KOL, watermarks.incrementAndGet(), gmv(2));
        await().until(() -> listening.events().size() == 1);
        assertThat(view(listening, 0).at("/fields/kol/metrics/gmv").stringValue())
                .isEqualTo("0.02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"\"", "' or 1=1", "-1", "18446744073709551616"})
    void whoHasAnotherOneOrNoneGetsItAtOnce(String id) {
        for (var given : List.of(id, id.repeat(200))) {
            var listening = listen(request(JUNE).header("Last-Event-ID", given).build());
            assertThat(isTaken(listening)).as("%d", listening.status()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HANGING", "FAILING", "TALKING_NONSENSE", "REFUSING_TOKENS"})
    void aFieldThatGoesAndComesBackIsToldAndTheOthersGoOn(Mood trouble) {
        gateway.kol().has(Field.KOL, 2, gmv(1));
        var listening = listen(JUNE);
        await().until(() -> listening.events().size() == 1);
        var before = view(listening, 0);
        gateway.kol().is(trouble);
        await().until(() -> listening.events().size() == 2);
        assertThat(view(listening, 1).at("/complete").booleanValue()).isFalse();
        assertThat(view(listening, 1).at("/fields/kol/status").stringValue()).isEqualTo("stale");
        assertThat(view(listening, 1).at("/fields/kol/metrics")).isEqualTo(before.at("/fields/kol/metrics"));

        gateway.creator().has(Field.CREATOR, watermarks.incrementAndGet(), gmv(7));
        await().until(() -> listening.events().size() == 3);
        assertThat(view(listening, 2).at("/fields/creator/metrics/gmv").stringValue())
                .isEqualTo("0.07");

        gateway.kol().is(Mood.WELL);
        gateway.creator().reset();
        await().until(() -> view(listening, listening.events().size() - 1).equals(before));
    }

    @Test
    void whenNobodyAnswersTheViewSaysSo() {
        List.of(gateway.livestream(), gateway.creator(), gateway.campaign(), gateway.kol())
                .forEach(service -> service.is(Mood.FAILING));
        var listening = listen(JUNE);
        await().until(() -> listening.events().size() == 1);
        assertThat(view(listening, 0).at("/total/metrics").isNull()).isTrue();
        assertThat(view(listening, 0).at("/fields/kol/status").stringValue()).isEqualTo("missing");
        gateway.reset();
        await().until(() ->
                view(listening, listening.events().size() - 1).at("/complete").booleanValue());
    }

    @Test
    void aStreamEndsWithItsTokenAndTheOthersGoOn() {
        var shortLived = TestIssuer.token(claims ->
                claims.subject("leaving").expirationTime(Date.from(Instant.now().plusSeconds(3))));
        var leaving = listen(
                request(JUNE).setHeader("Authorization", "Bearer " + shortLived).build());
        var staying = listen(JUNE);
        awaitEvents(List.of(leaving, staying), 1);
        assertThat(leaving.end()).succeedsWithin(Duration.ofSeconds(30));
        assertThat(staying.end()).isNotDone();
        gateway.kol().requests().clear();
        gateway.kol().has(Field.KOL, watermarks.incrementAndGet(), gmv(2));
        await().until(() -> staying.events().size() == 2);
        assertThat(view(staying, 1).at("/fields/kol/metrics/gmv").stringValue()).isEqualTo("0.02");
        assertThat(gateway.kol().requests()).noneMatch(request -> request.contains(shortLived));
        assertThat(gateway.send(request(JUNE)
                                .setHeader("Authorization", "Bearer " + shortLived)
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    /** When more has changed than its connection holds; what it takes nothing of is not kept. */
    @Test
    void whoTakesNothingIsCutOff() throws IOException {
        try (var stuck = socket("&compare=previous")) {
            assertThat(stuck.getInputStream().read()).isEqualTo('H');
            var before = new AtomicInteger(-1);
            var unmoved = new AtomicInteger();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        gateway.kol().has(Field.KOL, watermarks.incrementAndGet(), gmv(watermarks.get()));
                        int now = gateway.kol().looks();
                        return before.getAndSet(now) == now
                                ? unmoved.incrementAndGet() == 30
                                : unmoved.getAndSet(0) < 0;
                    });
        }
    }

    private Socket socket(String query) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(1_024);
        socket.connect(new InetSocketAddress("localhost", gateway.port()));
        socket.getOutputStream()
                .write("GET %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(STREAM, JUNE + query, gateway.token())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void soManyMayListenAndTheEndOfTheProgramEndsTheirStreamsAsAnAnswerEnds() {
        var small = new RunningGateway(
                "--fact.stream.most-of-merchant=2",
                "--fact.stream.most=3",
                "--fact.stream.comment-every=100ms",
                "--spring.lifecycle.timeout-per-shutdown-phase=20s");
        try {
            var first = listen(small.request(STREAM + JUNE).build());
            awaitEvents(List.of(first, listen(small.request(STREAM + JUNE).build())), 1);
            var refused = small.get(STREAM + JUNE);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("\"listeners.too_many\"", "listeners of m1: 2 already");
            awaitEvents(List.of(listen(of(small, "m2"))), 1);
            assertThat(small.send(of(small, "m3")).body()).contains("listeners of all merchants: 3 already");
            first.close();
            open.remove(first);
            await().until(() -> isTaken(listen(of(small, "m3"))));
        } finally {
            small.close();
        }
        assertThat(open)
                .hasSizeGreaterThan(2)
                .allSatisfy(one -> assertThat(one.end()).succeedsWithin(Duration.ofSeconds(10)));
    }

    private static boolean isTaken(Listening listening) {
        await().until(() -> listening.end().isDone() || !listening.events().isEmpty());
        return !listening.events().isEmpty();
    }

    private static HttpRequest of(RunningGateway gateway, String merchant) {
        return gateway.request((STREAM + JUNE).replace("m1", merchant))
                .setHeader("Authorization", "Bearer " + TestIssuer.token(List.of(merchant), "operator"))
                .build();
    }

    @Test
    void whatDoesNotChangeIsNotListenedTo() {
        var refused = gateway.get(STREAM + JUNE + "&asOf=2026-06-10T00:00:00Z");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"asOf.invalid\"");
        assertThat(gateway.get(STREAM + "?from=2026-06-01").body()).contains("\"parameter.missing\"");
        assertThat(gateway.get(STREAM + JUNE + "&x=1").body()).contains("\"parameter.unknown\"");
    }

    @Test
    void aHeadIsAnsweredByAHead() {
        var answer = gateway.send(request(JUNE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    /** There are three turns, and ten listeners. */
    @Test
    void whoListensHoldsNoTurn() {
        IntStream.range(0, 10).forEach(number -> listen(JUNE));
        awaitEvents(open, 1);
        assertThat(gateway.get(VIEW + JUNE).statusCode()).isEqualTo(200);
    }

    private void awaitEvents(List<Listening> listening, int events) {
        await().until(() -> listening.stream().allMatch(one -> one.events().size() >= events));
    }

    private JsonNode view(Listening listening, int event) {
        return json.readTree(listening.events().get(event).data());
    }

    private String etag(String query) {
        return gateway.get(VIEW + query).headers().firstValue("ETag").orElseThrow();
    }

    private HttpRequest.Builder request(String query) {
        return gateway.request(STREAM + query);
    }

    private Listening listen(String query) {
        return listen(request(query).build());
    }

    private Listening listen(HttpRequest request) {
        var listening = new Listening(request);
        open.add(listening);
        return listening;
    }
}
