package io.factmatrix.deploy.acceptance;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What must hold in every single answer, faults or not, and between the answers that one reader gets after another. One
 * instance a reader; each check returns what is wrong, one line each.
 */
public final class Invariants {

    private static final List<String> MONEY =
            List.of("gmv", "refunds", "netGmv", "refundsOfPeriod", "netGmvOfPeriod", "cost");

    private final Map<String, OffsetDateTime> asOf = new HashMap<>();
    private final Map<String, Long> watermarks = new HashMap<>();

    /** received = stored + duplicates + rejected + undecided, and every rejected line is named once. */
    public static List<String> ofIngest(JsonNode answer) {
        var wrong = new ArrayList<String>();
        long decided = answer.path("stored").asLong(-1)
                + answer.path("duplicates").asLong(-1)
                + answer.path("rejected").asLong(-1)
                + answer.path("undecided").asLong(0);
        if (answer.path("received").asLong(-1) != decided) {
            wrong.add("received is not the sum of what became of it: " + answer);
        }
        long rejected = answer.path("rejected").asLong(-1);
        var lines = new TreeSet<Long>();
        answer.path("errors").forEach(error -> lines.add(error.path("line").asLong()));
        if (lines.size() != answer.path("errors").size() || lines.size() != Math.min(rejected, 1000)) {
            wrong.add("errors do not name each rejected line once: " + answer);
        }
        return wrong;
    }

    /** One view, by itself and after the ones this reader saw before. */
    public List<String> ofView(ViewQuery query, JsonNode view) {
        var wrong = new ArrayList<String>();
        sectionsAreHonest(view, "metrics", wrong);
        totalIsTheSum(view, wrong);
        totalBuyersAreAUnion(view, wrong);
        moneyIsOfItsCurrency(query, view, wrong);
        refundsStayWithinWhatWasPaid(view, wrong);
        for (var field : Event.FIELDS) {
            neverBackwards(field, view.path("fields").path(field), wrong);
        }
        return wrong;
    }

    /** One answer to who was reached, by itself and after the ones this reader saw before. */
    public List<String> ofAudience(JsonNode answer) {
        var wrong = new ArrayList<String>();
        var total = answer.path("total");
        sectionsAreHonest(answer, Audience.Stage.AWARE.member(), wrong);
        stagesAreParts(total, wrong);
        for (var field : Event.FIELDS) {
            var section = answer.path("fields").path(field);
            stagesAreParts(section, wrong);
            isPartInEachStage(section.path("alone"), section, wrong);
            isPartInEachStage(section, total, wrong);
            neverBackwards(field, section, wrong);
        }
        for (var overlap : answer.path("overlaps")) {
            stagesAreParts(overlap, wrong);
            overlap.path("fields")
                    .forEach(field ->
                            isPartInEachStage(overlap, answer.path("fields").path(field.asString("")), wrong));
        }
        return wrong;
    }

    /** Nobody is interested who is not aware, and so on, nor may an estimate say so. */
    private static void stagesAreParts(JsonNode figures, List<String> wrong) {
        var stages = Audience.Stage.values();
        for (int at = 1; at < stages.length; at++) {
            isPart(figures.path(stages[at].member()), figures.path(stages[at - 1].member()), figures, wrong);
        }
    }

    private static void isPartInEachStage(JsonNode part, JsonNode whole, List<String> wrong) {
        for (var stage : Audience.Stage.values()) {
            isPart(part.path(stage.member()), whole.path(stage.member()), part, wrong);
        }
    }

    /** Where both are known. */
    private static void isPart(JsonNode part, JsonNode whole, JsonNode where, List<String> wrong) {
        for (var name : List.of("value", "lower", "upper")) {
            if (part.has(name) && whole.has(name) && number(part.path(name)).compareTo(number(whole.path(name))) > 0) {
                wrong.add("a part, %s, has a greater %s than the whole, %s: %s".formatted(part, name, whole, where));
            }
        }
    }

    /** Read your writes: a fresh field is not behind the watermark that an ingest answered before the view was asked for. */
    public static List<String> ofReadingOwnWrites(JsonNode view, Map<String, Long> acknowledged) {
        var wrong = new ArrayList<String>();
        new ConcurrentHashMap<>(acknowledged).forEach((field, watermark) -> {
            var section = view.path("fields").path(field);
            if (section.path("status").asString("").equals("fresh")
                    && section.path("watermark").asLong(-1) < watermark) {
                wrong.add("%s is called fresh at watermark %s, but %d was acknowledged before"
                        .formatted(field, section.path("watermark"), watermark));
            }
        });
        return wrong;
    }

    private static void sectionsAreHonest(JsonNode view, String known, List<String> wrong) {
        boolean allFresh = true;
        for (var field : Event.FIELDS) {
            var section = view.path("fields").path(field);
            var status = section.path("status").asString("");
            allFresh &= status.equals("fresh");
            boolean told = switch (status) {
                case "fresh" -> section.path(known).isObject();
                case "stale" ->
                    section.path(known).isObject() && section.path("asOf").isString();
                case "missing" ->
                    section.path(known).isMissingNode() || section.path(known).isNull();
                default -> false;
            };
            if (!told) {
                wrong.add(field + ": status and " + known + " do not fit: " + section);
            }
        }
        if (!allFresh && view.path("complete").asBoolean(true)) {
            wrong.add("a section is not fresh and the answer calls itself complete");
        }
    }

