package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static io.factmatrix.gateway.testing.StubService.saw;
import static io.factmatrix.gateway.testing.StubService.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.application.LastKnown;
import io.factmatrix.gateway.domain.Period;
import io.factmatrix.gateway.domain.Question;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.gateway.testing.TestRedis;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.Position;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.ParameterizedTypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a view shows of a field that is away, and how often a field that is there is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class LastKnownTest {

    private static final String JUNE = "/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-06-19";
    private static final String REACHED = "/v1/merchants/m1/audience?from=2026-06-01&to=2026-06-19";
    private static final MerchantId MERCHANT = MerchantId.of("m9");

    private final JsonMapper json = JsonMapper.shared();
    private final TestRedis redis = new TestRedis();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--spring.data.redis.port=" + redis.port(),
                "--fact.calls.positions.spared-for=50ms",
                "--fact.calls.figures.spared-for=50ms",
                "--fact.calls.audience.spared-for=50ms",
                "--fact.cache.spared-for=50ms",
                // A loaded machine is no reason to forget.
                "--fact.cache.deadline=5s");
    }

    @AfterAll
    void stop() {
        gateway.close();
        redis.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        redis.stop();
        redis.restart();
        await().until(() -> {
            gateway.livestream().has(Field.LIVESTREAM, 5, gmv(10_050));
            gateway.kol().has(Field.KOL, 2, gmv(1));
            view();
            gateway.kol().requests().clear();
            view();
            return gateway.kol().requests().isEmpty();
        });
    }

    @Test
    void aLedgerThatDidNotMoveIsNotAskedAgain() {
        var first = gateway.get(JUNE).body();
        assertThat(gateway.get(JUNE).body()).isEqualTo(first);
        assertThat(gateway.kol().requests()).isEmpty();
        gateway.kol().has(Field.KOL, 3, gmv(2));
        assertThat(view().at("/fields/kol/metrics/gmv").stringValue()).isEqualTo("0.02");
        assertThat(gateway.kol().requests()).hasSize(1);
        assertThat(view().at("/fields/kol/watermark").stringValue()).isEqualTo("3");
        assertThat(gateway.kol().requests()).hasSize(1);
    }

    @Test
    void thePastIsShownOnceItIsSettledAndRemembered() {
        gateway.kol().settlesAfter(2);
        var view = then();
        assertThat(view.at("/complete").booleanValue()).isTrue();
        assertThat(view.at("/fields/kol/settledTo/livestream").stringValue()).isEqualTo("5");
        assertThat(gateway.kol().looksBack()).isEqualTo(3);
        assertThat(gateway.kol().requests()).singleElement().asString().contains("asOf=2026-06-10T00%3A00%3A00Z");
        assertThat(then()).isEqualTo(view);
        assertThat(gateway.kol().requests()).hasSize(1);
        gateway.kol().is(Mood.FAILING);
        assertThat(then().at("/fields/kol/status").stringValue()).isEqualTo("stale");
    }

    @Test
    void aPastThatDoesNotSettleSaysSoAndIsAskedForAgain() {
        gateway.kol().settlesAfter(Integer.MAX_VALUE);
        var view = then();
        assertThat(view.at("/complete").booleanValue()).isFalse();
        assertThat(view.at("/fields/kol/settling").booleanValue()).isTrue();
        then();
        assertThat(gateway.kol().requests()).hasSize(2);
    }

    private JsonNode then() {
        var answer = gateway.get(JUNE + "&asOf=2026-06-10T08:00:00.0004%2B08:00");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @Test
    void aLedgerThatWasPutBackIsAskedAgain() {
        gateway.kol().has(Field.KOL, 1, gmv(77));
        assertThat(view().at("/fields/kol/metrics/gmv").stringValue()).isEqualTo("0.77");
        assertThat(view().at("/fields/kol/watermark").stringValue()).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HANGING", "FAILING", "TALKING_NONSENSE", "REFUSING_TOKENS", "SLOW"})
    void aFieldInTroubleIsShownAsItWas(Mood trouble) {
        var before = view();
        gateway.kol().is(trouble);
        var view = view();
        assertThat(view.at("/complete").booleanValue()).isFalse();
        var kol = view.at("/fields/kol");
        assertThat(kol.at("/status").stringValue()).isEqualTo("stale");
        assertThat(kol.at("/reason").stringValue()).startsWith("kol ");
        assertThat(kol.at("/asOf")).isEqualTo(before.at("/fields/kol/asOf"));
        assertThat(kol.at("/watermark")).isEqualTo(before.at("/fields/kol/watermark"));
        assertThat(kol.at("/metrics")).isEqualTo(before.at("/fields/kol/metrics"));
        assertThat(view.at("/total")).isEqualTo(before.at("/total"));
        assertThat(view.at("/fields/livestream/status").stringValue()).isEqualTo("fresh");
        gateway.kol().is(Mood.WELL);
        await().until(() -> view().equals(before));
    }

    @Test
    void whatAFieldSaysOfItselfBelongsToBothItsLedgers() {
        gateway.livestream().is(Mood.FAILING);
        var view = view();
        assertThat(view.at("/fields/livestream/status").stringValue()).isEqualTo("stale");
        assertThat(view.at("/fields/unattributed/status").stringValue()).isEqualTo("stale");
        assertThat(view.at("/fields/livestream/metrics/gmv").stringValue()).isEqualTo("100.50");
    }

    @Test
    void whomAFieldInTroubleReachedIsToldAsItWas() {
        gateway.livestream().reached(Field.LIVESTREAM, saw("a", "b", "c"));
        gateway.kol().reached(Field.KOL, saw("c", "d"));
        var before = view(REACHED);
        assertThat(reached(before, "/fields/livestream/alone")).isEqualTo(2);
        gateway.kol().is(Mood.FAILING);

        var known = view(REACHED);
        assertThat(known.at("/complete").booleanValue()).isFalse();
        assertThat(known.at("/fields/kol/status").stringValue()).isEqualTo("stale");
        assertThat(known.at("/fields/kol/asOf")).isEqualTo(before.at("/fields/kol/asOf"));
        assertThat(known.at("/fields/kol/aware")).isEqualTo(before.at("/fields/kol/aware"));
        assertThat(known.at("/total")).isEqualTo(before.at("/total"));
        assertThat(known.at("/overlaps")).isEqualTo(before.at("/overlaps"));

        var unknown = view(REACHED + "&shop=other");
        assertThat(unknown.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        assertThat(unknown.at("/fields/livestream/alone").isNull()).isTrue();
        assertThat(reached(unknown, "/total")).isEqualTo(3);
        for (var overlap : unknown.at("/overlaps")) {
            assertThat(overlap.at("/aware").isNull())
                    .isEqualTo(overlap.at("/fields").toString().contains("kol"));
        }
    }

    private static int reached(JsonNode audience, String at) {
        return audience.at(at + "/aware/value").intValue();
    }

    @Test
    void anUnknownAnswerIsMissingAndNotThatToAnotherQuestion() {
        gateway.kol().is(Mood.FAILING);
        assertThat(view(JUNE + "&shop=other").at("/fields/kol/status").stringValue())
                .isEqualTo("missing");
        assertThat(view(JUNE + "&compare=previous")
                        .at("/previous/fields/kol/status")
                        .stringValue())
                .isEqualTo("missing");
    }

    @Test
    void aThousandViewsGoOnWhileAFieldHangs() throws Exception {
        gateway.kol().is(Mood.HANGING);
        var clients = Executors.newFixedThreadPool(8);
        try {
            var views = IntStream.range(0, 1_000)
                    .mapToObj(number -> clients.submit(() -> gateway.get(JUNE)))
                    .toList();
            for (var view : views) {
                var answer = view.get();
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"complete\":false", "\"status\":\"stale\"");
            }
        } finally {
            clients.shutdownNow();
        }
        // Left alone but for a trial now and then.
        assertThat(gateway.kol().looks()).isLessThan(300);
        gateway.kol().is(Mood.WELL);
        await().until(() -> view().at("/complete").booleanValue());
    }

    @Test
    void withoutRedisViewsAreWhatTheyWere() {
        var before = gateway.get(JUNE).body();
        redis.stop();
        for (int i = 0; i < 20; i++) {
            assertThat(gateway.get(JUNE).body()).isEqualTo(before);
        }
        gateway.kol().has(Field.KOL, 3, gmv(2));
        assertThat(view().at("/fields/kol/metrics/gmv").stringValue()).isEqualTo("0.02");
        redis.restart();
        await().until(() -> {
            gateway.kol().requests().clear();
            return view().at("/complete").booleanValue()
                    && gateway.kol().requests().isEmpty();
        });
    }

    @Test
    void aRedisThatTakesConnectionsAndNeverAnswersHoldsNoViewUp() throws Exception {
        try (var frozen = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                var other = new RunningGateway(
                        "--spring.data.redis.port=" + frozen.getLocalPort(), "--fact.cache.spared-for=50ms")) {
            for (int i = 0; i < 60; i++) {
                assertThat(other.get(JUNE).body()).contains("\"complete\":true");
            }
        }
    }

    @Test
    void aLaterAnswerIsNotOverwrittenByAnEarlierOne() {
        var lastKnown = lastKnown();
        var question = question("s", null, null);
        keep(lastKnown, question, 10, 1);
        keep(lastKnown, question, 9, 2);
        assertThat(watermark(lastKnown, question)).isEqualTo(10);
        keep(lastKnown, question, 11, 3);
        assertThat(watermark(lastKnown, question)).isEqualTo(11);
    }

    @Test
    void noTwoQuestionsShareAnAnswer() {
        var lastKnown = lastKnown();
        var questions = List.of(
                question("a:b", "c", null),
                question("a", "b:c", null),
                question("a:b:c", null, null),
                question(null, "a:b:c", null),
                question("a%3Ab", "c", null),
                question("a", "b", "c"),
                question("a", null, "b"));
        for (int at = 0; at < questions.size(); at++) {
            keep(lastKnown, questions.get(at), at + 1, 0);
        }
        for (int at = 0; at < questions.size(); at++) {
            assertThat(watermark(lastKnown, questions.get(at))).isEqualTo(at + 1);
        }
        assertThat(lastKnown.of(MerchantId.of("m8"), questions.get(0)).block()).isEmpty();
    }

    private LastKnown<FieldFigures> lastKnown() {
        return gateway.bean(new ParameterizedTypeReference<LastKnown<FieldFigures>>() {});
    }

    private static void keep(LastKnown<FieldFigures> lastKnown, Question question, long watermark, long gmv) {
        var standing = settled(new Position(watermark, Instant.parse("2026-06-20T01:02:03.004Z"), 0));
        lastKnown
                .keep(MERCHANT, question, new FieldFigures(Field.KOL, standing, gmv(gmv)))
                .block();
    }

    private static long watermark(LastKnown<FieldFigures> lastKnown, Question question) {
        var known = lastKnown.of(MERCHANT, question).blockOptional().orElseThrow();
        return Objects.requireNonNull(known.get(Field.KOL)).position().watermark();
    }

    private static Question question(@Nullable String shop, @Nullable String product, @Nullable String touchpoint) {
        var day = LocalDate.of(2026, 6, 1);
        var period = new Period(day, day.plusDays(1), ZoneOffset.UTC);
        return new Question(period, Currency.getInstance("CNY"), shop, product, touchpoint, null);
    }

    private JsonNode view() {
        return view(JUNE);
    }

    private JsonNode view(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
