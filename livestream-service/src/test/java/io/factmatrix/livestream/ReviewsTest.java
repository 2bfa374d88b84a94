package io.factmatrix.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantReads;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import io.factmatrix.ledger.testing.RunningService;
import io.factmatrix.livestream.application.Reviewing;
import io.factmatrix.livestream.domain.review.Broadcast;
import io.factmatrix.livestream.domain.review.PlannedProduct;
import io.factmatrix.livestream.domain.review.SalesStep;
import io.factmatrix.livestream.domain.review.Since;
import io.factmatrix.livestream.domain.review.WeakestStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a review says is what anybody would count who had nothing but the events that were sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RunningService service;
    private WebTestClient client;
    private MerchantReads reads;
    private Reviewing reviewing;

    @BeforeAll
    void start() {
        service = new RunningService(LivestreamService.application());
        client = service.client();
        reads = service.bean(MerchantReads.class);
        reviewing = new Reviewing(service.bean(FieldSums.class), service.bean(Touchpoints.class));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private <T> T read(MerchantId merchant, Supplier<T> work) {
        return Objects.requireNonNull(reads.read(merchant, work).block());
    }

    private void send(MerchantId merchant, List<SentEvent> events) {
        var lines = events.stream().map(SentEvent::line).toList();
        var answer = client.post()
                .uri("/v1/merchants/{merchant}/events", merchant.value())
                .headers(headers -> headers.setBearerAuth(token(merchant)))
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(String.join("\n", lines))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(JSON.readTree(answer).get("stored").asInt()).as(answer).isEqualTo(events.size());
    }

    private static String token(MerchantId merchant) {
        return TestIssuer.token(List.of(merchant.value()), "integration", "operator");
    }

    /** First purchases follow soon after the ingest. */
    private void settle(MerchantId merchant) {
        var sums = service.bean(FieldSums.class);
        await().until(() -> {
            var standing = read(merchant, () -> sums.standings(merchant, Set.of(Field.LIVESTREAM)))
                    .get(Field.LIVESTREAM);
            return Objects.requireNonNull(standing).settledTo().getOrDefault(Field.LIVESTREAM, 0L)
                    == standing.position().watermark();
        });
    }

    /** Sent shuffled and in parts, so that refunds and corrections come before what they are of. */
    private MerchantId sent(String name, SentHistory history, Random random) {
        var merchant = MerchantId.of(name);
        var events = new ArrayList<>(history.events());
        Collections.shuffle(events, random);
        for (int from = 0; from < events.size(); from += 150) {
            send(merchant, events.subList(from, Math.min(events.size(), from + 150)));
        }
        settle(merchant);
        return merchant;
    }

    private static Broadcast broadcast(String shop, int session) {
        var start = SentHistory.start(session);
        return new Broadcast(shop, "s-" + session, start, start.plus(SentHistory.LASTS));
    }

    private static List<Broadcast> before(String shop) {
        return IntStream.range(0, SentHistory.SESSIONS)
                .mapToObj(session -> broadcast(shop, session))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFigureIsThatOfTheEventsAlone(int seed) {
        var random = new Random(seed);
        var history = SentHistory.random(random);
        var merchant = sent("review-" + seed, history, random);
        var planned = List.of(
                new PlannedProduct("p-1", 9_900L, 40L),
                new PlannedProduct("never-sold", 100L, 5L),
                new PlannedProduct("p-0", 1_000L, null));
        for (var currency : List.of("CNY", "JPY")) {
            for (var shop : SentHistory.SHOPS) {
                for (int session = 0; session < SentHistory.SESSIONS; session++) {
                    var broadcast = broadcast(shop, session);
                    var counted = new CountedByHand(history.events(), shop, "s-" + session, currency);
                    var review = read(
                            merchant, () -> reviewing.review(merchant, broadcast, before(shop), planned, currency));
                    var where = "%s %s %s".formatted(currency, shop, session);
                    assertThat(json(review.figures().members()))
                            .as(where)
                            .isEqualTo(json(counted.figures(SentHistory.LASTS)));
                    assertThat(json(review.products().stream()
                                    .map(result -> result.members())
                                    .toList()))
                            .as(where)
                            .isEqualTo(json(counted.products(planned)));
                    var curve = read(merchant, () -> reviewing.curve(merchant, broadcast, currency));
                    assertThat(json(curve.members()).get("points"))
                            .as(where)
                            .isEqualTo(json(counted.minutes(broadcast.startedAt(), broadcast.endedAt())));
                    assertWeakest(review.onCounts(), false, history, shop, session, currency);
                    assertWeakest(review.onPeople(), true, history, shop, session, currency);
                }
            }
        }
    }

    private static JsonNode json(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }

    private static void assertWeakest(
            WeakestStep found, boolean people, SentHistory history, String shop, int session, String currency) {
        // The sessions of a day each that ended before this one and not more than 28 days before.
        var rates = IntStream.rangeClosed(Math.max(0, session - 28), session)
                .mapToObj(number -> new CountedByHand(history.events(), shop, "s-" + number, currency).rates(people))
                .toList();
        var own = rates.get(rates.size() - 1);
        var before = rates.subList(0, rates.size() - 1);
        assertThat(found.broadcasts()).isEqualTo(before.size());
        SalesStep weakest = null;
        double lowest = 1 - 1e-12;
        for (var step : SalesStep.values()) {
            var known = before.stream()
                    .map(steps -> steps.get(step.ordinal()))
                    .filter(rate -> !rate.isNaN())
                    .sorted()
                    .toList();
            var compared = found.steps().get(step.ordinal());
            assertThat(compared.known()).isEqualTo(known.size());
            double rate = own.get(step.ordinal());
            if (known.size() >= 3) {
                double median = (known.get((known.size() - 1) / 2) + known.get(known.size() / 2)) / 2;
                assertThat(Objects.requireNonNull(compared.median()).doubleValue())
                        .isCloseTo(median, within(1e-12));
                if (rate / median < lowest) {
                    lowest = rate / median - 1e-12;
                    weakest = step;
                }
            } else {
                assertThat(compared.median()).isNull();
            }
        }
        assertThat(found.weakest()).isEqualTo(weakest);
    }

    @Test
    void aReviewIsTheViewOfThatTouchpointAndShop() {
        var random = new Random(9);
        var merchant = sent("review-view", SentHistory.random(random), random);
        var review = read(merchant, () -> reviewing.review(merchant, broadcast("cn", 2), List.of(), List.of(), "CNY"));
        var view = JSON.readTree(client.get()
                .uri(
                        "/v1/merchants/{merchant}/fields/livestream/figures?from=2010-01-01T00:00:00Z&to=2026-12-01T00:00:00Z"
                                + "&currency=CNY&shop=cn&touchpoint=s-2",
                        merchant.value())
                .headers(headers -> headers.setBearerAuth(token(merchant)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(json(review.figures().figures())).isEqualTo(view.get("figures"));
        assertThat(review.members()).containsEntry("settling", false);
        assertThat(review.members().get("watermark"))
                .isEqualTo(view.at("/standing/position/watermark").asString());
    }

    @Test
    void aRefundAfterTheReviewIsSeenBesideIt() {
        var merchant = MerchantId.of("review-since");
        var paid = SentEvent.paid("e-1", "main", "s-0", "o-1", SentHistory.start(0), 10_000, "CNY");
        send(merchant, List.of(paid));
        var broadcast = broadcast("main", 0);
        var then = read(merchant, () -> reviewing.review(merchant, broadcast, List.of(), List.of(), "CNY"))
                .reviewed();
        send(
                merchant,
                List.of(SentEvent.refund(
                        "r-1", "main", "o-1", SentHistory.start(0).plus(Duration.ofDays(9)), 2_500, "CNY")));
        var now = read(merchant, () -> reviewing.reviewed(merchant, broadcast, "CNY"));
        assertThat(new Since(then, now).members())
                .containsEntry("changed", true)
                .containsEntry("gmv", "0.00")
                .containsEntry("refunds", "25.00")
                .containsEntry("netGmv", "-25.00")
                .containsEntry("watermark", "2");
    }

    @Test
    void aSessionThatNobodyReportedHasKnownSalesAndUnknownTraffic() {
        var merchant = MerchantId.of("review-nothing");
        var review =
                read(merchant, () -> reviewing.review(merchant, broadcast("main", 0), List.of(), List.of(), "CNY"));
        assertThat(review.figures().members())
                .containsEntry("gmv", "0.00")
                .containsEntry("views", null)
                .containsEntry("costPerHour", null)
                .containsEntry("costPerThousandViews", null);
        assertThat(review.products()).isEmpty();
        assertThat(review.members())
                .containsEntry("watermark", "0")
                .containsEntry("asOf", null)
                .containsEntry("settling", false);
    }

    @Test
    void stabilityIsOfEachSessionsOwnHours() {
        var merchant = MerchantId.of("review-stable");
        var events = new ArrayList<SentEvent>();
        var broadcasts = new ArrayList<Broadcast>();
        for (int session = 0; session < 21; session++) {
            var start = SentHistory.start(session);
            // Longer sessions with as many views an hour.
            var time = Duration.ofMinutes(30L * (1 + session % 4));
            events.add(SentEvent.traffic("t-" + session, "main", "s-" + session, start, time)
                    .with("views", 1_000 * time.toMinutes() / 60));
            broadcasts.add(new Broadcast("main", "s-" + session, start, start.plus(time)));
        }
        send(merchant, events);
        var stability = read(merchant, () -> reviewing.stability(merchant, broadcasts, ZoneOffset.UTC, "CNY"));
        assertThat(json(stability.members()).at("/viewsPerHour/mean").decimalValue())
                .isEqualByComparingTo(new BigDecimal("1000"));
        assertThat(json(stability.members())
                        .at("/viewsPerHour/adjustedVariation")
                        .decimalValue())
                .isZero();
        assertThat(json(stability.members()).at("/impressionsPerHour/sessions").asInt())
                .isZero();
        assertThat(json(stability.members()).at("/gmvPerHour/mean").asString()).isEqualTo("0.00");
    }

    @Test
    void moreThanAThousandSessionsAreNotReadAtOnce() {
        var merchant = MerchantId.of("review-many");
        var many = Collections.nCopies(Reviewing.MOST + 1, broadcast("main", 0));
        assertThatThrownBy(() -> reviewing.stability(merchant, many, ZoneOffset.UTC, "CNY"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 1000");
    }
}
