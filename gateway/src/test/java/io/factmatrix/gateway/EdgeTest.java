package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What passes the front door, and what goes with it. */
@TestInstance(Lifecycle.PER_CLASS)
class EdgeTest {

    private static final String VIEW = "/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-06-19";
    private static final String EVENT = "/v1/merchants/m1/events/e-1?field=kol";
    private static final String CONSOLE = "https://console.example.com";

    private RunningGateway gateway;
    private RunningGateway open;

    @BeforeAll
    void start() {
        gateway = new RunningGateway();
        open = new RunningGateway("--fact.cors.origins=" + CONSOLE);
    }

    @AfterAll
    void stop() {
        gateway.close();
        open.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Real-IP",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X_Forwarded_For",
                "Forwarded",
                "X-Tenant-Id",
                "X-Merchant",
                "merchant",
                "X-User",
                "X-Original-URL",
                "X-Rewrite-Url",
                "X-HTTP-Method-Override",
                "Cookie",
                "Proxy-Authorization",
                "authorization_",
                "X_Authorization",
                "Anything-Else"
            })
    void whatAServiceNeedNotKnowIsNotHandedOn(String name) {
        send(name + ": m2", EVENT);
        assertThat(handedOn()).containsKey("authorization").doesNotContainKey(name.toLowerCase(Locale.ROOT));
    }

    @Test
    void whatTheClientMeansForTheNextHopOnlyIsNotHandedOn() {
        send("Connection: close, If-Match, X-Secret\r\nIf-Match: \"1\"\r\nX-Secret: 1", EVENT);
        assertThat(handedOn()).doesNotContainKeys("if-match", "x-secret");
        gateway.reset();
        send("If-Match: \"1\"\r\nIdempotency-Key: k", EVENT);
        assertThat(handedOn()).containsEntry("if-match", "\"1\"").containsEntry("idempotency-key", "k");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/merchants/m1/..;/m2/operating-view",
                "/v1/merchants/m2/..;x=y/m1/operating-view",
                "/v1/merchants/m1;x/operating-view",
                "/v1/merchants/m1/%2e%2e/m2/operating-view",
                "/v1/merchants/m1/%2E%2e/m2/operating-view",
                "/v1/merchants/m1/.%2e/m2/operating-view",
                "/v1/merchants/m1/./operating-view",
                "/v1/merchants/m1/%2e/operating-view",
                "/v1/merchants/m1//operating-view",
                "//v1/merchants/m1/operating-view",
                "/v1/merchants/m1/events/..?field=kol",
                "/v1/merchants/m1/events/%2e%2e?field=kol",
                "/v1/merchants/m1/events/e-1;x?field=kol",
                "/livez/../v1/merchants/m1/operating-view",
                "/docs/%2e%2e/v1/merchants/m1/operating-view",
                "/docs/ui/..;/page.js"
            })
    void aPathThatMayBeReadInTwoWaysIsRefused(String path) {
        var answer = send("X: y", path);
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"path.invalid\"");
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/merchants/m1%2f..%2fm2/operating-view",
                "/v1/merchants/m1%2Foperating-view",
                "/v1%2fmerchants/m1/operating-view",
                "/v1/merchants/m1%00/operating-view",
                "/v1/merchants/M1/operating-view",
                "/v1/merchants/m1%20/operating-view",
                "/v1/merchants/%6d2/operating-view",
                "/V1/merchants/m1/operating-view",
                "/v1/merchants/m1/operating-view/"
            })
    void aPathThatLooksLikeAnotherIsNone(String path) {
        var answer = send("X: y", path);
        assertThat(answer).containsPattern("^HTTP/1.1 40[04] ").contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/merchants/m1/operating-view, 'GET, HEAD'",
        "POST, /v1/merchants/m1/events/e-1, 'GET, HEAD'",
        "PUT, /v1/merchants/m1/events, 'GET, HEAD, POST'",
        "FOO, /v1/merchants/m1/conflicts, 'GET, HEAD'",
        "POST, /openapi.json, GET",
        "DELETE, /livez, GET",
    })
    void aMethodThatAPathDoesNotKnowIsToldThoseThatItDoes(String method, String path, String allowed) {
        var answer = gateway.send(
                gateway.request(path).method(method, BodyPublishers.noBody()).build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(405);
        assertProblem(answer, "method.unsupported");
        assertThat(String.join(", ", answer.headers().allValues("Allow")))
                .satisfies(named -> assertThat(named.replace(" ", "").split(","))
                        .contains(allowed.replace(" ", "").split(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a/b/c, ;;;", "application/json;q=2", "text/html", "MANY"})
    void whatIsAcceptedMustBeReadAndAnswered(String accepted) {
        var header = "Accept: " + accepted.replace("MANY", "a/b, ".repeat(100) + "*/*");
        for (var path : List.of(VIEW, "/livez", "/openapi.json", "/v1/merchants/m1/conflicts")) {
            assertThat(send(header, path))
                    .as(path)
                    .startsWith("HTTP/1.1 406 ")
                    .contains("application/problem+json", "\"code\":\"accept.unsupported\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1", "bytes=9-1", "bytes=99999999-", "lines=1"})
    void noPartOfADocumentIsAskedFor(String range) {
        for (var path : List.of("/openapi.json", "/docs")) {
            assertThat(send("Range: " + range, path))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("Accept-Ranges")
                    .endsWith(gateway.get(path).body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VIEW, EVENT, "/openapi.json", "/nothing", "/v1/merchants/m1/nothing", "/livez"})
    void everyAnswerIsGuarded(String path) {
        var headers = gateway.get(path).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
        headers.map().forEach((name, values) -> assertThat(values).as(name).hasSize(1));
    }

    @Test
    void thePageOfTheDocumentationRunsNothingFromElsewhere() {
        assertThat(gateway.get("/docs").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void noPageElsewhereMayCallItUnlessItsOriginIsNamed() throws Exception {
        assertProblem(preflight(gateway, CONSOLE), "origin.refused");
        assertThat(preflight(gateway, CONSOLE).headers().map()).doesNotContainKey("access-control-allow-origin");
        var closed =
                gateway.send(gateway.request(EVENT).header("Origin", CONSOLE).build());
        assertThat(closed.headers().map()).doesNotContainKey("access-control-allow-origin");

        var named = preflight(open, CONSOLE);
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.headers().firstValue("Access-Control-Allow-Origin")).contains(CONSOLE);
        assertThat(named.headers().firstValue("Access-Control-Allow-Headers"))
                .get()
                .asString()
                .containsIgnoringCase("authorization");
        assertThat(named.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertProblem(preflight(open, "https://evil.example.com"), "origin.refused");
        var answered = open.send(open.request(EVENT).header("Origin", CONSOLE).build());
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue("Access-Control-Allow-Origin")).contains(CONSOLE);
        assertThat(answered.headers().firstValue("Access-Control-Expose-Headers"))
                .get()
                .asString()
                .contains("ETag", "RateLimit");
        var stranger = open.send(
                open.request(EVENT).header("Origin", "https://evil.example.com").build());
        assertProblem(stranger, "origin.refused");
    }

    @Test
    void whoRunsItLooksAtAnotherPort() throws Exception {
        var other = gateway.setting("local.management.port");
        assertThat(other).isNotEqualTo(Integer.toString(gateway.port()));
        var health = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + other + "/actuator/health"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        var business = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + other + VIEW))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(business.statusCode()).isIn(401, 404);
        for (var path : new String[] {"/actuator", "/actuator/health", "/actuator/env", "/health", "/metrics"}) {
            assertThat(send("X: y", path)).startsWith("HTTP/1.1 404 ").contains("\"path.unknown\"");
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 404 ");
        }
    }

    private static HttpResponse<String> preflight(RunningGateway gateway, String origin) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + VIEW))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).get("code").stringValue())
                .isEqualTo(code);
    }

    private Map<String, String> handedOn() {
        return gateway.kol().lastHeaders();
    }

    /** As it is written: clients would tidy up the path, and refuse some headers. */
    private String send(String header, String path) {
        return raw("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n%s\r\n"
                .formatted(
                        path,
                        gateway.token(),
                        header,
                        header.startsWith("Connection") ? "X: y\r\n" : "Connection: close\r\n"));
    }

    private String raw(String request) {
        try (var socket = new Socket("localhost", gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
