package io.factmatrix.deploy.acceptance.fuzz;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws what a schema of the document allows, on its edges more often than between them. Days and moments of one request come one
 * behind the other, for where there are two they are mostly a beginning and an end, and lie in the past.
 */
final class Drawing {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TRIES = 40;
    private static final int DEPTH = 8;

    /** Readable, and yet not what everybody tries. */
    private static final List<String> SIGNS = List.of(
            "a",
            "Z",
            "9",
            " ",
            "é",
            "ß",
            "直",
            "播",
            "间",
            "\u05d0",
            "\u202e",
            "😀",
            "👩‍👩‍👧",
            "'",
            "\"",
            "\\",
            "<",
            "&",
            "%",
            "{",
            "\n",
            "\t");

    private final ApiDocument document;
    private final Known known;
    private final Random random;
    private LocalDate day;
    private OffsetDateTime moment;

    Drawing(ApiDocument document, Known known, Random random) {
        this.document = document;
        this.known = known;
        this.random = random;
        this.day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
        this.moment = OffsetDateTime.of(2025, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
                .plusMinutes(random.nextInt(300_000))
                .withOffsetSameInstant(ZoneOffset.ofHours(random.nextInt(24) - 11));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A text for that parameter that its schema allows; null where none can be drawn. */
    @Nullable String parameter(Parameter parameter) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var text = text(parameter, attempt > TRIES / 2);
            if (text != null && document.isValid(parameter, text)) {
                return text;
            }
        }
        return null;
    }

    private @Nullable String text(Parameter parameter, boolean again) {
        var schema = document.resolved(parameter.schema());
        var example = example(parameter.definition());
        boolean isOfTime = schema.path("format").asString("").startsWith("date");
        if (example != null && (again || (chance(0.3) && !isOfTime) || isSaidByExampleOnly(schema))) {
            return text(example);
        }
        var value = value(parameter.name(), schema, 0);
        return value == null ? null : text(value);
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(each -> each.asString("")).collect(Collectors.joining(","))
                : value.asString("");
    }

