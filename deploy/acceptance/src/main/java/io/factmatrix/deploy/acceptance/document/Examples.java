package io.factmatrix.deploy.acceptance.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the document shows them, with the ids of what there is. */
public final class Examples {

    private static final String OF_A_MERCHANT = "/v1/merchants/{merchant}";

    private final ApiDocument document;

    public Examples(ApiDocument document) {
        this.document = document;
    }

    /** The operations below a merchant. */
    public List<Operation> operations() {
        return document.operations().stream().filter(Operation::isOfAMerchant).toList();
    }

    /**
     * The path below the merchant, with the newest id of each kind; where there is none of it the one that the document shows, which nobody has; empty where that shows
     * none.
     *
     * @param change of each id
     */
    public Optional<String> path(Operation operation, Ids ids, UnaryOperator<String> change) {
        var path = operation.path().substring(OF_A_MERCHANT.length());
        for (var parameter : operation.parameters(Parameter.Place.PATH)) {
            var known = ids.of(parameter.name());
            var id =
                    known.isEmpty() ? parameter.definition().path("example").asString("") : known.get(known.size() - 1);
            if (!id.isEmpty()) {
                path = path.replace("{" + parameter.name() + "}", Writing.encoded(change.apply(id)));
            }
        }
        return path.contains("{") ? Optional.empty() : Optional.of(path);
    }

    /** What it must be asked with, but for that parameter, in the form {@code a=b&c=d}; empty where there is nothing. */
    public String query(Operation operation, String but) {
        return operation.parameters(Parameter.Place.QUERY).stream()
                .filter(parameter -> parameter.required() && !parameter.name().equals(but))
                .map(parameter -> parameter.name() + "=" + Writing.encoded(value(parameter)))
                .collect(Collectors.joining("&"));
    }

    private String value(Parameter parameter) {
        var schema = document.resolved(parameter.schema());
        return Stream.of(
                        parameter.definition().path("example"),
                        parameter.definition().path("examples").path(0),
                        schema.path("default"),
                        schema.path("examples").path(0),
                        schema.path("enum").path(0))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .map(value -> value.asString(""))
                .orElse("");
    }

    /** The JSON that is shown for its body, the first where there are several, with the newest id of each kind that is shown; missing where none is. */
    public JsonNode body(Operation operation, Ids ids) {
        return bodies(operation)
                .findFirst()
                .map(body -> withIds(body.deepCopy(), shown(ids)))
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    /** By the id that the document shows of a kind of thing, the newest one of those that there are. */
    private Map<String, String> shown(Ids ids) {
        var shown = new HashMap<String, String>();
        for (var operation : operations()) {
            for (var parameter : operation.parameters(Parameter.Place.PATH)) {
                var known = ids.of(parameter.name());
                if (!known.isEmpty() && parameter.definition().has("example")) {
                    shown.put(parameter.definition().path("example").asString(""), known.get(known.size() - 1));
                }
            }
        }
        return shown;
    }

    private static JsonNode withIds(JsonNode body, Map<String, String> shown) {
        if (body instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(name -> {
                var id = shown.get(object.path(name).asString(""));
                if (id != null) {
                    object.put(name, id);
                }
            });
        }
        return body;
    }

    /** All JSON that is shown for its body. */
    public Stream<JsonNode> bodies(Operation operation) {
        var media = operation.bodies().getOrDefault("application/json", JsonNodeFactory.instance.missingNode());
        return Stream.concat(
                        Stream.of(media.path("example")),
                        media.path("examples").valueStream().map(one -> one.path("value")))
                .filter(example -> !example.isMissingNode());
    }
}
