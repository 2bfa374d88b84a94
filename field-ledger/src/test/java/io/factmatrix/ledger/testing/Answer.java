package io.factmatrix.ledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
    }

    /** The answer, which is that of success. */
    public Answer ok() {
        assertThat(status()).as(text()).isIn(200, 201);
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        return JSON.readTree(text());
    }

    public String at(String pointer) {
        return json().at(pointer).asString();
    }

    public String id() {
        return at("/id");
    }

    /** The items of a page. */
    public List<JsonNode> items() {
        return json().get("items").valueStream().toList();
    }
}