    /** An instance of that schema; null where none can be drawn. */
    @Nullable JsonNode instance(JsonNode media) {
        var schema = media.path("schema");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var example = example(media);
            var value = example != null && (attempt > TRIES / 2 || chance(0.2)) ? example : value("", schema, 0);
            if (value != null && document.isValid(schema, value)) {
                return value;
            }
        }
        return null;
    }

    /** An instance of that schema; null where none can be drawn. */
    @Nullable JsonNode instanceOf(JsonNode schema) {
        var media = JSON.objectNode();
        media.set("schema", schema);
        return instance(media);
    }

    /** What it is cannot be said by a type: of a format that is none of ours to draw, as a currency or a time zone. */
    private static boolean isSaidByExampleOnly(JsonNode schema) {
        return schema.has("format")
                && !List.of("date", "date-time", "uri-reference", "int32", "int64", "uuid")
                        .contains(schema.path("format").asString(""));
    }

    private @Nullable JsonNode example(JsonNode of) {
        var examples = new ArrayList<JsonNode>();
        if (of.has("example")) {
            examples.add(of.path("example"));
        }
        of.path("examples").forEach(one -> examples.add(of.path("examples").isArray() ? one : one.path("value")));
        return examples.isEmpty() ? null : one(examples).deepCopy();
    }

    private @Nullable JsonNode value(String name, JsonNode given, int depth) {
        var schema = merged(given);
        if (depth > DEPTH) {
            return null;
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return one(schema.path("enum").valueStream().toList());
        }
        var seen = known.of(name);
        if (!seen.isEmpty() && chance(0.6)) {
            var id = JSON.stringNode(one(seen));
            if (document.isValid(schema, id)) {
                return id;
            }
        }
        var example = example(schema);
        if (example == null && schema.has("default")) {
            example = schema.path("default");
        }
        if (example != null && (chance(0.15) || isSaidByExampleOnly(schema))) {
            return example;
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(chance(0.5));
            case "null" -> JSON.nullNode();
            case "string" -> JSON.stringNode(string(schema));
            default -> one(List.of(JSON.nullNode(), JSON.numberNode(1), JSON.stringNode("x"), JSON.objectNode()));
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return one(type.valueStream().map(one -> one.asString("")).toList());
        }
        return type.asString(schema.has("properties") ? "object" : "");
    }

    /** What it refers to and all that it is made of, one of each choice, in one schema. */
    private JsonNode merged(JsonNode given) {
        var schema = document.resolved(given);
        if (!(schema instanceof ObjectNode object)
                || !(schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf") || schema.has("if"))) {
            return schema;
        }
        var whole = object.deepCopy();
        whole.remove(List.of("allOf", "oneOf", "anyOf", "if", "then", "else"));
        schema.path("allOf").forEach(part -> add(whole, merged(part)));
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                add(whole, merged(one(schema.path(choice).valueStream().toList())));
            }
        }
        if (schema.has("if")) {
            // Whether it was the right one is seen when the whole is compared with its schema.
            var branch = schema.path(chance(0.5) ? "then" : "else");
            add(whole, merged(branch.isObject() ? branch : JSON.objectNode()));
        }
        return whole;
    }

    private static void add(ObjectNode whole, JsonNode part) {
        part.properties().forEach(member -> {
            var name = member.getKey();
            if (name.equals("properties") && whole.get("properties") instanceof ObjectNode properties) {
                member.getValue().properties().forEach(each -> {
                    var both = JSON.objectNode();
                    if (properties.get(each.getKey()) instanceof ObjectNode before) {
                        both.setAll(before);
                    }
                    if (each.getValue() instanceof ObjectNode more) {
                        both.setAll(more);
                    }
                    properties.set(each.getKey(), both);
                });
            } else if (name.equals("required") && whole.get("required") instanceof ArrayNode required) {
                member.getValue().forEach(required::add);
            } else {
                whole.set(name, member.getValue());
            }
        });
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = schema.path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        double share = one(List.of(0.0, 0.5, 1.0));
        schema.path("properties").properties().stream()
                .filter(member -> required.contains(member.getKey()) || chance(share))
                .forEach(member -> {
                    var value = value(member.getKey(), member.getValue(), depth + 1);
                    if (value != null) {
                        object.set(member.getKey(), value);
                    }
                });
        var others = schema.path("additionalProperties");
        if (others.isObject() && chance(0.5)) {
            var value = value("", others, depth + 1);
            if (value != null) {
                object.set("other", value);
            }
        }
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        int least = schema.path("minItems").asInt(0);
        int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
        int size = Math.min(most, least + random.nextInt(4));
        for (int at = 0; at < size; at++) {
            var item = value(name, schema.path("items"), depth + 1);
            if (item != null) {
                array.add(item);
            }
        }
        return array;
    }

    private BigInteger integer(JsonNode schema) {
        var least = schema.has("minimum") ? schema.path("minimum").bigIntegerValue() : BigInteger.valueOf(-5);
        if (schema.has("exclusiveMinimum")) {
            least = schema.path("exclusiveMinimum").bigIntegerValue().add(BigInteger.ONE);
        }
        var most = schema.has("maximum")
                ? schema.path("maximum").bigIntegerValue()
                : least.max(BigInteger.ZERO).add(BigInteger.valueOf(1_000_000));
        if (schema.has("exclusiveMaximum")) {
            most = schema.path("exclusiveMaximum").bigIntegerValue().subtract(BigInteger.ONE);
        }
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least.add(BigInteger.ONE).min(most);
            default ->
                least.add(new BigInteger(62, random).mod(most.subtract(least).add(BigInteger.ONE)));
        };
    }

    private BigDecimal number(JsonNode schema) {
        var least = schema.path("minimum").decimalValue(BigDecimal.ZERO);
        var most = schema.path("maximum").decimalValue(least.add(BigDecimal.valueOf(100)));
        return switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default ->
                least.add(most.subtract(least).multiply(BigDecimal.valueOf(random.nextInt(1000), 3)))
                        .stripTrailingZeros();
        };
    }

    private String string(JsonNode schema) {
        switch (schema.path("format").asString("")) {
            case "date" -> {
                day = day.plusDays(1 + random.nextInt(chance(0.2) ? 90 : 5));
                return day.toString();
            }
            case "date-time" -> {
                moment = moment.plusMinutes(1 + random.nextInt(900));
                return spelled(moment);
            }
            case "uuid" -> {
                return new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            }
            case "uri-reference" -> {
                return "/a/" + random.nextInt(100);
            }
            default -> {
                return schema.has("pattern")
                        ? PatternText.draw(schema.path("pattern").asString(""), random)
                        : prose(
                                schema.path("minLength").asInt(0),
                                schema.path("maxLength").asInt(300));
            }
        }
    }

    private String spelled(OffsetDateTime at) {
        var text = java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")
                .format(at.truncatedTo(ChronoUnit.SECONDS));
        return text
                + one(List.of("", "", ".5", ".125"))
                + (at.getOffset().getTotalSeconds() == 0 ? "+00:00" : at.getOffset());
    }

    private String prose(int least, int most) {
        int length = switch (random.nextInt(4)) {
            case 0 -> least;
            case 1 -> most;
            default -> least + random.nextInt(Math.min(most - least, 30) + 1);
        };
        var text = new StringBuilder();
        for (int signs = 0; signs < length; signs++) {
            var sign = one(SIGNS);
            // A sign of several code points would be longer than it counts.
            text.append(sign.codePointCount(0, sign.length()) == 1 ? sign : "😀");
        }
        return text.toString();
    }
}
