package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.factmatrix.gateway.domain.notification.Notification;
import io.factmatrix.gateway.domain.notification.Notifications;
import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.store.MerchantTransactions;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.ledger.domain.event.Field;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks as a merchant sees them: through the API on one side, at a receiver on the other. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhooksTest {

    private static final String ENDPOINTS = "/v1/merchants/m1/webhook-endpoints";

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private RunningGateway gateway;
    private DisposableServer receiver;
    private volatile int answer = 204;
    private final AtomicInteger test = new AtomicInteger();

    /** A request, as it came. */
    private record Received(Map<String, List<String>> headers, String body) {

        String type() {
            return JsonMapper.shared().readTree(body).required("type").stringValue();
        }

        String id() {
            return headers.getOrDefault("webhook-id", List.of("none")).get(0);
        }

        JsonNode data() {
            return JsonMapper.shared().readTree(body).required("data");
        }
    }

    @BeforeAll
    void start() {
        gateway = new RunningGateway(
                "--fact.webhooks.loopback=true",
                "--fact.webhooks.look-every=20ms",
                "--fact.webhooks.view-every=50ms",
                "--fact.webhooks.conflicts-every=50ms",
                "--fact.webhooks.settlements-every=50ms");
        receiver = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .flatMap(body -> {
                            var headers = new HashMap<String, List<String>>();
                            request.requestHeaders()
                                    .names()
                                    .forEach(name -> headers.put(
                                            name, request.requestHeaders().getAll(name)));
                            // What an endpoint of another test is still told is not of this one.
                            if (request.uri().equals("/" + test.get())) {
                                received.add(new Received(headers, body));
                            }
                            return response.status(answer).send().then();
                        }))
                .bindNow();
    }

    @AfterAll
    void stop() {
        gateway.close();
        receiver.disposeNow();
    }

    @BeforeEach
    void begin() {
        gateway.reset();
        answer = 204;
        test.incrementAndGet();
        received.clear();
    }

    @AfterEach
    void removeAll() {
        json(gateway.get(ENDPOINTS))
                .required("items")
                .forEach(endpoint -> assertThat(
                                call("DELETE", "/" + endpoint.required("id").stringValue(), null)
                                        .statusCode())
                        .isEqualTo(200));
    }

    private HttpResponse<String> call(String method, String path, @Nullable String body) {
        return gateway.send(gateway.request(ENDPOINTS + path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private String subscription(String... types) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("url", "http://127.0.0.1:" + receiver.port() + "/" + test.get(), "types", types));
    }

    private JsonNode added(String... types) {
        var response = call("POST", "", subscription(types));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return json(response);
    }

    private void tell(String type, String key, int number) {
        gateway.bean(MerchantTransactions.class).write(MerchantId.of("m1"), () -> {
            gateway.bean(Notifications.class)
                    .add(MerchantId.of("m1"), new Notification(type, key, Map.of("n", number)));
            return true;
        });
    }

    @Test
    void aTestArrivesSignedWithTheSecretThatWasShown() throws Exception {
        var endpoint = added("work-item.opened");
        var id = endpoint.required("id").stringValue();
        assertThat(call("POST", "/" + id + "/tests", null).statusCode()).isEqualTo(200);
        await().until(() -> received.size() == 1);
        var request = received.get(0);
        new Webhook(endpoint.required("secret").stringValue()).verify(request.body(), request.headers());
        assertThat(request.type()).isEqualTo("webhook.test");
        await().untilAsserted(() -> assertThat(json(gateway.get(ENDPOINTS + "/" + id + "/deliveries?state=delivered"))
                        .required("items"))
                .hasSize(1));
        assertThat(json(gateway.get(ENDPOINTS + "/" + id + "/health"))
                        .required("lastSuccessAt")
                        .isString())
                .isTrue();
    }

    private void awaitDelivered(String endpoint) {
        await().until(() -> json(gateway.get(ENDPOINTS + "/" + endpoint + "/deliveries?state=delivered"))
                        .required("items")
                        .size()
                == 1);
    }

    @Test
    void aSecretIsShownToWhoRepeatsTheRequestAndKeptByNobody() {
        var first = keyed("k-1", subscription("view.changed"));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(keyed("k-1", subscription("view.changed")).body()).isEqualTo(first.body());
        var secret = json(first).required("secret").stringValue();
        var id = json(first).required("id").stringValue();
        assertThat(gateway.get(ENDPOINTS + "/" + id).body())
                .doesNotContain("whsec_")
                .doesNotContain("\"secret\"");
        assertThat(gateway.get(ENDPOINTS).body()).doesNotContain("whsec_");
        for (var table : List.of("kept_answer", "audit_entry", "webhook_secret", "webhook_endpoint")) {
            assertThat(gateway.bean(MerchantTransactions.class)
                            .read(
                                    MerchantId.of("m1"),
                                    () -> gateway.bean(JdbcTemplate.class)
                                            .queryForList("select t::text from " + table + " t", String.class)))
                    .as(table)
                    .isNotEmpty()
                    .noneMatch(row -> row.contains(secret.substring("whsec_".length())));
        }
    }

    private HttpResponse<String> keyed(String key, String body) {
        return gateway.send(gateway.request(ENDPOINTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void whatHappensInATransactionArrivesInItsOrder() {
        added("work-item.opened", "work-item.done");
        for (int number = 0; number < 10; number++) {
            tell(number % 2 == 0 ? "work-item.opened" : "work-item.done", "item-1", number);
        }
        await().until(() -> received.size() == 10);
        assertThat(received.stream().map(request -> request.data().required("n").intValue()))
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void whoAnswersGoneIsDisabledAndToldAgainWhenItIsEnabled() {
        answer = 410;
        var id = added("work-item.opened").required("id").stringValue();
        tell("work-item.opened", "item-1", 1);
        await().until(() -> json(gateway.get(ENDPOINTS + "/" + id))
                .required("disabledBecause")
                .toString()
                .equals("\"gone\""));
        assertThat(json(call("POST", "/" + id + "/tests", null))
                        .required("code")
                        .stringValue())
                .isEqualTo("webhook-endpoint.disabled");
        answer = 204;
        received.clear();
        assertThat(call("POST", "/" + id + "/transitions", "{\"to\":\"enabled\"}")
                        .statusCode())
                .isEqualTo(200);
        awaitDelivered(id);
        var delivery = received.get(0).id();
        assertThat(call("POST", "/" + id + "/replays", "{\"delivery\":\"" + delivery + "\"}")
                        .body())
                .contains("replayed");
        await().until(() -> received.size() == 2);
        assertThat(received.get(1).headers()).containsEntry("webhook-id", List.of(delivery));
    }

    @Test
    void aViewThatChangedIsTold() {
        added("view.changed");
        int looked = gateway.kol().looks();
        await().until(() -> gateway.kol().looks() > looked + 2);
        assertThat(received).isEmpty();
        gateway.kol().has(Field.KOL, 7, StubService.gmv(100));
        await().until(() -> !received.isEmpty());
        assertThat(received.get(0)
                        .data()
                        .required("fields")
                        .required("kol")
                        .required("watermark")
                        .stringValue())
                .isEqualTo("7");
    }

    @Test
    void aConflictIsToldWhenItIsFoundAndWhenItIsGoneButNotWhileItsFieldIsAway() {
        gateway.creator().hasConflicts(Field.CREATOR, "a");
        added("conflict.found", "conflict.gone");
        awaitLooks();
        assertThat(received).isEmpty();
        gateway.creator().hasConflicts(Field.CREATOR, "a", "b");
        await().until(() -> received.size() == 1);
        assertThat(received.get(0).type()).isEqualTo("conflict.found");
        assertThat(received.get(0).data().required("event").stringValue()).isEqualTo("b");
        gateway.creator().is(Mood.FAILING);
        gateway.creator().hasConflicts(Field.CREATOR, "a");
        awaitLooks();
        assertThat(received).hasSize(1);
        gateway.creator().is(Mood.WELL);
        await().until(() -> received.size() == 2);
        assertThat(received.get(1).type()).isEqualTo("conflict.gone");
    }

    /** Two looks of the watch begin after now, so that one of them has ended. */
    private void awaitLooks() {
        int before = looks();
        await().until(() -> looks() >= before + 3);
    }

    private int looks() {
        return (int) gateway.livestream().requests().stream()
                .filter(request -> request.contains("/conflicts") && request.contains("livestream"))
                .count();
    }

    @Test
    void aSettlementThatIsClosedIsToldOnce() {
        gateway.creator().tells("/settlement-statements", statements("s-1"));
        added("settlement.closed");
        awaitSettlementLooks();
        assertThat(received).isEmpty();
        gateway.creator().tells("/settlement-statements", statements("s-2", "s-1"));
        await().until(() -> !received.isEmpty());
        awaitSettlementLooks();
        assertThat(received).singleElement().satisfies(told -> {
            assertThat(told.type()).isEqualTo("settlement.closed");
            assertThat(told.data().required("id").stringValue()).isEqualTo("s-2");
            assertThat(told.data().required("closedTotal").stringValue()).isEqualTo("12.00");
        });
    }

    private static String statements(String... ids) {
        return "{\"items\": [%s], \"nextCursor\": null}"
                .formatted(Stream.of(ids)
                        .map(id -> "{\"id\": \"%s\", \"state\": \"closed\", \"closedTotal\": \"12.00\"}".formatted(id))
                        .collect(Collectors.joining(", ")));
    }

    /** The last of these looks begins when one has ended that began after now. */
    private void awaitSettlementLooks() {
        int before = settlementLooks();
        await().until(() -> settlementLooks() >= before + 3);
    }

    private int settlementLooks() {
        return (int) gateway.creator().requests().stream()
                .filter(request -> request.contains("/settlement-statements?") && request.contains("state=closed"))
                .count();
    }

    @Test
    void whatIsNoReceiverIsRefusedByName() {
        refused("{\"url\":\"https://10.0.0.1\",\"types\":[\"view.changed\"]}", "url.invalid");
        refused(
                "{\"url\":\"https://merchant.example\",\"types\":[\"view.changed\"],\"secret\":\"x\"}",
                "member.unknown");
        refused("{\"url\":\"ftp://merchant.example/\",\"types\":[\"view.changed\"]}", "url.invalid");
        refused("{\"url\":\"https://u:p@merchant.example/\",\"types\":[\"view.changed\"]}", "url.invalid");
        refused("{\"url\":\"https://merchant.example/\",\"types\":[]}", "types.invalid");
        refused("{\"url\":\"https://merchant.example/\",\"types\":[\"view.change\"]}", "types.invalid");
        refused("{\"url\":\"https://merchant.example/\"}", "types.invalid");
        refused("{\"types\":[\"view.changed\"]}", "member.missing");
        var id = "/" + added("view.changed").required("id").stringValue();
        for (var body :
                List.of("{}", "{\"from\":\"yesterday\"}", "{\"from\":\"2026-06-01T00:00:00Z\",\"delivery\":\"x\"}")) {
            assertThat(call("POST", id + "/replays", body).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(json(call("POST", id + "/replays", "{\"delivery\":\"x\"}"))
                        .required("code")
                        .stringValue())
                .isEqualTo("delivery.unknown");
        assertThat(call("POST", id + "/secrets", "{\"overlapHours\":169}").statusCode())
                .isEqualTo(400);
        assertThat(call("POST", id + "/transitions", "{\"to\":\"enabled\"}").statusCode())
                .isEqualTo(409);
        assertThat(gateway.get(ENDPOINTS + id + "/deliveries?state=lost").statusCode())
                .isEqualTo(400);
    }

    private void refused(String body, String code) {
        var response = call("POST", "", body);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(json(response).required("code").stringValue()).as(body).isEqualTo(code);
    }

    @Test
    void anothersEndpointIsAsUnknownAsNone() {
        var id = added("view.changed").required("id").stringValue();
        var token = TestIssuer.token(List.of("m2"), "operator");
        for (var path : List.of("", "/deliveries", "/health")) {
            var response = gateway.send(gateway.request("/v1/merchants/m2/webhook-endpoints/" + id + path)
                    .setHeader("Authorization", "Bearer " + token)
                    .build());
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(json(response).required("code").stringValue()).isEqualTo("webhook-endpoint.unknown");
        }
    }

    @Test
    void aMerchantHasTwentyAtMost() {
        for (int number = 0; number < 20; number++) {
            added("settlement.closed");
        }
        assertThat(json(call("POST", "", subscription("view.changed")))
                        .required("code")
                        .stringValue())
                .isEqualTo("webhook-endpoint.too_many");
    }
}
