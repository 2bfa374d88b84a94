package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Counter;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Figures.Reported;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The departments' cockpits over HTTP, beside the view of the same fields. */
@TestInstance(Lifecycle.PER_CLASS)
class CockpitTest {

    private static final String M1 = "/v1/merchants/m1";
    private static final String JUNE = "?from=2026-06-01&to=2026-06-04";
    private static final Instant FIRST = Instant.parse("2026-05-31T16:00:00Z");

    /** That keeps numbers as they are written. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.series.spared-for=1ms",
                "--fact.calls.figures.spared-for=1ms",
                "--fact.calls.conflicts.spared-for=1ms",
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.positions.deadline=10s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
        gateway.livestream().has(Field.LIVESTREAM, 4, watched(200_00, 1_000, 100, 50));
        gateway.creator().has(Field.CREATOR, 3, watched(50_00, 500, 100, 20));
        gateway.kol().has(Field.KOL, 2, gmv(150_00));
    }

    /** Figures of so much GMV, of which a tenth came back, and of those who watched. */
    private static Figures watched(long gmv, long impressions, long views, long orders) {
        var none = gmv(gmv);
        return new Figures(
                none.gmv(),
                big(gmv / 20),
                big(gmv / 10),
                big(3),
                big(2),
                big(1),
                big(orders),
                big(orders - 1),
                none.newBuyers(),
                none.buyers(),
                Map.of("ads", big(700), "slotFee", big(300)),
                Map.of("complaint", big(1), "praise", big(2)),
                Map.of(
                        Counter.IMPRESSIONS, new Reported(big(impressions), big(gmv)),
                        Counter.PAID_IMPRESSIONS, new Reported(big(impressions / 4), big(gmv)),
                        Counter.VIEWS, new Reported(big(views), big(gmv))),
                Map.of(
                        Ratio.ENTER, new Fraction(big(views), big(impressions)),
                        Ratio.PAID, new Fraction(big(impressions / 4), big(impressions)),
                        Ratio.ORDER, new Fraction(big(orders), big(views)),
                        Ratio.GPM_VIEW, new Fraction(big(gmv), big(views))),
                Map.of());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private HttpResponse<String> ask(String department, String query) {
        return gateway.get(M1 + "/departments/" + department + query);
    }

    private JsonNode cockpit(String department, String query) {
        return ok(ask(department, query));
    }

    private JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "goods", "ads", "service"})
    void aDepartmentsFiguresAreTheViews(String department) {
        var view = ok(gateway.get(M1 + "/operating-view" + JUNE + "&compare=previous"));
        var cockpit = cockpit(department, JUNE + "&compare=previous");
        assertThat(cockpit.get("complete").booleanValue()).isTrue();
        for (var at :
                List.of("/total", "/fields/livestream", "/fields/kol", "/previous/total", "/previous/fields/creator")) {
            assertPart(cockpit.at(at + "/metrics"), view.at(at + "/metrics"));
        }
        assertThat(cockpit.at("/fields").propertyNames()).hasSize(5);
        assertThat(cockpit.at("/fields/kol/watermark")).isEqualTo(view.at("/fields/kol/watermark"));
        assertThat(cockpit.at("/previous/period")).isEqualTo(view.at("/previous/period"));
        var series = ok(gateway.get(M1 + "/operating-view/series" + JUNE));
        assertThat(cockpit.at("/trend/points")).hasSize(3);
        assertPart(cockpit.at("/trend/points/0/total"), series.at("/points/0/total"));
        assertPart(cockpit.at("/trend/points/0/fields/creator"), series.at("/points/0/fields/creator"));
    }

    /** Each figure of it is there, and the same to the last digit. */
    private static void assertPart(JsonNode part, JsonNode whole) {
        assertThat(part).isNotEmpty();
        part.properties().forEach(figure -> {
            var same = whole.get(figure.getKey());
            if (figure.getValue().isObject() && !figure.getKey().equals("costByCategory")) {
                assertPart(figure.getValue(), same);
            } else {
                assertThat(figure.getValue().toString()).as(figure.getKey()).isEqualTo(same.toString());
            }
        });
    }

    @Test
    void thoseOfCreatorsSeeNoOtherField() {
        var answer = ask("creators", JUNE + "&compare=previous");
        var cockpit = ok(answer);
        assertThat(cockpit.get("fields").propertyNames()).containsExactly("creator", "kol");
        assertThat(cockpit.at("/total/metrics/gmv").stringValue()).isEqualTo("200.00");
        assertThat(cockpit.at("/trend/points/0/total/gmv").stringValue()).isEqualTo("200.00");
        assertThat(cockpit.at("/trend/points/0/fields").propertyNames()).containsExactly("creator", "kol");
        assertThat(cockpit.at("/previous/fields").propertyNames()).containsExactly("creator", "kol");
        assertThat(cockpit.at("/total/metrics").has("orders")).isFalse();
        var view = ok(gateway.get(M1 + "/operating-view" + JUNE));
        assertPart(cockpit.at("/fields/creator/metrics"), view.at("/fields/creator/metrics"));
        assertThat(answer.body()).doesNotContain("400.00");
    }

    /** The rates of a total are of its sums. */
    @Test
    void whatTheViewDoesNotShowIsReckonedFromItsSums() {
        var ads = cockpit("ads", JUNE);
        assertThat(ads.at("/fields/livestream/indicators/paidShare").toString()).isEqualTo("0.250000");
        assertThat(ads.at("/fields/kol/indicators/paidShare").isNull()).isTrue();
        assertThat(ads.at("/total/indicators/paidShare").toString()).isEqualTo("0.250000");
        var service = cockpit("service", JUNE);
        assertThat(service.at("/fields/livestream/indicators/complaintsPerThousandOrders")
                        .toString())
                .isEqualTo("20.000000");
        // Two complaints, and the 49 and 19 orders that the whole counts there.
        assertThat(service.at("/total/indicators/complaintsPerThousandOrders").toString())
                .isEqualTo("29.411765");
        assertThat(service.at("/fields/kol/indicators/complaintsPerThousandOrders")
                        .isNull())
                .isTrue();
        assertThat(service.at("/fields/creator/indicators/refundRateByRefundTime")
                        .toString())
                .isEqualTo("0.050000");
        assertThat(service.at("/fields/creator/metrics/refundRate").toString()).isEqualTo("0.100000");
    }

    @Test
    void aStepFarBelowItsMedianIsOwnedByWhoMustAct() {
        gateway.livestream()
                .hasSeries(
                        Field.LIVESTREAM,
                        LongStream.of(28, 3, 2, 1)
                                .mapToObj(days -> new Point(
                                        FIRST.minus(Duration.ofDays(days)), watched(100_00, 1_000, 300 + days, 60)))
                                .toList());
        var step = cockpit("content", JUNE).at("/weakestSteps/livestream");
        assertThat(step.get("weakest").stringValue()).isEqualTo("enter");
        assertThat(step.get("owners").toString()).isEqualTo("[\"content\"]");
        assertThat(step.at("/steps/0").toString())
                .isEqualTo(
                        "{\"step\":\"enter\",\"rate\":0.100000,\"days\":4,\"median\":0.302500,\"ofMedian\":0.330579}");
        assertThat(step.at("/steps/1/rate").isNull()).isTrue();
        var kol = cockpit("content", JUNE).at("/weakestSteps/kol");
        assertThat(kol.get("weakest").isNull()).isTrue();
        assertThat(kol.get("reason").stringValue()).isEqualTo("nothing to compare");
        assertThat(cockpit("ads", JUNE).get("weakestSteps").isNull()).isTrue();
    }

    @Test
    void productsAreThoseOfEachField() {
        var cockpit = cockpit("goods", JUNE);
        assertThat(cockpit.at("/products/creator/top/0").toString())
                .isEqualTo("{\"product\":\"p-1\",\"gmv\":\"50.00\",\"refunds\":\"2.50\",\"netGmv\":\"47.50\","
                        + "\"refundsOfPeriod\":\"5.00\",\"refundRate\":0.100000,\"units\":3}");
        assertThat(cockpit.at("/products/creator/count").intValue()).isEqualTo(1);
        assertThat(cockpit.at("/products/kol/mostRefunded")).isEmpty();
        assertThat(cockpit.at("/products/campaign/top")).isEmpty();
        assertThat(cockpit("content", JUNE).get("products").isNull()).isTrue();
    }

    @Test
    void dealsAreAsTheirServicesTellThem() {
        gateway.campaign().tells("/offers", """
                        {"items":[{"id":"a","stock":500,"left":50},{"id":"b","stock":500,"left":51},{"id":"c","stock":0,"left":0}],
                         "nextCursor":"x"}""");
        var offers = cockpit("goods", JUNE).at("/deals/offersNearlySoldOut");
        assertThat(offers.get("status").stringValue()).isEqualTo("fresh");
        assertThat(offers.get("items").toString())
                .isEqualTo("[{\"id\":\"a\",\"stock\":500,\"left\":50},{\"id\":\"c\",\"stock\":0,\"left\":0}]");
        assertThat(offers.get("more").booleanValue()).isTrue();
        gateway.kol().tells("/engagements", """
                {"items":[{"id":"e-1","guaranteedGmv":{"amount":"9.00","currency":"CNY"}},{"id":"e-2","guaranteedGmv":null},
                          {"id":"e-3","guaranteedGmv":{"amount":"9.00","currency":"CNY"}}],"nextCursor":null}""");
        gateway.kol().tells("/engagements/e-1/economics", "{\"guarantee\":{\"shortfall\":\"0.01\"}}");
        gateway.kol().tells("/engagements/e-3/economics", "{\"guarantee\":{\"shortfall\":null}}");
        var deals = cockpit("creators", JUNE).get("deals");
        assertThat(deals.propertyNames())
                .containsExactly(
                        "collaborationsActive",
                        "samplesOverdue",
                        "contentOverdue",
                        "outreachesOverdue",
                        "engagementsComing",
                        "guaranteesShort",
                        "statementsOpen");
        assertThat(deals.at("/guaranteesShort/items").toString())
                .isEqualTo("[{\"id\":\"e-1\",\"guaranteedGmv\":{\"amount\":\"9.00\",\"currency\":\"CNY\"},"
                        + "\"economics\":{\"guarantee\":{\"shortfall\":\"0.01\"}}}]");
        assertThat(deals.at("/guaranteesShort/more").booleanValue()).isFalse();
        assertThat(gateway.creator().requests())
                .anyMatch(request -> request.contains("/participations?overdue=sample"));
        assertThat(gateway.kol().requests())
                .anyMatch(request -> request.contains("/engagements?")
                        && request.contains("from=2026-05-31T16")
                        && request.contains("to=2026-06-03T16"));
    }

    @Test
    void aListIsCutAndSaysSo() {
        var items = Stream.iterate(1, at -> at + 1)
                .limit(21)
                .map("{\"id\":\"s-%d\"}"::formatted)
                .toList();
        gateway.livestream().tells("/sessions", "{\"items\":%s,\"nextCursor\":null}".formatted(items));
        var sessions = cockpit("content", JUNE).at("/deals/sessionsToReview");
        assertThat(sessions.get("items")).hasSize(20);
        assertThat(sessions.get("more").booleanValue()).isTrue();
    }

    @Test
    void whatIsAwayIsNamedAndNeverNothing() {
        gateway.kol().is(Mood.FAILING);
        var creators = cockpit("creators", JUNE);
        assertThat(creators.get("complete").booleanValue()).isFalse();
        assertThat(creators.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        assertThat(creators.at("/fields/kol").has("metrics")).isFalse();
        assertThat(creators.at("/fields/creator/metrics/gmv").stringValue()).isEqualTo("50.00");
        assertThat(creators.at("/trend/points/0/fields/kol").isNull()).isTrue();
        assertThat(creators.at("/trend/missing/0/field").stringValue()).isEqualTo("kol");
        assertThat(creators.at("/deals/engagementsComing/status").stringValue()).isEqualTo("missing");
        assertThat(creators.at("/deals/engagementsComing/reason").stringValue()).contains("kol answered 500");
        assertThat(creators.at("/deals/statementsOpen/status").stringValue()).isEqualTo("fresh");
        var goods = cockpit("goods", JUNE);
        assertThat(goods.at("/deals/promisesInConflict/status").stringValue()).isEqualTo("partial");
        assertThat(goods.at("/products/kol/status").stringValue()).isEqualTo("missing");
        assertThat(cockpit("content", JUNE).at("/weakestSteps/kol").isNull()).isTrue();
        for (var service : List.of(gateway.livestream(), gateway.creator(), gateway.campaign())) {
            service.is(Mood.FAILING);
        }
        assertThat(cockpit("service", JUNE).get("total").isNull()).isTrue();
    }

    /** A department's own token is not shown to the services, where it could read what is not its own. */
    @Test
    void servicesAreAskedByTheGatewayItself() {
        var request = gateway.request(M1 + "/departments/ads" + JUNE)
                .setHeader("Authorization", "Bearer " + gateway.token("ads"))
                .build();
        ok(gateway.send(request));
        assertThat(gateway.campaign().requests())
                .isNotEmpty()
                .noneMatch(asked -> asked.contains(gateway.token("ads")))
                .anyMatch(asked -> asked.contains("/campaigns?state=running"));
    }

    @Test
    void aDepartmentSeesItsOwnAlone() {
        var answer = gateway.send(gateway.request(M1 + "/departments/goods" + JUNE)
                .setHeader("Authorization", "Bearer " + gateway.token("ads"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("role.missing").contains("goods");
        assertThat(ask("finance", JUNE).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAskedForIsRead() {
        var tooLong = ask("ads", "?from=2025-01-01&to=2026-06-01");
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("to: 2026-06-01 (expected: at most 366 days after from, and not 516)");
        assertThat(ask("ads", JUNE + "&shop=x").body()).contains("parameter.unknown");
        assertThat(ask("ads", "?from=x&to=2026-06-01").body()).contains("from.invalid");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var tag = ask("service", JUNE).headers().firstValue("ETag").orElseThrow();
        var again = gateway.request(M1 + "/departments/service" + JUNE)
                .header("If-None-Match", tag)
                .build();
        assertThat(gateway.send(again).statusCode()).isEqualTo(304);
    }

    @Test
    void aDepartmentThatThereIsNotIsNamedBesideThoseThatThereAre() {
        var unknown = gateway.get(M1 + "/departments/sales%20" + JUNE);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body())
                .contains("\"department.unknown\"")
                .contains("department: sales  (expected: one of ads, content, creators, goods, service)");
        assertThat(gateway.get(M1 + "/departments").body()).contains("\"path.unknown\"");
        assertThat(gateway.get(M1 + "/departments/goods/x").body()).contains("\"path.unknown\"");
        assertThat(gateway.send(gateway.request("/v1/merchants/m2/departments/sales")
                                .build())
                        .body())
                .contains("\"merchant.unknown\"");
    }
}
