package io.factmatrix.gateway.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.Caller;
import io.factmatrix.gateway.guard.Guards;
import io.factmatrix.kit.merchant.MerchantId;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** A service with 1,100 things, told in pages behind cursors that no query could hold as they are. */
class FieldResourcesTest {

    private static final Caller CALLER = new Caller(MerchantId.of("m1"), "Bearer x");
    private static final int THINGS = 1_100;
    private static final String MARK = "a+b&c=/{d} 位";

    private static final List<Map<String, List<String>>> ASKED = new CopyOnWriteArrayList<>();
    private static DisposableServer service;

    record Thing(int number) {}

    @BeforeAll
    static void serve() {
        service = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/v1/merchants/m1/things", (request, response) -> {
                    var asked = new QueryStringDecoder(request.uri()).parameters();
                    ASKED.add(asked);
                    return response.header("Content-Type", "application/json").sendString(Mono.just(page(asked)));
                }))
                .bindNow();
    }

    @AfterAll
    static void stop() {
        service.disposeNow();
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
    }

    private static String page(Map<String, List<String>> asked) {
        int from = Integer.parseInt(
                asked.getOrDefault("cursor", List.of("0")).get(0).replace(MARK, ""));
        int to = Math.min(
                THINGS,
                from
                        + Integer.parseInt(
                                asked.getOrDefault("limit", List.of("0")).get(0)));
        var page = new TreeMap<String, Object>();
        page.put(
                "items",
                IntStream.range(from, to).mapToObj(number -> new Thing(number)).toList());
        if (to < THINGS) {
            page.put("nextCursor", MARK + to);
        }
        return JsonMapper.shared().writeValueAsString(page);
    }

    private static FieldResources resources() {
        var guard = new Guards(CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults())
                .guard("test", Duration.ofSeconds(30), 4, Duration.ofMillis(1));
        return new FieldResources("kol", WebClient.create("http://127.0.0.1:" + service.port()), guard);
    }

    private static final ParameterizedTypeReference<Thing> THING = ParameterizedTypeReference.forType(Thing.class);

    @Test
    void aListIsReadToItsEndInItsOrder() {
        var all = resources()
                .all(CALLER, "things", THING, Map.of("state", "live & well"))
                .map(Thing::number)
                .collectList()
                .block();
        assertThat(all)
                .containsExactlyElementsOf(IntStream.range(0, THINGS).boxed().toList());
        assertThat(ASKED)
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked)
                        .containsEntry("state", List.of("live & well"))
                        .containsEntry("limit", List.of("500")));
    }

    @Test
    void whatIsNotTakenIsNotRead() {
        assertThat(resources()
                        .all(CALLER, "things", THING, Map.of())
                        .take(10)
                        .collectList()
                        .block())
                .hasSize(10);
        assertThat(ASKED).hasSizeLessThan(3);
    }

    @Test
    void aPageIsNoLongerThanAskedFor() {
        var page =
                resources().page(CALLER, "things", THING, Map.of(), 7, MARK + 3).block();
        assertThat(Objects.requireNonNull(page).items()).hasSize(7).startsWith(new Thing(3));
        assertThat(page.nextCursor()).isEqualTo(MARK + 10);
    }
}
