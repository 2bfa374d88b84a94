package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.document.Parameter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the document says can be asked: by whom, and about whom (scorecard 24 and 25). */
@ExtendWith(RunningStack.Shared.class)
class OperationsTest {

    private static final List<String> ROLES =
            List.of("integration", "operator", "content", "goods", "creators", "ads", "service", "admin");

    private final RunningStack stack;
    private final Furnished mine;

    OperationsTest(RunningStack stack) {
        this.stack = stack;
        this.mine = Furnished.of(stack.merchant(stack.newMerchant().merchant(), ROLES));
    }

    private static Answer call(MerchantApi api, Operation operation, String target, String body) {
        return api.resource(operation.method(), target, body, "Accept", "application/json, application/problem+json");
    }

    private String body(Operation operation) {
        var body = mine.body(operation);
        return body.isMissingNode() ? "" : body.toString();
    }

    /** Of an operation that there is no id for, with one that nobody has. */
    private String target(Operation operation) {
        return mine.target(operation)
                .orElseGet(() -> operation
                        .path()
                        .substring("/v1/merchants/{merchant}".length())
                        .replaceAll("\\{.*?}", "0"));
    }

    @Test
    void anothersMerchantAnswersAsNoneDoesInWhateverRole() {
        var stranger = stack.newMerchant().merchant();
        var others = List.of(mine.api().merchant(), "nobody-at-all");
        for (var role : Stream.concat(ROLES.stream(), Stream.of("none")).toList()) {
            var token = stack.token(stranger, List.of(role));
            for (var operation : mine.examples().operations()) {
                var answers = others.stream()
                        .map(other -> call(
                                new MerchantApi(stack.gateway(), () -> token, other),
                                operation,
                                target(operation),
                                body(operation)))
                        .toList();
                answers.forEach(answer -> Asserting.problem(answer, 404));
                assertThat(answers.stream()
                                .map(answer -> answer.text().replaceAll("merchant: [^ ]+ ", ""))
                                .distinct())
                        .as("%s as %s", operation, role)
                        .hasSize(1);
            }
        }
    }

    /** Somebody who may do everything at his own merchant, and has heard of an id of another's. */
    @Test
    void anothersIdAnswersAsOneThatThereIsNot() {
        var stranger = stack.merchant(stack.newMerchant().merchant(), ROLES);
        int tried = 0;
        for (var operation : mine.examples().operations()) {
            if (asksById(operation)) {
                var target =
                        mine.target(operation).orElseThrow(() -> new AssertionError(operation + ": no example of it"));
                var unknown = mine.unknown(operation).orElseThrow();
                var answers = Stream.of(target, unknown)
                        .map(asked -> call(stranger, operation, asked, body(operation)))
                        .toList();
                Asserting.problem(answers.get(0), 404);
                assertThat(withoutIds(answers.get(0), target))
                        .as(operation.toString())
                        .isEqualTo(withoutIds(answers.get(1), unknown));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(3);
    }

    /** What has the same name with every merchant is nobody's id. */
    private static boolean asksById(Operation operation) {
        return operation.parameters(Parameter.Place.PATH).stream()
                .filter(parameter -> !parameter.name().equals("merchant"))
                .anyMatch(parameter -> !parameter.schema().has("enum"));
    }

    private static String withoutIds(Answer answer, String target) {
        var text = answer.text();
        for (var part : target.replaceAll("\\?.*", "").split("/", -1)) {
            text = part.length() > 2 ? text.replace(part, "X") : text;
        }
        return text;
    }

    /** Names that run together the same way: of merchants, and of what is kept under a key that begins with one. */
    @Test
    void namesThatRunTogetherAreKeptApart() {
        var first = stack.newMerchant();
        var second = stack.merchant(first.merchant() + "-1", RunningStack.DEFAULT_ROLES);
        first.resource("POST", "/rooms", room("of the first"), "Idempotency-Key", "1-k");
        var other = second.resource("POST", "/rooms", room("of the second"), "Idempotency-Key", "k");
        assertThat(other.json().path("name").asString("")).isEqualTo("of the second");

        var events = List.of(
                Events.paid("a", "1", "1.00").with("shop", "a:b").with("product", "c"),
                Events.paid("b", "2", "20.00").with("shop", "a").with("product", "b:c"),
                Events.paid("c", "3", "300.00").with("touchpoint", "a:b").with("product", "c"),
                Events.paid("d", "4", "4000.00").with("touchpoint", "a").with("product", "b:c"));
        Asserting.stored(first.ingest(events, MerchantApi.Form.NDJSON), 4);
        Asserting.stored(second.ingest(events.subList(0, 1), MerchantApi.Form.NDJSON), 1);
        var all = "from=2025-06-01&to=2025-07-01";
        var sums = Map.of(
                "&shop=a:b&product=c", "1.00",
                "&shop=a&product=b:c", "20.00",
                "&touchpoint=a:b&product=c", "300.00",
                "&touchpoint=a&product=b:c", "4000.00");
        // Twice, for the second time it is remembered.
        for (int time = 0; time < 2; time++) {
            sums.forEach((filter, sum) ->
                    assertThat(gmv(first, all + filter)).as(filter).isEqualTo(sum));
            assertThat(gmv(first, all)).isEqualTo("4321.00");
            assertThat(gmv(second, all)).isEqualTo("1.00");
        }
    }

    private static String room(String name) {
        return "{\"name\":\"" + name + "\",\"platform\":\"douyin\"}";
    }

    private static String gmv(MerchantApi merchant, String parameters) {
        return merchant.view(parameters).json().at("/total/metrics/gmv").asString("");
    }

    /** Every wrong token at some operations, and at every operation some wrong tokens. */
    @Test
    void noWrongTokenOpensAnything() throws Exception {
        var client = HttpClient.newHttpClient();
        var operations = mine.examples().operations();
        var wrong =
                new ArrayList<>(stack.wrongTokens(mine.api().merchant(), ROLES).entrySet());
        for (int at = 0; at < Math.max(3 * operations.size(), 3 * wrong.size()); at++) {
            var operation = operations.get(at % operations.size());
            var token = wrong.get(at % wrong.size());
            var answer = client.send(request(operation, token.getValue()), BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as("%s with a token: %s", operation, token.getKey())
                    .isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(code(answer)).isEqualTo("token.invalid");
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        }
    }

    private static String code(HttpResponse<String> answer) {
        return Answer.of(
                        answer.statusCode(),
                        answer.headers().map(),
                        answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .json()
                .path("code")
                .asString("");
    }

    private HttpRequest request(Operation operation, String authorization) {
        var uri = URI.create(stack.gateway() + "/v1/merchants/" + mine.api().merchant() + target(operation));
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(body(operation)));
        return (authorization.isEmpty() ? request : request.header("Authorization", authorization)).build();
    }
}
