package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.merchant.Role;
import io.factmatrix.kit.testing.TestIssuer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the OpenAPI document × every role × one's own merchant and others. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTest {

    /** Another one's, one that there is not, and what is none; all of a length, so that answers can be compared. */
    private static final List<String> OTHERS = List.of("m2", "zz", "M1", "-1", "%2e", "m%2F");

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private RunningGateway gateway;

    private record Operation(String method, String path, List<String> roles) {

        String at(String merchant) {
            return path.replace("{merchant}", merchant).replaceAll("\\{\\w+}", "x-1");
        }
    }

    @BeforeAll
    void start() throws IOException {
        gateway = new RunningGateway();
        var paths = JsonMapper.shared()
                .readTree(new ClassPathResource("openapi.json").getContentAsString(UTF_8))
                .required("paths");
        paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("responses"))
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                roles(operation.getValue())))));
        assertThat(operations).hasSizeGreaterThan(10);
    }

    private static List<String> roles(JsonNode operation) {
        return operation
                .required("security")
                .valueStream()
                .map(one -> one.required("token").get(0).stringValue())
                .toList();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void anothersMerchantAnswersAsNoneDoesInWhateverRole() {
        gateway.reset();
        operations.parallelStream().forEach(operation -> {
            for (var role : roles()) {
                var token = token(role);
                var answers = OTHERS.stream()
                        .map(merchant -> {
                            var answer = call(operation, merchant, token);
                            assertThat(answer.statusCode())
                                    .as("%s at %s as %s", operation, merchant, role)
                                    .isIn(merchant.equals("%2e") ? List.of(400) : List.of(404));
                            return answer;
                        })
                        .filter(answer -> answer.statusCode() == 404)
                        .map(answer -> answer.body().replaceAll("merchant: [^ ]+ ", "merchant: X "))
                        .distinct();
                assertThat(answers).as("%s as %s", operation, role).hasSize(1);
            }
        });
        assertNobodyWasAsked();
    }

    @Test
    void aRoleThatMayNotIsToldWhichMay() {
        operations.parallelStream().forEach(operation -> {
            for (var role : roles()) {
                var answer = call(operation, "m1", token(role));
                if (operation.roles().contains(role)) {
                    assertThat(answer.statusCode())
                            .as("%s as %s", operation, role)
                            .isNotIn(401, 403);
                    assertThat(answer.body()).doesNotContain("merchant.unknown");
                } else {
                    assertThat(answer.statusCode())
                            .as("%s as %s", operation, role)
                            .isEqualTo(403);
                    assertThat(answer.body()).contains("role.missing").contains(operation.roles());
                }
            }
        });
    }

    @Test
    void withoutAGoodTokenThereIsNothing() {
        gateway.reset();
        for (var operation : operations) {
            for (var merchant : List.of("m1", "m2", "zz")) {
                assertThat(call(operation, merchant, "nonsense").statusCode())
                        .as("%s at %s", operation, merchant)
                        .isEqualTo(401);
            }
        }
        assertNobodyWasAsked();
    }

    /** Of every word that there is, and some that there are not. */
    private static List<String> roles() {
        return Stream.concat(Stream.of(Role.values()).map(Role::word), Stream.of("OPERATOR", "root", ""))
                .toList();
    }

    private String token(String role) {
        return tokens.computeIfAbsent(role, word -> TestIssuer.token(List.of("m1"), word));
    }

    private void assertNobodyWasAsked() {
        assertThat(Stream.of(gateway.livestream(), gateway.creator(), gateway.campaign(), gateway.kol())
                        .flatMap(service -> service.requests().stream()))
                .isEmpty();
    }

    private HttpResponse<String> call(Operation operation, String merchant, String token) {
        return gateway.send(gateway.request(operation.at(merchant) + "?field=kol")
                .setHeader("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        operation.method(),
                        operation.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("[]"))
                .build());
    }
}
