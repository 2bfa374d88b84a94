package io.factmatrix.gateway;

import static io.factmatrix.gateway.testing.StubService.gmv;
import static io.factmatrix.gateway.testing.StubService.saw;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.ledger.domain.event.Field;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class ViewAndRoutesTest {

    private static final String VIEW = "/v1/merchants/m1/operating-view?";
    private static final String JUNE = VIEW + "from=2026-06-01&to=2026-06-19";
    private static final String REACHED = "/v1/merchants/m1/audience?from=2026-06-01&to=2026-06-19";

    private final JsonMapper json = JsonMapper.shared();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.calls.positions.spared-for=1ms",
                "--fact.calls.figures.spared-for=1ms",
                "--fact.calls.positions.deadline=1s",
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s");
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
    void aViewShowsAllFieldsAndTheirTotal() {
        gateway.livestream().has(Field.LIVESTREAM, 5, gmv(10_050));
        gateway.livestream().has(Field.UNATTRIBUTED, 1, gmv(7));
        gateway.kol().has(Field.KOL, 2, gmv(1));
        var view = view(JUNE);
        assertThat(view.at("/complete").booleanValue()).isTrue();
        assertThat(view.at("/fields/livestream/metrics/gmv").stringValue()).isEqualTo("100.50");
        assertThat(view.at("/fields/unattributed/metrics/gmv").stringValue()).isEqualTo("0.07");
        assertThat(view.at("/fields/livestream/watermark").stringValue()).isEqualTo("5");
        assertThat(view.at("/fields/livestream/asOf").stringValue()).isEqualTo("2026-06-20T01:02:03.004Z");
        assertThat(view.at("/total/metrics/gmv").stringValue()).isEqualTo("100.58");
        assertThat(gateway.kol().requests())
                .singleElement()
                .asString()
                .contains("/fields/kol/figures?from=2026-05-31T16%3A00%3A00Z&to=2026-06-18T16%3A00%3A00Z&currency=CNY ")
                .contains("Bearer ");
    }

    @Test
    void filtersAndZonesArePassedOn() {
        view(
                VIEW
                        + "from=2026-03-08&to=2026-03-09&zone=America/New_York&currency=JPY&shop=a%26b%3D%25%2B&product=%7Bx%7D&touchpoint=t%201");
        assertThat(gateway.creator().requests())
                .singleElement()
                .asString()
                .contains("from=2026-03-08T05%3A00%3A00Z&to=2026-03-09T04%3A00%3A00Z&currency=JPY")
                .contains("shop=a%26b%3D%25%2B&product=%7Bx%7D&touchpoint=t%201");
    }

    @Test
    void thePeriodBeforeIsShownWhenAskedFor() {
        gateway.kol().has(Field.KOL, 2, gmv(1));
        var view = view(JUNE + "&compare=previous");
        assertThat(view.at("/previous/period").toString())
                .isEqualTo("{\"from\":\"2026-05-14\",\"to\":\"2026-06-01\",\"zone\":\"Asia/Shanghai\"}");
        assertThat(view.at("/previous/total/metrics/gmv").stringValue()).isEqualTo("0.01");
        assertThat(view(JUNE).at("/previous").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILING, answered 500",
        "HANGING, timed out",
        "TALKING_NONSENSE, not understood",
        "REFUSING_TOKENS, answered 401"
    })
    void aFieldInTroubleIsMissing(Mood trouble, String reason) {
        gateway.livestream().has(Field.LIVESTREAM, 5, gmv(100));
        gateway.kol().is(trouble);
        var view = view(JUNE);
        assertThat(view.at("/complete").booleanValue()).isFalse();
        assertThat(view.at("/fields/kol/status").stringValue()).isEqualTo("missing");
        assertThat(view.at("/fields/kol/reason").stringValue())
                .startsWith("kol ")
                .contains(reason);
        assertThat(view.at("/fields/kol").has("metrics")).isFalse();
        assertThat(view.at("/total/metrics/gmv").stringValue()).isEqualTo("1.00");
        gateway.kol().is(Mood.WELL);
    }

    @Test
    void aFieldThatHangsIsLeftAloneOnceItIsKnownTo() {
        try (var other =
                new RunningGateway("--fact.calls.positions.deadline=300ms", "--fact.calls.positions.spared-for=1h")) {
            other.campaign().is(Mood.HANGING);
            for (int i = 0; i < 6; i++) {
                other.get(JUNE);
            }
            for (int i = 0; i < 200; i++) {
                assertThat(other.get(JUNE).body()).contains("campaign kept failing");
            }
            assertThat(other.campaign().looks()).isLessThanOrEqualTo(7);
        }
    }

    @Test
    void anUnchangedViewIsNotSentAgain() {
        var first = gateway.get(JUNE);
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var same =
                gateway.send(gateway.request(JUNE).header("If-None-Match", tag).build());
        assertThat(same.statusCode()).isEqualTo(304);
        gateway.kol().has(Field.KOL, 2, gmv(1));
        var other =
                gateway.send(gateway.request(JUNE).header("If-None-Match", tag).build());
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void whoWasReachedIsNotSentAgainWhenNobodyElseWas() {
        gateway.kol().reached(Field.KOL, saw("a", "b"));
        var first = gateway.get(REACHED);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache, private");
        var request = gateway.request(REACHED)
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertThat(gateway.send(request.build()).statusCode()).isEqualTo(304);
        gateway.kol().reached(Field.KOL, saw("a", "b", "c"));
        var other = gateway.send(request.build());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(json.readTree(other.body()).at("/total/aware/value").intValue())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2026-06-19|parameter.missing|from: absent (expected: a date",
                "from=2026-06-19&to=2026-06-19|from.invalid|before to, 2026-06-19",
                "from=2026-06-01&to=2026-06-19&asOf=2026-06-20T10:00:00Z|parameter.unknown|asOf: unknown (expected: one of currency",
                "from=2026-06-01&to=2026-06-19&compare=previous|parameter.unknown|compare: unknown",
            })
    void whatIsNotUnderstoodOfAnAudienceIsRefused(String query, String code, String detail) {
        assertProblem(gateway.get("/v1/merchants/m1/audience?" + query), 400, code, detail);
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2026-06-19|parameter.missing|from: absent (expected: a date",
                "from=2026-06-01|parameter.missing|to: absent",
                "from=2026-02-30&to=2026-06-19|from.invalid|from: 2026-02-30 (expected: a date, YYYY-MM-DD",
                "from=&to=2026-06-19|from.invalid|from:  (expected",
                "from=2026-6-1&to=2026-06-19|from.invalid|from: 2026-6-1",
                "from=2026-06-19&to=2026-06-19|from.invalid|before to, 2026-06-19",
                "from=1999-12-31&to=2026-06-19|from.invalid|from: 1999-12-31",
                "from=2026-06-01&to=2026-06-19&zone=Mars|zone.invalid|zone: Mars (expected: an IANA time zone",
                "from=2026-06-01&to=2026-06-19&zone=%2B08:00|zone.invalid|zone: +08:00",
                "from=2026-06-01&to=2026-06-19&currency=XXX|currency.invalid|currency: XXX",
                "from=2026-06-01&to=2026-06-19&currency=cny|currency.invalid|currency: cny",
                "from=2026-06-01&to=2026-06-19&currency=XAU|currency.invalid|currency: XAU",
                "from=2026-06-01&to=2026-06-19&shop=|shop.invalid|1 to 64",
                "from=2026-06-01&to=2026-06-19&product=%E4%B8%AD|product.invalid|printable ASCII",
                "from=2026-06-01&to=2026-06-19&compare=next|compare.invalid|compare: next (expected: previous)",
                "from=2026-06-01&to=2026-06-19&form=2026-06-01|parameter.unknown|form: unknown (expected: one of asOf",
                "from=2026-06-01&to=2026-06-19&asOf=2026-06-20|asOf.invalid|asOf: 2026-06-20 (expected: a moment that is past",
                "from=2026-06-01&to=2026-06-19&asOf=2026-06-20T10:00:00|asOf.invalid|expected: a moment that is past",
                "from=2026-06-01&to=2026-06-19&asOf=%2B123456-06-20T10:00:00Z|asOf.invalid|expected: a moment that is past",
                "from=2026-06-01&to=2026-06-19&asOf=2099-06-20T10:00:00Z|asOf.invalid|asOf: 2099",
                "from=2026-06-01&from=2026-06-02&to=2026-06-19|parameter.repeated|from: 2 times",
            })
    void whatIsNotUnderstoodIsRefused(String query, String code, String detail) {
        assertProblem(gateway.get(VIEW + query), 400, code, detail);
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @Test
    void accessIsCheckedFirst() {
        assertProblem(
                gateway.send(gateway.request(VIEW)
                        .setHeader("Authorization", "Bearer x")
                        .build()),
                401,
                "token.invalid",
                "token");
        assertProblem(gateway.get("/v1/merchants/m2/operating-view"), 404, "merchant.unknown", "m2");
        for (var path : List.of("operating-view", "conflicts", "events", "events/e-1")) {
            assertProblem(
                    gateway.send(gateway.request("/v1/merchants/m1/" + path)
                            .setHeader("Authorization", "Bearer " + gateway.token("goods"))
                            .build()),
                    403,
                    "role.missing",
                    "goods");
        }
    }

    @Test
    void eventsAreAskedOfTheServiceOfTheirField() {
        assertThat(gateway.get("/v1/merchants/m1/events/e-1?field=unattributed").body())
                .isEqualTo("{\"uri\":\"/v1/merchants/m1/events/e-1?field=unattributed\"}");
        assertThat(gateway.livestream().requests()).hasSize(1);
        assertThat(gateway.get("/v1/merchants/m1/events/e-1?field=kol").statusCode())
                .isEqualTo(200);
        assertThat(gateway.kol().requests()).singleElement().asString().contains("Bearer ");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /rooms?state=open&shop=a%20b",
        "POST, /rooms",
        "GET, /rooms/r%2F1",
        "PUT, /rooms/r-1",
        "POST, /rooms/r-1/transitions",
        "GET, /hosts",
        "POST, /shifts",
        "POST, /sessions/s-1/transitions",
        "DELETE, /sessions/s-1/rundown/lines/l-1",
        "PUT, /rundown-templates/t-1",
        "GET, /gate-rules/g-1"
    })
    void roomsAndSessionsAreTheLivestreamServices(String method, String path) {
        var body = method.equals("GET") ? "" : "{\"name\": \"😀\"}";
        var answer = gateway.send(gateway.request("/v1/merchants/m1" + path)
                .header("Idempotency-Key", "k 1")
                .header("If-Match", "\"6\"")
                .method(method, BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Location")).contains("/made");
        var told = json.readTree(answer.body());
        assertThat(told.get("asked").stringValue()).isEqualTo(method + " /v1/merchants/m1" + path);
        assertThat(told.get("body").stringValue()).isEqualTo(body);
        assertThat(gateway.livestream().requests()).singleElement().asString().contains("Bearer ", "k 1", "\"6\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /campaigns?state=running",
        "POST, /campaigns/c-1/transitions",
        "PUT, /offers/o-1",
        "PUT, /offers/o-1/claims/order~7",
        "GET, /offers/o-1/claims?buyer=u%201"
    })
    void campaignsAndOffersAreTheCampaignServices(String method, String path) {
        assertHandedOn(method, path);
        assertThat(gateway.campaign().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /kols?state=active",
        "DELETE, /kols/k-1/unavailabilities/u-1",
        "POST, /engagements/e-1/transitions",
        "GET, /engagements/e-1/economics?returnRate=0.5"
    })
    void kolsAndEngagementsAreTheKolServices(String method, String path) {
        assertHandedOn(method, path);
        assertThat(gateway.kol().requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /creators?tier=mid",
        "POST, /creators",
        "PUT, /creators/c-1",
        "POST, /creators/c-1/transitions",
        "GET, /screenings/s-1/results",
        "PUT, /outreaches/o-1",
        "PUT, /collaborations/c-1",
        "GET, /collaborations/c-1/roi",
        "POST, /participations",
        "GET, /commissions/totals?from=2026-06-01",
        "POST, /settlement-statements/s-1/transitions",
        "GET, /marginal-creators?from=2026-06-01",
        "GET, /break-evens?slotFee=1"
    })
    void theAllianceIsTheCreatorServices(String method, String path) {
        assertHandedOn(method, path);
        assertThat(gateway.creator().requests()).hasSize(1);
    }

    private void assertHandedOn(String method, String path) {
        var answer = gateway.send(gateway.request("/v1/merchants/m1" + path)
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json.readTree(answer.body()).get("asked").stringValue())
                .isEqualTo(method + " /v1/merchants/m1" + path);
        assertThat(gateway.livestream().requests()).isEmpty();
    }

    /** Longer than other bodies are. */
    @Test
    void aLongImportOfCreatorsReachesItsService() {
        var body = "x".repeat(1024 * 1024);
        var answer = gateway.send(gateway.request("/v1/merchants/m1/creators/imports")
                .method("POST", BodyPublishers.ofString(body))
                .build());
        assertThat(json.readTree(answer.body()).get("body").stringValue()).isEqualTo(body);
        assertThat(gateway.send(gateway.request("/v1/merchants/m1/creators/imports")
                                .method("POST", BodyPublishers.ofString(body + "x"))
                                .build())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void theAuditTrailIsAskedOfTheServiceOfItsField() {
        assertThat(gateway.get("/v1/merchants/m1/audit-trail?field=unattributed&limit=5")
                        .body())
                .contains("GET /v1/merchants/m1/audit-trail?field=unattributed&limit=5");
        assertThat(gateway.livestream().requests()).hasSize(1);
        gateway.get("/v1/merchants/m1/audit-trail?field=kol");
        assertThat(gateway.kol().requests()).hasSize(1);
        assertProblem(gateway.get("/v1/merchants/m1/audit-trail"), 400, "parameter.missing", "field: absent");
        assertProblem(
                gateway.get("/v1/merchants/m1/audit-trail?field=x"),
                400,
                "field.invalid",
                "field: x (expected: one of livestream, creator, campaign, kol, unattributed, gateway)");
        assertProblem(gateway.get("/v1/merchants/m1/events?field=gateway"), 400, "field.invalid", "field: gateway");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /rooms, goods",
        "POST, /rooms, integration",
        "PUT, /rooms/r-1, integration",
        "POST, /rooms/r-1/transitions, ads",
        "POST, /sessions/s-1/gate-overrides, content",
        "DELETE, /sessions/s-1/rundown/lines/l-1, ads",
        "POST, /gate-rules, goods",
        "POST, /offers, ads",
        "PUT, /offers/o-1/claims/c-1, goods",
        "POST, /engagements, ads",
        "GET, /kols, goods",
        "POST, /creators, content",
        "GET, /creators, ads",
        "GET, /settlement-statements, content",
        "GET, /commissions, goods",
        "GET, /audit-trail?field=kol, content"
    })
    void otherRolesReachNoService(String method, String path, String role) {
        var answer = gateway.send(gateway.request("/v1/merchants/m1" + path)
                .setHeader("Authorization", "Bearer " + gateway.token(role))
                .method(method, BodyPublishers.ofString("nonsense"))
                .build());
        assertProblem(answer, 403, "role.missing", role);
        assertThat(gateway.livestream().requests()).isEmpty();
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%20b",
                "a%3Fb",
                "%7B%7D",
                "a+b",
                "a:b@c",
                "~!$&'()*,=",
                "%22",
                "a%23b",
                "a%2Fb",
                "%2F%2Fa",
                "a%25b",
                "a%2541",
                "a%3Bb",
                "a%5Cb",
                "a%2Eb",
                "%7C%5B"
            })
    void idsOfOddSignsArriveAsTheyWereSent(String id) {
        var answer = gateway.get("/v1/merchants/m1/events/" + id + "?field=kol");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json.readTree(answer.body()).get("uri").stringValue())
                .isEqualTo("/v1/merchants/m1/events/" + id + "?field=kol");
    }

    @ParameterizedTest
    @CsvSource({
        "'', parameter.missing, field: absent",
        "?field=nope, field.invalid, field: nope (expected: one of livestream",
        "?field=kol&field=creator, parameter.repeated, field: 2 times",
    })
    void eventsAreOfOneField(String query, String code, String detail) {
        assertProblem(gateway.get("/v1/merchants/m1/events/e-1" + query), 400, code, detail);
        assertProblem(gateway.get("/v1/merchants/m1/events" + query), 400, code, detail);
    }

    @Test
    void aLedgerIsStreamedAsItComes() throws Exception {
        var request = gateway.request("/v1/merchants/m1/events?field=kol")
                .header("Accept", "application/x-ndjson")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("{\"n\":1}");
            var first = Instant.now();
            assertThat(lines.readLine()).isEqualTo("{\"n\":2}");
            assertThat(Duration.between(first, Instant.now())).isGreaterThan(Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/merchants/m1/../m2/operating-view",
                "/v1//merchants/m1/operating-view",
                "/v1/merchants/m1/events/%2E%2E%2Fx?field=kol",
                "/v1/merchants/m1/events/..?field=kol",
                "/v1/merchants/m1/events/a%00?field=kol"
            })
    void pathsThatAreNoneAreRefused(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidToBeAway() {
        gateway.creator().is(Mood.HANGING);
        var hanging = gateway.get("/v1/merchants/m1/events/e-1?field=creator");
        assertProblem(hanging, 503, "field.unavailable", "creator does not answer");
        assertThat(hanging.headers().firstValue("Retry-After")).contains("1");
        try (var without = new RunningGateway()) {
            without.kol().close();
            assertProblem(
                    without.get("/v1/merchants/m1/events/e-1?field=kol"),
                    503,
                    "field.unavailable",
                    "kol does not answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&format=xlsx", "&compare=previous&shop=%3D1%2B1"})
    void aViewIsExportedAsAWorkbook(String more) throws Exception {
        gateway.kol().has(Field.KOL, 2, gmv(12_345));
        var request = gateway.request("/v1/merchants/m1/exports/operating-view?from=2026-06-01&to=2026-06-19" + more)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"operating-view-m1-2026-06-01-2026-06-19.xlsx\"");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            assertThat(book.getSheets()).hasSize(4);
            assertThat(book.getFirstSheet().read())
                    .anySatisfy(row -> assertThat(row.getCellRawValue(3)).contains("123.45"));
        }
    }

    @Test
    void inNoOtherFormat() {
        assertProblem(
                gateway.get("/v1/merchants/m1/exports/operating-view?from=2026-06-01&to=2026-06-19&format=csv"),
                400,
                "format.invalid",
                "format: csv (expected: xlsx)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/merchants/m1/fields/kol/figures?from=2026-05-31T16:00:00Z&to=2026-06-18T16:00:00Z&currency=CNY&field=kol",
                "/v1/merchants/m1/fields/kol/conflicts?limit=1&after=",
                "/v1/merchants/m1/nothing",
                "/nothing",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/actuator/env"
            })
    void nothingElseIsServed(String path) {
        assertProblem(gateway.get(path), 404, "path.unknown", "path: ");
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/openapi.json", "/docs", "/docs/page.js", "/docs/ui/swagger-ui.css"})
    void whatEveryoneMaySeeNeedsNoToken(String path) throws Exception {
        var request = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://localhost:" + gateway.port() + path))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode view(String path) {
        var answer = gateway.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json.readTree(answer.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("detail").stringValue()).contains(detail);
    }
}
