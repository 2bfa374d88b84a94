package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.application.work.Detecting;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Figures.Fraction;
import io.factmatrix.ledger.domain.figures.Point;
import io.factmatrix.ledger.domain.figures.Ratio;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What departments have to do: found once, closed when its evidence is gone, and seen by those whose it is. */
@TestInstance(Lifecycle.PER_CLASS)
class WorkTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger MERCHANT = new AtomicInteger();
    private static final String SPIKE = """
            {"field": "creator", "touchpoints": [], "weeks": [
                {"product": "serum", "week": 0, "lines": 200, "refundedLines": 60, "paid": 2000000, "refunded": 600000, "complaints": 0},
                {"product": "serum", "week": 1, "lines": 400, "refundedLines": 40, "paid": 4000000, "refunded": 400000, "complaints": 0}]}
            """;
    private static final String OVERDUE = """
            {"items": [{"id": "%s", "creator": "c-1", "dueAt": "2026-06-0%dT00:00:00Z"}], "nextCursor": null}
            """;
    private static final String OUTREACH = "01k8ag4d5e6f7g8h9i0j1k2l3m";

    private RunningGateway gateway;
    private String merchant = "";

    @BeforeAll
    void start() {
        // Its own rounds stand still: a test says when work is looked for.
        gateway = new RunningGateway(
                "--fact.work.idle=1h",
                "--fact.calls.series.spared-for=1ms",
                "--fact.calls.conflicts.spared-for=1ms",
                "--fact.calls.positions.spared-for=1ms");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void plant() {
        merchant = "w" + MERCHANT.incrementAndGet();
        gateway.creator().tells("/fields/creator/after-sales", SPIKE);
        gateway.creator().tells("/outreaches", OVERDUE.formatted(OUTREACH, 1));
    }

    @AfterEach
    void reset() {
        gateway.reset();
    }

    private void detect() {
        gateway.bean(Detecting.class).detect(MerchantId.of(merchant)).block();
    }

    private HttpResponse<String> send(String role, String method, String path, String body, String... headers) {
        var request = gateway.request("/v1/merchants/" + merchant + path)
                .setHeader("Authorization", "Bearer " + TestIssuer.token(List.of(merchant), role))
                .setHeader("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return gateway.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private JsonNode get(String role, String path) {
        var answer = send(role, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<JsonNode> items(String role, String query) {
        return get(role, "/work-items" + query).get("items").valueStream().toList();
    }

    private JsonNode only(String rule) {
        var items = items("operator", "?rule=" + rule);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static String text(JsonNode item, String member) {
        return item.get(member).asString();
    }

    private HttpResponse<String> move(String role, JsonNode item, String body, String... headers) {
        return send(role, "POST", "/work-items/" + text(item, "id") + "/transitions", body, headers);
    }

    @Test
    void fourWhoLookAtOnceFindACauseOnce() {
        Flux.range(0, 4)
                .flatMap(replica -> gateway.bean(Detecting.class)
                        .detect(MerchantId.of(merchant))
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        detect();

        var spike = only("refund-spike");
        assertThat(text(spike, "department")).isEqualTo("goods");
        assertThat(text(spike, "state")).isEqualTo("open");
        assertThat(spike.at("/expected/value").asString()).isEqualTo("4000.00");
        assertThat(spike.at("/subject/product").asString()).isEqualTo("serum");
        assertThat(only("outreach-overdue").at("/facts/due").asString()).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(items("operator", "")).hasSize(2);
    }

    @Test
    void dealsThatFallShortAreFoundByWhatTheirServicesTell() {
        gateway.kol()
                .tells(
                        "/engagements",
                        "{\"items\": [{\"id\": \"e-1\", \"guaranteedGmv\": {\"amount\": \"1000.00\", \"currency\": \"CNY\"}},"
                                + " {\"id\": \"e-2\", \"guaranteedGmv\": null}], \"nextCursor\": null}");
        gateway.kol()
                .tells(
                        "/engagements/e-1/economics",
                        "{\"currency\": \"CNY\", \"guarantee\": {\"guaranteedGmv\": \"1000.00\", \"from\": \"2026-06-01T00:00:00Z\","
                                + " \"to\": \"2026-06-08T00:00:00Z\", \"keptGmv\": \"400.00\", \"shortfall\": \"600.00\"}}");
        gateway.campaign()
                .tells("/campaigns", "{\"items\": [{\"id\": \"c-1\", \"state\": \"running\"}], \"nextCursor\": null}");
        gateway.campaign()
                .tells(
                        "/campaigns/c-1/pacing",
                        "{\"currency\": \"JPY\", \"elapsed\": 0.5, \"goals\": {\"gmv\": {\"goal\": \"1000\", \"actual\": \"100\","
                                + " \"projected\": \"500\", \"lower\": \"400\", \"upper\": \"600\"}},"
                                + " \"budgets\": [{\"category\": \"ads\", \"budget\": \"100\", \"spent\": \"130\", \"projected\": \"260\"},"
                                + " {\"category\": \"staff\", \"budget\": null, \"spent\": \"9\", \"projected\": \"18\"}]}");
        detect();
        assertThat(only("guarantee-at-risk").at("/expected/value").asString()).isEqualTo("600.00");
        assertThat(items("ads", "?rule=pacing-off"))
                .extracting(item -> item.at("/subject/category").asString(""))
                .containsExactlyInAnyOrder("", "ads");
        assertThat(items("ads", "?rule=pacing-off"))
                .extracting(item -> item.at("/expected/upper").asString())
                .containsExactlyInAnyOrder("600", "30");
    }

    @Test
    void whoeverAsksFirstFindsWhatThereIs() {
        assertThat(items("operator", "")).hasSize(2);
    }

    @Test
    void whatIsGoneIsClosedAndComesBackAsAnother() {
        detect();
        gateway.creator().tells("/outreaches", "{\"items\": [], \"nextCursor\": null}");
        detect();
        var closed = only("outreach-overdue");
        assertThat(text(closed, "state")).isEqualTo("closed");
        assertThat(text(closed, "goneBecause")).isEqualTo("its evidence is gone");
        assertThat(closed.get("goneAt").isNull()).isFalse();
        assertThat(json(move("operator", closed, "{\"to\": \"open\"}")).get("allowed"))
                .isEmpty();

        gateway.creator().tells("/outreaches", OVERDUE.formatted(OUTREACH, 1));
        detect();
        detect();
        var again = items("operator", "?rule=outreach-overdue&state=open");
        assertThat(again)
                .singleElement()
                .satisfies(item -> assertThat(text(item, "reopenedOf")).isEqualTo(text(closed, "id")));
    }

    @Test
    void whatCannotBeReadIsNeitherClosedNorOpened() {
        detect();
        gateway.creator().is(Mood.FAILING);
        detect();
        assertThat(text(only("refund-spike"), "state")).isEqualTo("open");
        assertThat(text(only("outreach-overdue"), "state")).isEqualTo("open");
        var away = only("field-stale");
        assertThat(away.at("/subject/field").asString()).isEqualTo("creator");
        assertThat(away.at("/facts/reason").asString()).isEqualTo("creator answered 500");

        gateway.creator().is(Mood.WELL);
        detect();
        assertThat(text(only("field-stale"), "state")).isEqualTo("closed");
        assertThat(text(only("refund-spike"), "state")).isEqualTo("open");
    }

    private static String arrivals(Instant first, Instant last) {
        return "{\"field\": \"kol\", \"first\": \"%s\", \"last\": \"%s\", \"longest\": {\"from\": \"%1$s\", \"to\": \"%s\"}}"
                .formatted(first, last, first.plus(Duration.ofHours(10)));
    }

    @Test
    void aFieldThatIsSilentForLongerThanEverIsWorkUntilSomethingComes() {
        var now = Instant.now();
        gateway.kol()
                .tells(
                        "/fields/kol/arrivals",
                        arrivals(now.minus(Duration.ofDays(20)), now.minus(Duration.ofHours(9))));
        detect();
        assertThat(items("operator", "?rule=field-silent")).isEmpty();

        var last = now.minus(Duration.ofHours(11));
        gateway.kol().tells("/fields/kol/arrivals", arrivals(now.minus(Duration.ofDays(20)), last));
        detect();
        detect();
        var silent = only("field-silent");
        assertThat(text(silent, "department")).isEqualTo("creators");
        assertThat(silent.at("/subject/field").asString()).isEqualTo("kol");
        assertThat(silent.at("/facts/lastRecordedAt").asString()).isEqualTo(last.toString());
        assertThat(gateway.kol().requests())
                .anyMatch(asked -> asked.contains("/fields/kol/arrivals?")
                        && asked.contains("hours=6")
                        && asked.contains("days=28"));

        gateway.kol().is(Mood.FAILING);
        detect();
        assertThat(text(only("field-silent"), "state")).isEqualTo("open");
        gateway.kol().is(Mood.WELL);
        gateway.kol().tells("/fields/kol/arrivals", arrivals(now.minus(Duration.ofDays(20)), now));
        detect();
        assertThat(text(only("field-silent"), "goneBecause")).isEqualTo("its evidence is gone");
    }

    /** That it fell silent shows on the day on which it did, and on each after it. */
    @Test
    void aDryRunTellsWhenAFieldFellSilent() {
        var now = Instant.now();
        gateway.kol()
                .tells(
                        "/fields/kol/arrivals",
                        arrivals(now.minus(Duration.ofDays(30)), now.minus(Duration.ofHours(60))));
        var days = get("operator", "/work-rules/field-silent/dry-runs", "POST").get("days");
        assertThat(days.get(29).get("standing").asInt()).isEqualTo(1);
        assertThat(days.get(0).get("standing").asInt()).isZero();
        assertThat(days.valueStream().mapToInt(day -> day.get("opened").size()).sum())
                .isEqualTo(1);
    }

    @Test
    void complaintsThatNameNoProductAreFoundByTheirTouchpoint() {
        gateway.creator().tells("/fields/creator/after-sales", """
                        {"field": "creator", "weeks": [], "touchpoints": [
                            {"touchpoint": "video-77", "week": 0, "lines": 10, "complaints": 30},
                            {"touchpoint": "video-77", "week": 1, "lines": 190, "complaints": 9},
                            {"touchpoint": null, "week": 0, "lines": 1000, "complaints": 31},
                            {"touchpoint": null, "week": 1, "lines": 4000, "complaints": 40}]}
                        """);
        detect();
        detect();
        var cluster = only("complaint-cluster");
        assertThat(text(cluster, "department")).isEqualTo("service");
        assertThat(cluster.at("/subject/touchpoint").asString()).isEqualTo("video-77");
        assertThat(cluster.at("/facts/rate").asDouble()).isEqualTo(0.15);
        assertThat(cluster.at("/facts/rateBefore").asDouble()).isEqualTo(0.01);
        gateway.creator()
                .tells("/fields/creator/after-sales", "{\"field\": \"creator\", \"weeks\": [], \"touchpoints\": []}");
        detect();
        assertThat(text(only("complaint-cluster"), "state")).isEqualTo("closed");
    }

    @Test
    void whatIsDismissedStaysSoUntilItsEvidenceIsAnother() {
        detect();
        var item = only("outreach-overdue");
        assertThat(move("creators", item, "{\"to\": \"dismissed\", \"reason\": \"on holiday\"}")
                        .statusCode())
                .isEqualTo(200);
        detect();
        assertThat(text(only("outreach-overdue"), "state")).isEqualTo("dismissed");

        gateway.creator().tells("/outreaches", OVERDUE.formatted(OUTREACH, 2));
        detect();
        detect();
        assertThat(items("operator", "?rule=outreach-overdue&state=dismissed")).hasSize(1);
        assertThat(items("operator", "?rule=outreach-overdue&state=open"))
                .singleElement()
                .satisfies(again -> assertThat(text(again, "reopenedOf")).isEqualTo(text(item, "id")));
    }

    @Test
    void eachDepartmentSeesItsOwnWork() {
        detect();
        var spike = only("refund-spike");
        assertThat(items("goods", "")).extracting(item -> text(item, "rule")).containsExactly("refund-spike");
        assertThat(items("creators", "")).extracting(item -> text(item, "rule")).containsExactly("outreach-overdue");
        assertThat(items("ads", "")).isEmpty();
        assertThat(items("creators", "?department=goods")).isEmpty();
        assertThat(items("operator", "?department=goods")).hasSize(1);

        var path = "/work-items/" + text(spike, "id");
        assertThat(send("goods", "GET", path, "").statusCode()).isEqualTo(200);
        var hidden = send("creators", "GET", path, "");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(json(hidden).get("code").asString()).isEqualTo("work-item.unknown");
        assertThat(move("creators", spike, "{\"to\": \"taken\"}", "If-Match", "\"9\"")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("integration", "GET", "/work-items", "").statusCode()).isEqualTo(403);
        assertThat(send("goods", "PUT", "/work-rules/refund-spike", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anothersItemIsUnknown() {
        detect();
        var item = only("refund-spike");
        merchant = "w" + MERCHANT.incrementAndGet();
        gateway.reset();
        assertThat(items("operator", "")).isEmpty();
        assertThat(send("operator", "GET", "/work-items/" + text(item, "id"), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(move("operator", item, "{\"to\": \"done\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void anItemIsTakenAndDone() {
        detect();
        var item = only("refund-spike");
        var taken = move("goods", item, "{\"to\": \"taken\"}", "If-Match", "\"1\"");
        assertThat(taken.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(json(taken).get("assignee").asString()).isEqualTo("test");
        assertThat(move("goods", item, "{\"to\": \"done\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(json(move("goods", item, "{\"to\": \"taken\", \"assignee\": \"ann\"}"))
                        .get("assignee")
                        .asString())
                .isEqualTo("ann");
        assertThat(move("goods", item, "{\"to\": \"done\"}").statusCode()).isEqualTo(200);
        var refused = json(move("goods", item, "{\"to\": \"taken\"}"));
        assertThat(refused.get("code").asString()).isEqualTo("transition.refused");
        assertThat(refused.get("allowed").valueStream().map(JsonNode::asString)).containsExactly("open");
        detect();
        assertThat(text(only("refund-spike"), "state")).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"to": "gone"}                          | to.invalid
            {"to": "dismissed"}                     | member.missing
            {"to": "done", "assignee": "ann"}       | assignee.invalid
            {"to": "done", "because": "x"}          | member.unknown
            {}                                      | member.missing
            """)
    void aMoveThatIsNoneIsNamed(String body, String code) {
        detect();
        var refused = move("operator", only("refund-spike"), body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"thresholds": {"sigmas": 0.5}}   | thresholds.invalid | thresholds.sigmas: 0.5 (expected: a number from 1 to 10 with at most 2 decimals)
            {"thresholds": {"leastLines": 1.5}} | thresholds.invalid | thresholds.leastLines: 1.5 (expected: an integer from 1 to 1000000)
            {"thresholds": {"drop": 0.5}}     | thresholds.invalid | thresholds.drop: 0.5 (expected: none: refund-spike has [leastLines, sigmas])
            {"thresholds": {"drops": 0.5}}    | member.unknown     | thresholds.drops: unknown (expected: a member of this type)
            {"department": "sales"}           | department.invalid | department: sales (expected: one of ads, content, creators, goods, service)
            {"dueInHours": 0}                 | dueInHours.invalid | dueInHours: 0 (expected: an integer from 1 to 720)
            {"currency": "XXX"}               | currency.invalid   | currency: XXX (expected: an ISO 4217 currency such as CNY)
            {"zone": "Mars/Base"}             | zone.invalid       | zone: Mars/Base (expected: an IANA time zone such as Asia/Shanghai)
            """)
    void aSettingThatIsNoneIsNamed(String body, String code, String detail) {
        var refused = send("operator", "PUT", "/work-rules/refund-spike", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("code").asString()).isEqualTo(code);
        assertThat(json(refused).get("detail").asString()).isEqualTo(detail);
        assertThat(send("operator", "GET", "/work-rules/none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aRuleIsTunedAndTurnedOff() {
        detect();
        var rule = send("operator", "GET", "/work-rules/refund-spike", "");
        assertThat(rule.headers().firstValue("ETag")).contains("\"0\"");
        assertThat(json(rule).at("/thresholds/leastLines").asInt()).isEqualTo(50);

        var strict = "{\"thresholds\": {\"leastLines\": 500}}";
        assertThat(send("operator", "PUT", "/work-rules/refund-spike", strict, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("operator", "PUT", "/work-rules/refund-spike", strict, "If-Match", "\"0\"")
                        .statusCode())
                .isEqualTo(412);
        detect();
        assertThat(text(only("refund-spike"), "goneBecause")).isEqualTo("its evidence is gone");

        send("operator", "PUT", "/work-rules/outreach-overdue", "{\"on\": false}");
        detect();
        assertThat(text(only("outreach-overdue"), "goneBecause")).isEqualTo("its rule is off");
        send("operator", "PUT", "/work-rules/outreach-overdue", "{\"department\": \"content\", \"dueInHours\": 1}");
        detect();
        assertThat(items("content", ""))
                .singleElement()
                .satisfies(item -> assertThat(Duration.between(
                                Instant.parse(text(item, "createdAt")), Instant.parse(text(item, "dueAt"))))
                        .isEqualTo(Duration.ofHours(1)));
        assertThat(get("service", "/work-rules").get("items")).hasSize(11);
    }

    private static Figures day(long views) {
        return StubService.figures(
                200_000, Map.of(Ratio.ENTER, new Fraction(BigInteger.valueOf(views), BigInteger.valueOf(10_000))));
    }

    /** Two bad days are planted in a history of seventy: ten days ago, and yesterday. */
    @Test
    void aDryRunTellsWhatDetectionFinds() {
        var today = LocalDate.now(SHANGHAI);
        gateway.kol()
                .hasSeries(
                        Field.KOL,
                        IntStream.rangeClosed(1, 70)
                                .mapToObj(ago -> new Point(
                                        today.minusDays(ago)
                                                .atStartOfDay(SHANGHAI)
                                                .toInstant(),
                                        day(ago == 10 || ago == 1 ? 1_000 : 2_000)))
                                .toList());
        var days = get("operator", "/work-rules/weak-step/dry-runs", "POST").get("days");
        assertThat(days).hasSize(30);
        var opened =
                days.valueStream().filter(day -> !day.get("opened").isEmpty()).toList();
        assertThat(opened)
                .extracting(day -> text(day, "date"))
                .containsExactly(
                        today.minusDays(10).toString(), today.minusDays(1).toString());
        assertThat(days.get(21).get("closed").get(0).asString()).isEqualTo("kol/enter");

        detect();
        var found = only("weak-step");
        var tried = opened.get(1).get("opened").get(0);
        for (var member : List.of("cause", "department", "subject", "facts", "evidence", "expected")) {
            assertThat(found.get(member)).as(member).isEqualTo(tried.get(member));
        }
    }

    private JsonNode get(String role, String path, String method) {
        var answer = send(role, method, path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void aDryRunTriesOtherThresholdsAndKeepsNone() {
        var path = "/work-rules/refund-spike/dry-runs";
        assertThat(opened(send("operator", "POST", path, ""))).isEqualTo(1);
        assertThat(opened(send("operator", "POST", path, "{\"thresholds\": {\"leastLines\": 500}}")))
                .isEqualTo(0);
        assertThat(send("operator", "POST", path, "{\"thresholds\": {\"sigmas\": 11}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("operator", "POST", path, "{\"on\": true}").statusCode())
                .isEqualTo(400);
        assertThat(json(send("operator", "GET", "/work-rules/refund-spike", ""))
                        .at("/thresholds/leastLines")
                        .asInt())
                .isEqualTo(50);
        var unknown = json(send("operator", "POST", "/work-rules/promise-conflict/dry-runs", ""));
        assertThat(unknown.get("unknown").isNull()).isFalse();
        assertThat(unknown.get("days")).isEmpty();
    }

    private static long opened(HttpResponse<String> answer) {
        return json(answer)
                .get("days")
                .valueStream()
                .mapToLong(day -> day.get("opened").size())
                .sum();
    }

    private List<JsonNode> changes(String query) {
        return get("operator", "/audit-trail?field=gateway" + query)
                .get("items")
                .valueStream()
                .toList();
    }

    @Test
    void theGatewayTellsWhoChangedWhatHere() {
        detect();
        move("goods", only("refund-spike"), "{\"to\": \"taken\"}");
        send("operator", "PUT", "/work-rules/refund-spike", "{\"thresholds\": {\"leastLines\": 500}}");

        var item = text(only("refund-spike"), "id");
        assertThat(changes("&resource=work-item&id=" + item))
                .extracting(change -> text(change, "action"), change -> text(change, "subject"))
                .containsExactly(tuple("moved", "test"), tuple("created", "fact-matrix"));
        assertThat(changes("&resource=work-rule")).singleElement().satisfies(change -> {
            assertThat(text(change, "id")).isEqualTo("refund-spike");
            assertThat(change.at("/changes/0/name").asString()).isEqualTo("thresholds");
        });
        var first = get("operator", "/audit-trail?field=gateway&limit=2");
        var rest = changes("&limit=500&cursor=" + text(first, "nextCursor"));
        assertThat(first.get("items").size() + rest.size())
                .isEqualTo(changes("").size());

        assertThat(send("goods", "GET", "/audit-trail?field=gateway", "").statusCode())
                .isEqualTo(403);
        var twice = send("operator", "GET", "/audit-trail?field=gateway&field=kol", "");
        assertThat(json(twice).get("code").asString()).isEqualTo("parameter.repeated");
        var table = send("operator", "GET", "/audit-trail?field=gateway", "", "Accept", "text/csv");
        assertThat(json(table).get("code").asString()).isEqualTo("accept.unsupported");
        merchant = "w" + MERCHANT.incrementAndGet();
        assertThat(changes("")).isEmpty();
    }

    @Test
    void anotherReplicaLooksAgainByItself() {
        assertThat(items("operator", "")).hasSize(2);
        try (var replica = new RunningGateway(gateway.store(), "--fact.work.idle=50ms", "--fact.work.every=100ms")) {
            send("operator", "PUT", "/work-rules/sample-overdue", "{\"dueInHours\": 2}");
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(text(only("outreach-overdue"), "state")).isEqualTo("closed"));
            assertThat(replica.creator().requests()).isNotEmpty();
        }
    }
}
