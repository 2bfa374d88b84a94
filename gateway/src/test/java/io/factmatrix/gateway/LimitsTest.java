package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService.Mood;
import io.factmatrix.gateway.testing.TestRedis;
import io.factmatrix.kit.testing.TestIssuer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

/** What one merchant may take, so that the others have theirs. */
@TestInstance(Lifecycle.PER_CLASS)
class LimitsTest {

    /** Slow enough that no token comes back while a test runs. */
    private static final String[] FIVE_REQUESTS = {
        "--fact.limits.merchants.five.per-second=1",
        "--fact.limits.merchants.five.burst=5",
        "--fact.limits.merchants.other.per-second=1",
        "--fact.limits.merchants.other.burst=5",
        "--fact.limits.spared-for=1ms"
    };

    private static final String EVENT = "/v1/merchants/%s/events/e-1?field=kol";

    private TestRedis redis;

    @BeforeAll
    void start() {
        redis = new TestRedis();
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    private RunningGateway gateway(String... settings) {
        var all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(FIVE_REQUESTS));
        return new RunningGateway(all.toArray(String[]::new));
    }

    @Test
    void everyAnswerTellsWhatIsLeft() {
        try (var gateway = gateway()) {
            var answer = get(gateway, "m1");
            assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"requests\";q=4000;w=2");
            assertThat(answer.headers().firstValue("RateLimit")).contains("\"requests\";r=3999;t=1");
            assertThat(get(gateway, "five").headers().firstValue("RateLimit-Policy"))
                    .contains("\"requests\";q=5;w=5");
        }
    }

    @Test
    void moreThanThatIsRefusedAndNobodyElseIs() {
        try (var gateway = gateway()) {
            for (int i = 0; i < 5; i++) {
                assertThat(get(gateway, "five").statusCode()).isEqualTo(200);
            }
            var refused = get(gateway, "five");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.headers().firstValue("RateLimit"))
                    .get()
                    .asString()
                    .startsWith("\"requests\";r=0;");
            assertThat(JsonMapper.shared().readTree(refused.body()).get("code").stringValue())
                    .isEqualTo("requests.too_many");
            assertThat(get(gateway, "other").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsRefusedForAnotherReasonFirstIsNotCounted() {
        try (var gateway = gateway()) {
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get(EVENT.formatted("five")).statusCode()).isEqualTo(404);
            }
            assertThat(get(gateway, "five").headers().firstValue("RateLimit"))
                    .get()
                    .asString()
                    .startsWith("\"requests\";r=4;");
        }
    }

    @Test
    void gatewaysCountTogetherThroughRedis() {
        var port = "--spring.data.redis.port=" + redis.port();
        try (var one = gateway(port, "--fact.limits.deadline=2s");
                var another = gateway(port, "--fact.limits.deadline=2s")) {
            int taken = 0;
            for (int i = 0; i < 10; i++) {
                taken += get(i % 2 == 0 ? one : another, "five").statusCode() == 200 ? 1 : 0;
            }
            // Each may have taken one in advance.
            assertThat(taken).isBetween(5, 7);
        }
    }

    @Test
    void withoutRedisEachGatewayCountsForItself() {
        try (var mine = new TestRedis();
                var gateway = gateway("--spring.data.redis.port=" + mine.port())) {
            assertThat(get(gateway, "other").statusCode()).isEqualTo(200);
            mine.stop();
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> get(gateway, "five").statusCode())
                    .toList();
            assertThat(answers).containsOnly(200, 429);
            assertThat(answers.stream().filter(status -> status == 200)).hasSizeBetween(5, 7);
            mine.restart();
            await().until(() -> get(gateway, "m1").statusCode() == 200);
        }
    }

    @Test
    void aMerchantWhoseRequestsHangLeavesRoomForOthers() {
        var clients = Executors.newFixedThreadPool(40);
        try (var gateway = gateway(
                "--fact.limits.reads.at-once=6",
                "--fact.limits.reads.waiting=9",
                "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s")) {
            gateway.kol().is(Mood.HANGING);
            var flood = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(gateway, "m1"), clients))
                    .toList();
            gateway.creator().is(Mood.WELL);
            for (int i = 0; i < 20; i++) {
                var answer = gateway.send(gateway.request("/v1/merchants/m2/events/e-1?field=creator")
                        .setHeader("Authorization", "Bearer " + token("m2"))
                        .build());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
            var answers = flood.stream().map(CompletableFuture::join).toList();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            });
            assertThat(answers).anySatisfy(answer -> assertThat(answer.body()).contains("\"overloaded\""));
        } finally {
            clients.shutdown();
        }
    }

    private static HttpResponse<String> get(RunningGateway gateway, String merchant) {
        return gateway.send(gateway.request(EVENT.formatted(merchant))
                .setHeader("Authorization", "Bearer " + token(merchant))
                .build());
    }

    private static String token(String merchant) {
        return TestIssuer.token(List.of(merchant), "integration", "operator");
    }
}
