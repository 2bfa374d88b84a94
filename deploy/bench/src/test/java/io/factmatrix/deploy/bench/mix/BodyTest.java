package io.factmatrix.deploy.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodyTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EVENTS = 1_000;

    private final Body body =
            new Mix(100, 50, 7).bodiesOfAllFields(List.of("m1"), 1, EVENTS).get(0);

    @Test
    void everySendingHasNewIdsOnTheNextDay() {
        var first = lines(body.stamp(1));
        var second = lines(body.stamp(2));

        var ids = new HashSet<String>();
        first.forEach(line -> ids.add(line.at("/id").asString()));
        second.forEach(line -> ids.add(line.at("/id").asString()));
        assertThat(ids).hasSize(2 * EVENTS);
        assertThat(first).allMatch(line -> line.at("/occurredAt").asString().startsWith("2025-01-01T"));
        assertThat(second).allMatch(line -> line.at("/occurredAt").asString().startsWith("2025-01-02T"));
    }

    @Test
    void refundsAreOfTheSendingBefore() {
        var paid = new HashMap<String, Long>();
        for (var line : lines(body.stamp(1))) {
            if (line.at("/type").asString().equals("order.paid")) {
                paid.put(key(line), fen(line));
            }
        }
        var refunds = lines(body.stamp(2)).stream()
                .filter(line -> line.at("/type").asString().equals("order.refunded"))
                .toList();

        assertThat(refunds).isNotEmpty().allMatch(line -> paid.getOrDefault(key(line), 0L) == 2 * fen(line));
    }

    @Test
    void theSumsAreThoseOfTheLines() {
        Map<String, FieldSums> sums = new HashMap<>();
        var orders = new HashMap<String, HashSet<String>>();
        for (var line : lines(body.stamp(1))) {
            var field = line.at("/field").asString();
            sums.merge(field, sums(line), FieldSums::plus);
            if (line.at("/type").asString().equals("order.paid")) {
                orders.computeIfAbsent(field, none -> new HashSet<>())
                        .add(line.at("/order").asString());
            }
        }
        orders.forEach((field, distinct) ->
                sums.merge(field, new FieldSums(0, 0, 0, 0, distinct.size(), 0, 0), FieldSums::plus));

        assertThat(sums).hasSize(4).isEqualTo(body.sums());
    }

    private static FieldSums sums(JsonNode line) {
        return switch (line.at("/type").asString()) {
            case "order.paid" ->
                new FieldSums(1, fen(line), 0, line.at("/quantity").asLong(), 0, 0, 0);
            case "order.refunded" -> new FieldSums(1, 0, fen(line), 0, 0, 0, 0);
            case "cost" -> new FieldSums(1, 0, 0, 0, 0, fen(line), 0);
            default -> new FieldSums(1, 0, 0, 0, 0, 0, line.at("/impressions").asLong(0));
        };
    }

    private static String key(JsonNode line) {
        return line.at("/field").asString() + " " + line.at("/order").asString() + " "
                + line.at("/line").asString("1");
    }

    private static long fen(JsonNode line) {
        return line.at("/amount/amount").asDecimal().movePointRight(2).longValueExact();
    }

    private static List<JsonNode> lines(byte[] body) {
        var lines = new ArrayList<JsonNode>();
        new String(body, StandardCharsets.UTF_8).lines().forEach(line -> lines.add(JSON.readTree(line)));
        return lines;
    }
}
