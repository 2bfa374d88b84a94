package io.factmatrix.deploy.acceptance;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The list of conflicts as it is read, page by page to its end. */
final class Conflicts {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A page may be short, or empty, while a field does not answer; but not for ever. */
    private static final int PAGES_BEYOND = 100;

    private Conflicts() {}

    /** All behind that cursor, null for the first, by a query string without it; findings go to {@code wrong}. */
    static List<JsonNode> read(MerchantApi api, String query, @Nullable String begun, int limit, List<String> wrong) {
        var items = new ArrayList<JsonNode>();
        var cursor = begun;
        for (int page = 0; page <= items.size() / limit + PAGES_BEYOND; page++) {
            var answer = api.conflicts(
                    query + "&limit=" + limit + (cursor == null ? "" : "&cursor=" + ViewQuery.encoded(cursor)));
            if (!answer.ok() || answer.json().path("items").size() > limit) {
                wrong.add("conflicts " + query + ": " + answer + " (expected: at most " + limit + " items)");
                return items;
            }
            var json = answer.json();
            json.path("items").forEach(items::add);
            if (json.path("complete").asBoolean() != json.path("missing").isEmpty()) {
                wrong.add("conflicts: complete contradicts missing: " + answer);
            }
            if (!json.path("nextCursor").isString()) {
                return items;
            }
            cursor = json.path("nextCursor").asString();
        }
        wrong.add("conflicts " + query + ": no end after " + items);
        return items;
    }

    /** Where what is listed is not what the oracle says: nothing less, nothing more, nothing twice, each with its amounts. */
    static List<String> differences(Oracle oracle, MerchantApi api, int limit) {
        var wrong = new ArrayList<String>();
        var expected = oracle.conflicts();
        compare(expected, read(api, "", null, limit, wrong), wrong);
        for (var field : Event.FIELDS) {
            var ofField = only(expected, item -> field.equals(item.get("field")));
            compare(ofField, read(api, "field=" + field, null, limit, wrong), wrong);
        }
        for (var kind : List.of("line.outclaimed", "refund.outclaimed", "refund.invalid")) {
            var ofKind = only(expected, item -> kind.equals(item.get("kind")));
            compare(ofKind, read(api, "kind=" + kind, null, limit, wrong), wrong);
        }
        return wrong;
    }

    private static Map<Event.Key, Map<String, @Nullable Object>> only(
            Map<Event.Key, Map<String, @Nullable Object>> items, Predicate<Map<String, @Nullable Object>> which) {
        var only = new HashMap<>(items);
        only.values().removeIf(which.negate());
        return only;
    }

    private static void compare(
            Map<Event.Key, Map<String, @Nullable Object>> expected, List<JsonNode> listed, List<String> wrong) {
        var left = new HashMap<>(expected);
        for (var item : listed) {
            var itsExpected = left.remove(new Event.Key(
                    item.path("field").asString(""), item.path("event").asString("")));
            if (itsExpected == null) {
                wrong.add("listed as a conflict, but none or twice: " + item);
            } else if (!judged(item).equals(JSON.valueToTree(itsExpected))) {
                wrong.add("conflict " + item + " (expected: " + itsExpected + ")");
            }
        }
        left.values().forEach(item -> wrong.add("not listed as a conflict: " + item));
    }

    /** Without what only the installation knows, and with moments as moments. */
    private static JsonNode judged(JsonNode item) {
        var judged = (ObjectNode) item.deepCopy();
        judged.remove("recordedAt");
        var occurredAt = OffsetDateTime.parse(judged.path("occurredAt").asString(""));
        return judged.put("occurredAt", occurredAt.toInstant().toString());
    }
}
