package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The list of corrections, held against the views that it explains: for days that are over, a view as of one moment and what was
 * corrected until another come to the view as of that.
 */
final class Corrections {

    private static final List<String> MONEY = List.of("gmv", "refunds", "refundsOfPeriod", "cost");
    private static final int PAGES = 1_000;

    private Corrections() {}

    /**
     * Where the two differ.
     *
     * @param query of days that were over when the first event was recorded, of all shops, products and touchpoints
     */
    static List<String> differences(MerchantApi api, ViewQuery query, Instant since, int limit) {
        var wrong = new ArrayList<String>();
        var told = new TreeMap<String, BigDecimal>();
        var parameters = "since=%s&zone=%s&limit=%d"
                .formatted(
                        ViewQuery.encoded(since.toString()),
                        ViewQuery.encoded(query.zone().getId()),
                        limit);
        var cursor = "";
        for (int page = 0; page < PAGES; page++) {
            var answer = api.corrections(parameters + cursor);
            var list = answer.ok() ? answer.json() : null;
            if (list == null
                    || !list.path("complete").asBoolean()
                    || list.path("items").size() > limit) {
                wrong.add("corrections " + parameters + ": " + answer);
                return wrong;
            }
            list.path("items").forEach(item -> add(told, query.currency(), item));
            if (!list.path("nextCursor").isString()) {
                compare(api, query, since, Instant.parse(list.path("until").asString("")), told, wrong);
                return wrong;
            }
            cursor = "&cursor=" + ViewQuery.encoded(list.path("nextCursor").asString());
        }
        wrong.add("corrections " + parameters + ": no end");
        return wrong;
    }

    private static void add(Map<String, BigDecimal> told, String currency, JsonNode item) {
        var in = item.path("currency");
        if (in.isNull() || currency.equals(in.asString(""))) {
            add(told, item.path("field").asString("") + ".", item.path("changes"), 1);
        }
    }

    private static void compare(
            MerchantApi api,
            ViewQuery query,
            Instant since,
            Instant until,
            Map<String, BigDecimal> told,
            List<String> wrong) {
        var expected = new TreeMap<String, BigDecimal>();
        add(expected, api.view(query.withAsOf(until)).json(), 1);
        add(expected, api.view(query.withAsOf(since)).json(), -1);
        expected.values().removeIf(change -> change.signum() == 0);
        told.values().removeIf(change -> change.signum() == 0);
        if (!told.equals(expected)) {
            wrong.add("corrections from %s to %s: %s (expected: %s)".formatted(since, until, told, expected));
        }
    }

    private static void add(Map<String, BigDecimal> figures, JsonNode view, int sign) {
        view.path("fields")
                .properties()
                .forEach(field -> add(figures, field.getKey() + ".", judged(field.getValue()), sign));
        figures.merge(
                "total.orders",
                new BigDecimal(view.at("/total/metrics/orders").asString("0")).multiply(BigDecimal.valueOf(sign)),
                BigDecimal::add);
    }

    /** Of a field's metrics those that are sums. */
    private static JsonNode judged(JsonNode section) {
        var sums = JsonNodeFactory.instance.objectNode();
        var metrics = section.path("metrics");
        var names = new ArrayList<>(MONEY);
        names.addAll(List.of("costByCategory", "orders", "units", "newBuyers", "tickets"));
        names.addAll(Facts.COUNTERS);
        names.stream().filter(metrics::has).forEach(name -> sums.set(name, metrics.get(name)));
        return sums;
    }

    private static void add(Map<String, BigDecimal> figures, String prefix, JsonNode changes, int sign) {
        changes.properties().forEach(change -> {
            var value = change.getValue();
            if (value.isObject()) {
                add(figures, prefix + change.getKey() + ".", value, sign);
            } else if (!value.isNull()) {
                figures.merge(
                        prefix + change.getKey(),
                        new BigDecimal(value.asString()).multiply(BigDecimal.valueOf(sign)),
                        BigDecimal::add);
            }
        });
    }
}
