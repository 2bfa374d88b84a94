package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Examples;
import io.factmatrix.deploy.acceptance.document.Ids;
import io.factmatrix.deploy.acceptance.document.Operation;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A merchant that has one of everything of which the document shows how it is added. */
final class Furnished {

    private final MerchantApi api;
    private final ApiDocument document;
    private final Examples examples;
    private final Ids ids;

    private Furnished(MerchantApi api, ApiDocument document) {
        this.api = api;
        this.document = document;
        this.examples = new Examples(document);
        this.ids = new Ids(document);
    }

    static Furnished of(MerchantApi api) {
        var furnished = new Furnished(api, ApiDocument.of(api.document().text()));
        // What is above others comes first; what needs another's id may have to wait for it.
        furnished.post(operation -> !isTransition(operation));
        furnished.post(operation -> !isTransition(operation));
        // What was moved on may be closed to what was still to be added.
        furnished.post(Furnished::isTransition);
        furnished.list();
        assertThat(furnished.ids.of("room")).isNotEmpty();
        assertThat(furnished.ids.of("id")).as("events").isNotEmpty();
        return furnished;
    }

    private static boolean isTransition(Operation operation) {
        return operation.path().endsWith("/transitions");
    }

    private void post(Predicate<Operation> which) {
        examples.operations().stream()
                .filter(operation -> operation.method().equals("POST"))
                .filter(which)
                .filter(operation -> !body(operation).isMissingNode())
                .forEach(operation -> target(operation)
                        .map(target ->
                                api.resource("POST", target, body(operation).toString()))
                        .map(answer -> answer.headers().getOrDefault("location", ""))
                        .ifPresent(ids::learnLocation));
    }

    private void list() {
        examples.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .forEach(operation -> target(operation)
                        .map(target -> api.resource("GET", target, "", "Accept", "application/json"))
                        .filter(answer -> answer.ok() && isOneJsonValue(answer))
                        .ifPresent(answer ->
                                ids.learnItems(operation, answer.json().path("items"))));
    }

    /** A file of many lines is none, whatever was accepted. */
    private static boolean isOneJsonValue(Answer answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("application/json");
    }

    MerchantApi api() {
        return api;
    }

    ApiDocument document() {
        return document;
    }

    Examples examples() {
        return examples;
    }

    /** What the document shows for its body, about what this merchant has. */
    JsonNode body(Operation operation) {
        return examples.body(operation, ids);
    }

    /** Path and query of what it can be asked; empty where it has none of what that needs. */
    Optional<String> target(Operation operation) {
        return target(operation, id -> id);
    }

    /** The same, with ids that there are not. */
    Optional<String> unknown(Operation operation) {
        return target(operation, id -> id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0"));
    }

    private Optional<String> target(Operation operation, UnaryOperator<String> change) {
        var query = examples.query(operation, "");
        return examples.path(operation, ids, change).map(path -> query.isEmpty() ? path : path + "?" + query);
    }
}
