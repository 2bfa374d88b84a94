package io.factmatrix.creator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
    }

    /** The answer, which is that of success. */
    Answer ok() {
        assertThat(status()).as(text()).isIn(200, 201);
        return this;
    }

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(text());
    }

    String at(String pointer) {
        return json().at(pointer).asString();
    }

    String id() {
        return at("/id");
    }

    /** The items of a page. */
    List<JsonNode> items() {
        return json().get("items").valueStream().toList();
    }
}
