package io.factmatrix.deploy.acceptance.document;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A parameter of an operation.
 *
 * @param definition as it is documented, references followed
 */
public record Parameter(String name, Place place, boolean required, JsonNode definition) {

    /** Where a parameter stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }

    public JsonNode schema() {
        return definition.path("schema");
    }

    /** Whether several values stand in one, separated by commas; else each is a parameter of its own. */
    public boolean isJoined() {
        return !definition.path("explode").asBoolean(place == Place.QUERY);
    }

    /** What stands in the request, as the schema means it: a number where it may be one and reads as one, else text. */
    public static JsonNode read(JsonNode schema, String text) {
        var json = JsonNodeFactory.instance;
        return switch (schema.path("type").asString("")) {
            case "integer", "number" ->
                text.matches("-?(0|[1-9][0-9]*)") ? json.numberNode(new BigInteger(text)) : json.stringNode(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? json.booleanNode(Boolean.parseBoolean(text))
                        : json.stringNode(text);
            default -> json.stringNode(text);
        };
    }
}
