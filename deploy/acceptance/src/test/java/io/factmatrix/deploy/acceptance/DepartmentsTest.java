package io.factmatrix.deploy.acceptance;

import static io.factmatrix.deploy.acceptance.Events.paid;
import static io.factmatrix.deploy.acceptance.Events.refunded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refunds of one product rise: the department that must act finds it in its queue, once, nobody else does, and a receiver is told of it. */
@ExtendWith(RunningStack.Shared.class)
class DepartmentsTest {

    private static final List<String> DEPARTMENTS = List.of("content", "goods", "creators", "ads", "service");

    private record Message(String id, String timestamp, String signature, String body) {}

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final MerchantApi operator;
    private final MerchantApi goods;
    private final MerchantApi content;
    private DisposableServer receiver;

    DepartmentsTest(RunningStack stack) {
        operator = stack.newMerchant();
        goods = stack.merchant(operator.merchant(), List.of("goods"));
        content = stack.merchant(operator.merchant(), List.of("content"));
    }

    @BeforeEach
    void receive() {
        receiver = HttpServer.create()
                .host("127.0.0.1")
                .route(routes -> routes.post(
                        "/hooks",
                        (request, response) -> request.receive()
                                .aggregate()
                                .asString(StandardCharsets.UTF_8)
                                .doOnNext(body -> received.add(new Message(
                                        header(request.requestHeaders().get("webhook-id")),
                                        header(request.requestHeaders().get("webhook-timestamp")),
                                        header(request.requestHeaders().get("webhook-signature")),
                                        body)))
                                .then(response.status(204).send())))
                .bindNow();
    }

    private static String header(String value) {
        return Objects.requireNonNull(value);
    }

    @AfterEach
    void close() {
        receiver.disposeNow();
    }

    /** Five weeks of two products: 20 lines of each a day, one of them refunded the hour after; of one product eleven in the last week. */
    private List<Event> fiveWeeks() {
        var events = new ArrayList<Event>();
        for (int day = 1; day <= 35; day++) {
            for (var product : List.of("steady", "spiking")) {
                int refunds = product.equals("spiking") && day <= 7 ? 11 : 1;
                for (int line = 0; line < 20; line++) {
                    var order = "%s-%d-%d".formatted(product, day, line);
                    events.add(paid(order, order, "100.00")
                            .with("product", product)
                            .with("occurredAt", today.minusDays(day) + "T10:00:00+08:00"));
                    if (line < refunds) {
                        events.add(refunded("r-" + order, order, "100.00")
                                .with("occurredAt", today.minusDays(day) + "T11:00:00+08:00"));
                    }
                }
            }
        }
        return events;
    }

    @Test
    void whoeverMustActFindsItAndWhoeverAskedIsTold() throws GeneralSecurityException {
        var endpoint = operator.resource(
                "POST",
                "/webhook-endpoints",
                "{\"url\": \"http://127.0.0.1:%d/hooks\", \"types\": [\"work-item.opened\"]}"
                        .formatted(receiver.port()));
        assertThat(endpoint.status()).as(endpoint.toString()).isEqualTo(201);
        var events = fiveWeeks();
        Asserting.stored(operator.ingest(events, MerchantApi.Form.NDJSON), events.size());
        Asserting.settled(operator);

        var item = await().until(() -> spikes(goods), found -> !found.isEmpty()).get(0);
        assertThat(spikes(goods)).hasSize(1);
        assertThat(item.at("/subject/product").stringValue()).isEqualTo("spiking");
        assertThat(item.at("/facts/lines").intValue()).isEqualTo(140);
        assertThat(item.at("/facts/refundedLines").intValue()).isEqualTo(77);
        assertThat(item.at("/facts/refunded").stringValue()).isEqualTo("7700.00");
        var evidence = item.path("evidence").stringValue().replace("/v1/merchants/" + goods.merchant(), "");
        assertThat(goods.resource("GET", evidence, "")
                        .json()
                        .at("/products/livestream/mostRefunded/0/product")
                        .stringValue())
                .isEqualTo("spiking");
        assertThat(spikes(content)).isEmpty();
        var path = "/work-items/" + item.path("id").stringValue();
        Asserting.problem(content.resource("GET", path, ""), 404);
        Asserting.problem(content.resource("POST", path + "/transitions", "{\"to\": \"taken\"}"), 404);
        assertThat(goods.resource("POST", path + "/transitions", "{\"to\": \"taken\"}")
                        .status())
                .isEqualTo(200);

        await().until(() -> told(item).size() == 1);
        var message = told(item).get(0);
        assertThat(message.signature().split(" ")).contains(signature(endpoint.json(), message));
    }

    private static List<JsonNode> spikes(MerchantApi department) {
        var answer = department.resource("GET", "/work-items?rule=refund-spike", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private List<Message> told(JsonNode item) {
        return received.stream()
                .filter(message -> JsonMapper.shared()
                        .readTree(message.body())
                        .at("/data/id")
                        .equals(item.path("id")))
                .toList();
    }

    /** As <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard Webhooks</a> has it. */
    private static String signature(JsonNode endpoint, Message message) throws GeneralSecurityException {
        var secret = endpoint.path("secret").stringValue().replace("whsec_", "");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
        var signed = mac.doFinal("%s.%s.%s"
                .formatted(message.id(), message.timestamp(), message.body())
                .getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    @Test
    void aDepartmentSeesItsOwnFiguresAsTheViewHasThem() {
        var events = fiveWeeks();
        Asserting.stored(operator.ingest(events, MerchantApi.Form.NDJSON), events.size());
        Asserting.settled(operator);
        var days = "from=%s&to=%s".formatted(today.minusDays(7), today);
        var view = operator.view(days).json().at("/total/metrics");
        for (var department : Map.of("goods", goods, "content", content).entrySet()) {
            for (var other : DEPARTMENTS) {
                if (other.equals(department.getKey())) {
                    assertAmong(view, whole(department.getValue(), other, days).at("/total/metrics"), other);
                } else {
                    Asserting.problem(
                            department.getValue().resource("GET", "/departments/" + other + "?" + days, ""), 403);
                }
            }
        }
        for (var department : DEPARTMENTS) {
            whole(operator, department, days);
        }
    }

    /** A service may be late, which the cockpit says; then it is asked again. */
    private static JsonNode whole(MerchantApi api, String department, String days) {
        return await().until(
                        () -> {
                            var answer = api.resource("GET", "/departments/" + department + "?" + days, "");
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                            return answer.json();
                        },
                        cockpit -> cockpit.path("complete").booleanValue());
    }

    /** A department's figures are some of the view's. */
    private static void assertAmong(JsonNode view, JsonNode figures, String what) {
        assertThat(figures.size()).as(what).isPositive();
        figures.properties().forEach(figure -> {
            var expected = view.path(figure.getKey());
            if (expected.isObject()) {
                assertAmong(expected, figure.getValue(), what + " " + figure.getKey());
            } else {
                assertThat(figure.getValue()).as("%s %s", what, figure.getKey()).isEqualTo(expected);
            }
        });
    }
}