    /** Every field is fresh and takes account of all that every one of them shows. */
    public static boolean isSettled(JsonNode view) {
        return Event.FIELDS.stream().allMatch(field -> {
            var section = view.path("fields").path(field);
            return section.path("status").asString("").equals("fresh")
                    && Event.FIELDS.stream()
                            .allMatch(other ->
                                    section.path("settledTo").path(other).asLong(-1)
                                            >= view.path("fields")
                                                    .path(other)
                                                    .path("watermark")
                                                    .asLong(0));
        });
    }

    private static void totalIsTheSum(JsonNode view, List<String> wrong) {
        for (var name : MONEY) {
            var sum = BigDecimal.ZERO;
            for (var field : Event.FIELDS) {
                sum = sum.add(
                        number(view.path("fields").path(field).path("metrics").path(name)));
            }
            if (number(view.path("total").path("metrics").path(name)).compareTo(sum) != 0) {
                wrong.add("total." + name + " is not the sum of the fields, " + sum + ": " + view);
            }
        }
        var counters = new ArrayList<>(Facts.COUNTERS);
        counters.add("units");
        for (var name : counters) {
            countIsTheSum(name, view, wrong);
        }
    }

    /** Null only where every field says null. */
    private static void countIsTheSum(String name, JsonNode view, List<String> wrong) {
        var sum = BigDecimal.ZERO;
        boolean known = false;
        for (var field : Event.FIELDS) {
            var value = view.path("fields").path(field).path("metrics").path(name);
            known |= value.isNumber();
            sum = sum.add(number(value));
        }
        var total = view.path("total").path("metrics").path(name);
        if (known != total.isNumber() || number(total).compareTo(sum) != 0) {
            wrong.add("total." + name + " is " + total + ", not the sum of the fields, " + (known ? sum : null));
        }
    }

    /** At least the greatest field's, at most the sum of all. */
    private static void totalBuyersAreAUnion(JsonNode view, List<String> wrong) {
        var greatest = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var field : Event.FIELDS) {
            var buyers = number(view.path("fields").path(field).path("metrics").at("/buyers/value"));
            greatest = greatest.max(buyers);
            sum = sum.add(buyers);
        }
        var metrics = view.path("total").path("metrics");
        for (var name : List.of("value", "lower", "upper")) {
            var people = number(metrics.path("buyers").path(name));
            if (people.compareTo(greatest) < 0 || people.compareTo(sum) > 0) {
                wrong.add("total.buyers.%s is %s, not from %s to %s".formatted(name, people, greatest, sum));
            }
        }
    }

    private static void moneyIsOfItsCurrency(ViewQuery query, JsonNode view, List<String> wrong) {
        int digits = Money.digits(query.currency());
        for (var field : Event.FIELDS) {
            var metrics = view.path("fields").path(field).path("metrics");
            for (var name : MONEY) {
                var value = metrics.path(name);
                if (value.isString() && new BigDecimal(value.asString()).scale() != digits) {
                    wrong.add(field + "." + name + " is not in minor units of " + query.currency() + ": " + value);
                }
            }
        }
        for (var other : view.path("otherCurrencies")) {
            if (other.path("currency").asString("").equals(query.currency())) {
                wrong.add("the currency asked for is listed among the others: " + other);
            }
        }
    }

    /** A line's refunds are at most what was paid, and both are booked to one moment: so for every window of payments. */
    private static void refundsStayWithinWhatWasPaid(JsonNode view, List<String> wrong) {
        for (var field : Event.FIELDS) {
            var metrics = view.path("fields").path(field).path("metrics");
            var refunds = number(metrics.path("refundsOfPeriod"));
            if (refunds.signum() < 0 || refunds.compareTo(number(metrics.path("gmv"))) > 0) {
                wrong.add(field + ": refunds of what was paid are not within 0 and what was paid: " + metrics);
            }
        }
    }

    private void neverBackwards(String field, JsonNode section, List<String> wrong) {
        if (section.path("asOf").isString()) {
            var now = OffsetDateTime.parse(section.path("asOf").asString());
            var before = asOf.put(field, now);
            if (before != null && now.isBefore(before)) {
                wrong.add(field + ": asOf went back from " + before + " to " + now);
            }
        }
        if (section.path("watermark").isString()) {
            long now = Long.parseLong(section.path("watermark").asString());
            var before = watermarks.put(field, now);
            if (before != null && now < before) {
                wrong.add(field + ": the watermark went back from " + before + " to " + now);
            }
        }
    }

    private static BigDecimal number(JsonNode value) {
        return value.isString() || value.isNumber() ? new BigDecimal(value.asString()) : BigDecimal.ZERO;
    }
}
