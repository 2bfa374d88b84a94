package io.factmatrix.deploy.acceptance.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A method at a path.
 *
 * @param path with {@code {names}} in it
 * @param bodies the schema of each media type that may be sent, with its examples; empty where there is no body
 * @param roles any of which may call it; empty where no token is needed
 * @param responses by status or {@code default}, references followed
 */
public record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        boolean bodyRequired,
        Set<String> roles,
        Map<String, JsonNode> responses) {

    public boolean isOfAMerchant() {
        return path.contains("{merchant}");
    }

    public List<Parameter> parameters(Parameter.Place place) {
        return parameters.stream()
                .filter(parameter -> parameter.place() == place)
                .toList();
    }

    /** What is said of answers of that status by itself; missing where nothing is. */
    public JsonNode response(int status) {
        return responses.getOrDefault(Integer.toString(status), JsonNodeFactory.instance.missingNode());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
