package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where an answered view is not what the oracle says: one readable line each, none when they are equal. */
public final class Differences {

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Compares the judged members; text is compared as text, so that a figure with one decimal too many is found. */
    public static List<String> between(Map<String, @Nullable Object> expected, JsonNode view) {
        var differences = new Differences();
        differences.compare("fields", expected.get("fields"), metricsOnly(view.path("fields")));
        differences.compare(
                "total",
                expected.get("total"),
                metricsOnly(Map.of("total", view.path("total"))).get("total"));
        differences.compare("otherCurrencies", expected.get("otherCurrencies"), otherCurrencies(view));
        return differences.found;
    }

    /** Compares the judged members of who was reached. */
    static List<String> betweenAudiences(Map<String, @Nullable Object> expected, JsonNode answer) {
        var differences = new Differences();
        differences.compare("audience", expected, Audience.judged(answer));
        return differences.found;
    }

    /** Compares the figures of a point in a series with those of its view. */
    static List<String> betweenPoints(Map<String, @Nullable Object> view, JsonNode point) {
        var fields = new TreeMap<String, Object>();
        point.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), Map.of("metrics", field.getValue())));
        var differences = new Differences();
        differences.compare("fields", view.get("fields"), fields);
        differences.compare("total", view.get("total"), Map.of("metrics", point.path("total")));
        return differences.found;
    }

    private static Map<String, Object> metricsOnly(JsonNode sections) {
        var named = new TreeMap<String, JsonNode>();
        sections.properties().forEach(section -> named.put(section.getKey(), section.getValue()));
        return metricsOnly(named);
    }

    private static Map<String, Object> metricsOnly(Map<String, JsonNode> sections) {
        var metrics = new TreeMap<String, Object>();
        sections.forEach((name, section) -> metrics.put(name, Map.of("metrics", section.path("metrics"))));
        return metrics;
    }

    /** By currency, then field; a field in which nothing moved may be listed or not. */
    private static Map<String, Object> otherCurrencies(JsonNode view) {
        var others = new TreeMap<String, Object>();
        for (var other : view.path("otherCurrencies")) {
            var sections = new TreeMap<String, Object>();
            other.path("fields").properties().forEach(field -> {
                if (moved(field.getValue())) {
                    sections.put(field.getKey(), field.getValue());
                }
            });
            sections.put("total", other.path("total"));
            others.put(other.path("currency").asString(), sections);
        }
        return others;
    }

    private static boolean moved(JsonNode sums) {
        return sums.properties().stream()
                .anyMatch(sum -> !sum.getValue().isString()
                        || new BigDecimal(sum.getValue().asString()).signum() != 0);
    }

    private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected == Oracle.OPEN) {
            if (actual == null) {
                differ(path, "to be there", "missing");
            }
        } else if (expected instanceof Estimate estimate) {
            if (!(actual instanceof JsonNode answer && estimate.allows(answer))) {
                differ(path, estimate, actual);
            }
        } else if (expected instanceof Map<?, ?> members) {
            compareMembers(path, members, actual);
        } else if (!equal(expected, actual)) {
            differ(path, expected, actual);
        }
    }

    private void compareMembers(String path, Map<?, ?> expected, @Nullable Object actual) {
        var members = members(actual);
        if (members == null) {
            differ(path, expected, actual);
            return;
        }
        var names = new TreeSet<String>(members.keySet());
        expected.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (var name : names) {
            if (!expected.containsKey(name)) {
                differ(path + "." + name, "not to be there", members.get(name));
            } else {
                compare(path + "." + name, expected.get(name), members.get(name));
            }
        }
    }

    private static @Nullable Map<String, Object> members(@Nullable Object actual) {
        var members = new TreeMap<String, Object>();
        if (actual instanceof JsonNode node && node.isObject()) {
            node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            return members;
        }
        if (actual instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
            return members;
        }
        return null;
    }

    private static boolean equal(@Nullable Object expected, @Nullable Object actual) {
        if (!(actual instanceof JsonNode node)) {
            return false;
        }
        if (expected == null) {
            return node.isNull();
        }
        if (expected instanceof BigInteger integer) {
            return node.isIntegralNumber() && node.bigIntegerValue().equals(integer);
        }
        if (expected instanceof BigDecimal decimal) {
            return node.isNumber() && node.decimalValue().compareTo(decimal) == 0;
        }
        if (expected instanceof Boolean truth) {
            return node.isBoolean() && node.booleanValue() == truth;
        }
        return node.isString() && node.asString().equals(expected);
    }

    private void differ(String path, @Nullable Object expected, @Nullable Object actual) {
        found.add(path + ": " + (actual == null ? "missing" : actual) + " (expected: " + expected + ")");
    }
}
