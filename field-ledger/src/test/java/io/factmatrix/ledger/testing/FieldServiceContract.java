package io.factmatrix.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.application.Replaying;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.history.Asked;
import io.factmatrix.ledger.domain.history.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.http.MediaType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.scheduler.Schedulers;

/** What every field service must do, whichever field it keeps: started as in production, on a store of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FieldServiceContract {

    private final SpringApplicationBuilder application;
    private final String field;
    private RunningService service;
    private WebTestClient client;

    protected FieldServiceContract(SpringApplicationBuilder application, String field) {
        this.application = application;
        this.field = field;
    }

    @BeforeAll
    void start() {
        service = new RunningService(application);
        client = service.client();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private WebTestClient.ResponseSpec ingest(String merchant, String token, String body) {
        return client.post()
                .uri("/v1/merchants/{merchant}/events", merchant)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_NDJSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String token, String path) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private String paid(String id, String order, String amount) {
        return """
                {"id":"%s","type":"order.paid","field":"%s","touchpoint":"t-1","occurredAt":"2026-06-01T20:00:00+08:00",\
                "order":"%s","product":"p-1","quantity":1,"audience":"a-1","amount":{"amount":"%s","currency":"CNY"}}
                """.formatted(id, field, order, amount);
    }

    private static String token(String merchant) {
        return TestIssuer.token(List.of(merchant), "integration", "operator");
    }

    @Test
    void whatIsAnsweredStoredIsInTheFigures() {
        var token = token("exact");
        ingest(
                        "exact",
                        token,
                        paid("e-1", "o-1", "12.50") + "\n" + paid("e-2", "o-2", "7.5") + paid("e-1", "o-1", "12.5"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"received": 3, "stored": 2, "duplicates": 1, "rejected": 0, "errors": [], "watermarks": {"%s": "2"}}
                        """.formatted(field));
        get(
                        token,
                        "/v1/merchants/exact/fields/" + field
                                + "/figures?from=2026-05-31T16:00:00Z&to=2026-06-01T16:00:00Z&currency=CNY")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.standing.position.watermark")
                .isEqualTo(2)
                .jsonPath("$.figures.gmv")
                .isEqualTo(2000)
                .jsonPath("$.figures.orders")
                .isEqualTo(2)
                .jsonPath("$.figures.buyers.atLeast")
                .isEqualTo(1)
                .jsonPath("$.figures.buyers.atMost")
                .isEqualTo(1)
                .jsonPath("$.figures.buyers.sketch")
                .isNotEmpty();
        get(token, "/v1/merchants/exact/positions")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$['%s'].position.watermark".formatted(field))
                .isEqualTo(2)
                .jsonPath("$['%s'].position.recordedAt".formatted(field))
                .isNotEmpty();
    }

    @Test
    void whatWasSoldOfASelectionIsTold() {
        ingest(
                "sold",
                token("sold"),
                paid("e-1", "o-1", "12.50") + paid("e-2", "o-2", "7.50").replace("p-1", "p-2"));
        var ads = TestIssuer.token(List.of("sold"), "ads");
        // From noon UTC, in quarter-hours since the epoch: an hour, and another one.
        sales(ads, "[1978128, 1978132]", 1978136)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.standing.position.watermark")
                .isEqualTo(2)
                .jsonPath("$.begun")
                .isEqualTo("2026-06-01T12:00:00Z")
                .jsonPath("$.sales[0].length()")
                .isEqualTo(1)
                .jsonPath("$.sales[0][0].start")
                .isEqualTo(1978128)
                .jsonPath("$.sales[0][0].gmv")
                .isEqualTo(1250);
        sales(ads, "[1978132, 1978128]", 1978136).expectStatus().isBadRequest();
        sales(TestIssuer.token(List.of("sold"), "content"), "[1978128]", 1978136)
                .expectStatus()
                .isForbidden();
    }

    private WebTestClient.ResponseSpec sales(String token, String starts, long end) {
        return client.post()
                .uri("/v1/merchants/sold/fields/" + field + "/sales")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                        "{\"currency\": \"CNY\", \"times\": [{\"selection\": {\"products\": [\"p-1\"], \"touchpoints\": [], \"shops\": []}, \"starts\": %s, \"end\": %d}]}"
                                .formatted(starts, end))
                .exchange();
    }

    @Test
    void anotherServiceFollowsWhoseverLedgerItIs() {
        ingest("followed", token("followed"), paid("e-1", "o-1", "12.50") + paid("e-2", "o-2", "7.50"))
                .expectStatus()
                .isOk();
        var ledgers = TestIssuer.token(List.of(), "ledger");
        get(ledgers, "/v1/merchants/followed/fields/" + field + "/feeds/lines?after=1&limit=10")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.entries[*].id")
                .isEqualTo(List.of("e-2"))
                .jsonPath("$.through")
                .isEqualTo(2)
                .jsonPath("$.more")
                .isEqualTo(false);
        client.post()
                .uri("/v1/merchants/followed/fields/kol/notices")
                .headers(headers -> headers.setBearerAuth(ledgers))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    /** The role opens what ledgers tell each other, and nothing else; no other role opens that. */
    @Test
    void thePastIsToldAndWhatCorrectedIt() {
        var token = token("past");
        ingest("past", token, paid("e-1", "o-1", "12.50")).expectStatus().isOk();
        get(token, "/v1/merchants/past/positions?asOf=2026-06-02T00:00:00Z")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.%s.position.watermark".formatted(field))
                .isEqualTo(0);
        get(token, "/v1/merchants/past/positions?asOf=2100-01-01T00:00:00Z")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("asOf: 2100-01-01T00:00:00Z (expected: a moment that is past)");
        var fields = "/v1/merchants/past/fields/" + field;
        var window = "?from=2026-05-31T16:00:00Z&to=2026-06-01T16:00:00Z&currency=CNY";
        get(token, fields + "/figures" + window + "&asOf=2026-06-02T00:00:00Z")
                .expectBody()
                .jsonPath("$.figures.gmv")
                .isEqualTo(0);
        get(token, fields + "/figures" + window + "&asOf=2100-01-01T00:00:00Z")
                .expectBody()
                .jsonPath("$.figures.gmv")
                .isEqualTo(1250);
        var corrections = fields + "/corrections?until=2100-01-01T00:00:00Z&zone=Asia/Shanghai&limit=";
        get(token, corrections + 10)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.field == '%s' && @.currency == 'CNY')].changes.gmv".formatted(field))
                .isEqualTo(List.of("12.50"))
                .jsonPath("$.items[0].day")
                .isEqualTo("2026-06-01")
                .jsonPath("$.items[0].event.id")
                .isEqualTo("e-1");
        get(token, corrections + 501).expectStatus().isBadRequest();
        get(token, corrections + "10&after=soon").expectStatus().isBadRequest();
        get(token("theirs"), corrections + 10).expectStatus().isNotFound();
    }

    @Test
    void anotherServiceAsksWhoBoughtFirst() {
        var events = paid("e-1", "o-1", "1") + paid("e-2", "o-2", "1").replace("a-1", "a-2");
        ingest("asked", token("asked"), events).expectStatus().isOk();
        var moment = new Moment(Instant.parse("2100-01-01T00:00:00.001Z"), Field.UNATTRIBUTED, Long.MAX_VALUE);
        var asked = new ArrayList<>(Collections.nCopies(Replaying.PART - 2, new Asked("\"".repeat(64), moment)));
        asked.add(new Asked("a-2", moment));
        asked.add(new Asked("a-2", new Moment(Instant.EPOCH, Field.KOL, 7)));
        client.post()
                .uri("/v1/merchants/asked/fields/" + field + "/first-purchases")
                .headers(headers -> headers.setBearerAuth(TestIssuer.token(List.of(), "ledger")))
                .bodyValue(asked)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(asked.size())
                .jsonPath("$[0]")
                .isEmpty()
                .jsonPath("$[%d].id".formatted(asked.size() - 2))
                .isEqualTo("e-2")
                .jsonPath("$[%d]".formatted(asked.size() - 1))
                .isEmpty();
        client.post()
                .uri("/v1/merchants/asked/fields/" + field + "/first-purchases")
                .headers(headers -> headers.setBearerAuth(token("asked")))
                .bodyValue(asked)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void aProgramSeesWhatProgramsTellEachOtherAndNothingElse() {
        var ledgers = TestIssuer.token(List.of(), "ledger");
        get(ledgers, "/v1/merchants/followed/positions").expectStatus().isOk();
        for (var anyones : List.of("events", "exports/ledger", "audit-trail")) {
            get(ledgers, "/v1/merchants/followed/" + anyones + "?field=" + field)
                    .expectStatus()
                    .isNotFound();
        }
        get(token("mine"), "/v1/merchants/mine/fields/" + field + "/feeds/lines?after=0&limit=10")
                .expectStatus()
                .isForbidden();
        get(token("mine"), "/v1/merchants/theirs/fields/" + field + "/feeds/lines?after=0&limit=10")
                .expectStatus()
                .isNotFound();
        get(ledgers, "/v1/merchants/mine/fields/" + field + "/feeds/lines?after=0&limit=0")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("limit: 0 (expected: an integer from 1 to 10000)");
        get(ledgers, "/v1/merchants/mine/fields/" + field + "/feeds/rumours?after=0&limit=1")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aLedgerWithoutEventsIsAtItsStart() {
        get(token("nothing"), "/v1/merchants/nothing/positions")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$['%s'].position.watermark".formatted(field))
                .isEqualTo(0)
                .jsonPath("$['%s'].position.recordedAt".formatted(field))
                .isEmpty();
    }

    @Test
    void aBadLineIsNamedAndStopsNoOther() {
        ingest("bad", token("bad"), paid("e-1", "o-1", "1.00") + "{\n\n" + paid("e-2", "o-2", "1.005"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.stored")
                .isEqualTo(1)
                .jsonPath("$.errors[0].line")
                .isEqualTo(2)
                .jsonPath("$.errors[0].code")
                .isEqualTo("json.invalid")
                .jsonPath("$.errors[1].line")
                .isEqualTo(4)
                .jsonPath("$.errors[1].id")
                .isEqualTo("e-2")
                .jsonPath("$.errors[1].detail")
                .isEqualTo("amount: 1.005 (expected: at most 2 decimals for CNY)");
    }

    @Test
    void theLedgerIsReadInRecordedOrder() {
        var token = token("reader");
        ingest("reader", token, paid("e-1", "o-1", "1.00") + paid("e-2", "o-2", "2.00") + paid("e-3", "o-3", "3.00"))
                .expectStatus()
                .isOk();
        get(token, "/v1/merchants/reader/events?limit=2&field=" + field)
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(List.of("e-1", "e-2"))
                .jsonPath("$.nextCursor")
                .isEqualTo("2");
        get(token, "/v1/merchants/reader/events?after=" + "9".repeat(64) + "&field=" + field)
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        for (var wrong : List.of("limit=%2B5", "limit=", "limit=501", "after=-1", "after=%2B1", "after=", "page=2")) {
            get(token, "/v1/merchants/reader/events?" + wrong + "&field=" + field)
                    .expectStatus()
                    .isBadRequest();
        }
        get(token, "/v1/merchants/reader/events?after=2&field=" + field)
                .expectBody()
                .jsonPath("$.items[*].id")
                .isEqualTo(List.of("e-3"))
                .jsonPath("$.nextCursor")
                .isEmpty();
        get(token, "/v1/merchants/reader/events/e-2?field=" + field)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("counted")
                .jsonPath("$.watermark")
                .isEqualTo("2");
    }

    @Test
    void aRefundThatTurnedOutTooMuchIsAConflict() {
        var token = token("conflicts");
        var refund = """
                {"id":"%s","type":"order.refunded","field":"%s","occurredAt":"2026-06-02T20:00:00+08:00","order":"o-1",\
                "amount":{"amount":"%s","currency":"%s"}}
                """;
        ingest(
                        "conflicts",
                        token,
                        refund.formatted("r-1", field, "30.00", "CNY")
                                + refund.formatted("r-2", field, "80.00", "CNY")
                                + refund.formatted("r-3", field, "1", "JPY")
                                + paid("e-1", "o-1", "100.00"))
                .expectStatus()
                .isOk();
        var path = "/v1/merchants/conflicts/fields/" + field + "/conflicts";
        get(token, path + "?limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].recordedAt")
                .isNotEmpty()
                .json("""
                        {"field": "%1$s", "nextCursor": "r-2", "items": [{"kind": "refund.invalid", "field": "%1$s", "event": "r-2",
                            "occurredAt": "2026-06-02T12:00:00.000Z", "shop": "main", "order": "o-1", "line": "1",
                            "touchpoint": "t-1", "product": "p-1", "amount": {"amount": "80.00", "currency": "CNY"},
                            "claimedBy": null, "detail": {"code": "refund.exceeds_paid",
                                "reason": "amount: 80.00 (expected: at most 70.00, what was left of the 100.00 paid)",
                                "paidBy": "e-1", "paid": {"amount": "100.00", "currency": "CNY"},
                                "left": {"amount": "70.00", "currency": "CNY"}}}]}
                        """.formatted(field));
        get(token, path + "?after=r-2&kind=refund.invalid")
                .expectBody()
                .jsonPath("$.items[*].event")
                .isEqualTo(List.of("r-3"))
                .jsonPath("$.items[0].detail.reason")
                .isEqualTo("amount: 1 JPY (expected: CNY, as the line was paid)")
                .jsonPath("$.nextCursor")
                .isEmpty();
        get(token, path + "?kind=line.outclaimed")
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        for (var wrong : List.of("kind=nope", "limit=501", "limit=0", "after=中")) {
            get(token, path + "?" + wrong)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo(wrong.substring(0, wrong.indexOf('=')) + ".invalid");
        }
        var goods = TestIssuer.token(List.of("conflicts"), "goods");
        get(goods, path).expectStatus().isForbidden();
        get(goods, "/v1/merchants/theirs/fields/" + field + "/conflicts")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aForeignMerchantIsAnUnknownOne() {
        var token = token("mine");
        for (var merchant : List.of("theirs", "NO-MERCHANT")) {
            ingest(merchant, token, paid("e-1", "o-1", "1.00"))
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("merchant.unknown");
        }
    }

    @Test
    void whoMayNotIngestIsRefusedAfterTheMerchantWasChecked() {
        var token = TestIssuer.token(List.of("mine"), "operator");
        ingest("mine", token, paid("e-1", "o-1", "1.00"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("role.missing");
        ingest("theirs", token, paid("e-1", "o-1", "1.00")).expectStatus().isNotFound();
    }

    @Test
    void withoutAGoodTokenThereIsNoAnswer() {
        client.get()
                .uri("/v1/merchants/mine/events?field=" + field)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("token.invalid");
        var others = TestIssuer.token(claims -> claims.audience("another").claim("merchants", List.of("mine")));
        get(others, "/v1/merchants/mine/events?field=" + field).expectStatus().isUnauthorized();
    }

    /** Every connection would wait for it, and everybody for a connection. */
    @Test
    void aLockThatIsHeldIsNotWaitedFor() {
        var token = token("locked");
        var owner = service.store().asOwner();
        new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(owner.getDataSource())))
                .executeWithoutResult(held -> {
                    owner.execute("lock table event in access exclusive mode");
                    var asked = IntStream.range(0, 40)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> ingest("locked", token, paid("e-" + i, "o-" + i, "1"))
                                            .expectStatus()
                                            .isEqualTo(503)
                                            .expectHeader()
                                            .exists("Retry-After"),
                                    Schedulers.boundedElastic()::schedule))
                            .toList();
                    asked.forEach(CompletableFuture::join);
                    get(token, "/livez").expectStatus().isOk();
                });
        var all = IntStream.range(0, 40)
                .mapToObj(i -> paid("e-" + i, "o-" + i, "1"))
                .collect(Collectors.joining());
        ingest("locked", token, all)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.stored")
                .isEqualTo(40);
    }

    @Test
    void itSaysThatItIsReady() {
        client.get().uri("/livez").exchange().expectStatus().isOk();
        client.get().uri("/readyz").exchange().expectStatus().isOk();
    }

    @Test
    void anUnknownPathIsAProblem() {
        get(token("mine"), "/v1/nothing")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("path.unknown");
    }

    @Test
    void whoChangedWhatIsToldToOperatorsByField() {
        var operator = TestIssuer.token(List.of("audited"), "operator");
        get(operator, "/v1/merchants/audited/audit-trail?field=" + field)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\": [], \"nextCursor\": null}");
        get(operator, "/v1/merchants/audited/audit-trail?field=else")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("field.invalid");
        get(TestIssuer.token(List.of("audited"), "content"), "/v1/merchants/audited/audit-trail?field=" + field)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void everyTableHasItsLocks() {
        assertThat(service.store().tablesWithoutTheirLocks()).isEmpty();
    }
}
