package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.testing.TestIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a token: 401, and nothing is done. */
@TestInstance(Lifecycle.PER_CLASS)
class TokensTest {

    private static final String EVENT = "/v1/merchants/m1/events/e-1?field=kol";

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aGoodOneOpens() throws Exception {
        assertThat(with("Bearer " + gateway.token()).statusCode()).isEqualTo(200);
        assertThat(with("bearer " + gateway.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void aBadOneNever() throws Exception {
        gateway.reset();
        for (var bad : TestIssuer.wrongTokens().entrySet()) {
            var answer = with(bad.getValue());
            assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .as(bad.getKey())
                    .contains("Bearer");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JsonMapper.shared().readTree(answer.body()).get("code").stringValue())
                    .isEqualTo("token.invalid");
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
        assertThat(gateway.kol().requests()).isEmpty();
    }

    @Test
    void oneInThePlaceOfAParameterIsNone() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:%d%s&access_token=%s".formatted(gateway.port(), EVENT, gateway.token())))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void twoAreNone() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + EVENT))
                .header("Authorization", "Bearer " + TestIssuer.token(List.of("m2"), "operator"))
                .header("Authorization", "Bearer " + gateway.token())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isIn(400, 401, 404);
    }

    @Test
    void merchantsThatAreNoListAreNone() throws Exception {
        for (var merchants : List.of("m1", Map.of("m1", true), List.of(List.of("m1")), 1)) {
            var token = TestIssuer.token(claims -> claims.claim("merchants", merchants));
            assertThat(with("Bearer " + token).statusCode())
                    .as(String.valueOf(merchants))
                    .isEqualTo(404);
        }
        var noRoles = TestIssuer.token(claims -> claims.claim("roles", "operator"));
        assertThat(with("Bearer " + noRoles).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> with(String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + EVENT));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
