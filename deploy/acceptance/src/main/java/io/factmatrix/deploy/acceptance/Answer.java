package io.factmatrix.deploy.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came back of one call.
 *
 * @param status 0 when nothing did
 * @param headers the first value of each, by lower-case name
 */
public record Answer(Outcome outcome, int status, Map<String, String> headers, String text) {

    /** Of an unknown call nobody can say whether it was done: it is neither a success nor a failure. */
    public enum Outcome {
        OK,
        REFUSED,
        UNKNOWN
    }

    private static final List<String> NOT_OF_THE_VIEW = List.of("asOf", "watermark", "settledTo");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Answer of(int status, Map<String, List<String>> headers, byte[] body) {
        var first = new TreeMap<String, String>();
        headers.forEach((name, values) -> first.put(name, values.get(0)));
        return new Answer(
                status < 400 ? Outcome.OK : Outcome.REFUSED, status, first, new String(body, StandardCharsets.UTF_8));
    }

    static Answer unknown(String why) {
        return new Answer(Outcome.UNKNOWN, 0, Map.of(), why);
    }

    public boolean ok() {
        return outcome == Outcome.OK;
    }

    /** The body read as JSON. */
    public JsonNode json() {
        return JSON.readTree(text);
    }

    /** The events of an NDJSON body. */
    public List<JsonNode> lines() {
        var lines = new ArrayList<JsonNode>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }

    /** The body as it is compared wherever two views must be identical: without asOf, watermark and settledTo. */
    public String viewBytes() {
        var view = json();
        strip(view);
        return JSON.writeValueAsString(view);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(NOT_OF_THE_VIEW);
        }
        node.forEach(Answer::strip);
    }

    @Override
    public String toString() {
        return status + " " + (text.length() <= 2000 ? text : text.substring(0, 2000) + "…");
    }
}
