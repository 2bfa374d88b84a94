package io.factmatrix.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.document.Parameter;
import io.factmatrix.deploy.acceptance.document.Writing;
import io.factmatrix.deploy.acceptance.fuzz.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hostile text in every place where text may stand: it comes back to the byte, or is refused and shown (scorecard 26). What is logged of it
 * stands in one line each.
 */
@ExtendWith(RunningStack.Shared.class)
class TextsTest {

    /** As much of an offending value an error shows, at least. */
    private static final int SHOWN = 60;

    /** The answer to an ingest lists as many errors. */
    private static final int LINES = 1_000;

    /** Where only some words, or a form, will do, any text is as good as another. */
    private static final int FEW = 5;

    private static final List<String> ROLES =
            List.of("integration", "operator", "content", "goods", "creators", "ads", "service");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Furnished merchant;

    TextsTest(RunningStack stack) {
        merchant = Furnished.of(stack.merchant(stack.newMerchant().merchant(), ROLES));
    }

    @BeforeEach
    void listen() {
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void whatWasLoggedStandsInOneLineEach() {
        root.detachAppender(logged);
        assertThat(List.copyOf(logged.list)).allSatisfy(line -> {
            assertThat(line.getLevel()).as(line.getFormattedMessage()).isNotEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage())
                    .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202a-\\u202e\\u2066-\\u2069]");
        });
    }

    @Test
    void aTextOfAWriteComesBackToTheByteOrIsRefused() {
        int taken = 0;
        int turn = 0;
        for (var operation : merchant.examples().operations()) {
            if (merchant.body(operation) instanceof ObjectNode example) {
                for (var pointer : texts(example, schema(operation))) {
                    for (var text : some(tried(schema(operation), pointer), turn++)) {
                        taken += write(operation, with(example, pointer, text), pointer, text);
                    }
                }
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    /** Every third, another third each turn: there are enough places for all of them. */
    private static List<String> some(List<String> texts, int turn) {
        return IntStream.range(0, texts.size())
                .filter(at -> at % 3 == turn % 3)
                .mapToObj(texts::get)
                .toList();
    }

    private static JsonNode schema(Operation operation) {
        return operation
                .bodies()
                .getOrDefault("application/json", JsonNodeFactory.instance.missingNode())
                .path("schema");
    }

    /** How many were taken. */
    private int write(Operation operation, JsonNode body, List<String> pointer, String text) {
        var target = merchant.target(operation).orElseThrow(() -> new AssertionError(operation + ": no example of it"));
        var answer = merchant.api().resource(operation.method(), target, Writing.json(body, false));
        var what = "%s with %s = %s: %s".formatted(operation, pointer, Writing.json(body, true), answer);
        if (!answer.ok()) {
            assertRefused(what, answer, pointer.get(0), text);
            return 0;
        }
        assertThat(strings(answer.json())).as(what).contains(text);
        var location = answer.headers().getOrDefault("location", "");
        var resource =
                location.isEmpty() ? target : location.substring(location.indexOf('/', "/v1/merchants/".length()));
        var read = merchant.api().resource("GET", resource, "");
        assertThat(read.status() == 405 || strings(read.json()).contains(text))
                .as(what)
                .isTrue();
        return 1;
    }

    @Test
    void aTextOfAParameterIsTakenOrRefused() {
        int taken = 0;
        for (var operation : merchant.examples().operations()) {
            for (var parameter : operation.parameters(Parameter.Place.QUERY)) {
                if (operation.method().equals("GET") && !accepts(operation).contains("event-stream")) {
                    var path = merchant.target(operation)
                            .orElseThrow(() -> new AssertionError(operation + ": no example of it"))
                            .replaceAll("\\?.*", "");
                    var others = merchant.examples().query(operation, parameter.name());
                    for (var text : tried(merchant.document().resolved(parameter.schema()))) {
                        var asked = "%s?%s=%s&%s".formatted(path, parameter.name(), Writing.encoded(text), others);
                        var answer = merchant.api().resource("GET", asked, "", "Accept", accepts(operation));
                        if (answer.ok()) {
                            taken++;
                        } else {
                            assertRefused(operation + " " + asked + ": " + answer, answer, parameter.name(), text);
                        }
                    }
                }
            }
        }
        assertThat(taken).isGreaterThan(20);
    }

    /** What it is answered with; a stream of events is left out, since it does not end, and reads its parameters as the view does. */
    private static String accepts(Operation operation) {
        return String.join(", ", operation.response(200).path("content").propertyNames());
    }

    @Test
    void aTextOfAnEventIsStoredToTheByteOrItsLineIsRefused() {
        var lines = new ArrayList<Line>();
        var post = merchant.examples().operations().stream()
                .filter(operation -> operation.toString().equals("POST /v1/merchants/{merchant}/events"))
                .findFirst()
                .orElseThrow();
        merchant.examples()
                .bodies(post)
                .flatMap(JsonNode::valueStream)
                .forEach(example -> texts((ObjectNode) example, schemaOf(post, example))
                        .forEach(pointer -> Hostile.SHORT_TEXTS.forEach(
                                text -> lines.add(line((ObjectNode) example, pointer, text, lines.size())))));
        assertThat(lines).hasSizeGreaterThan(2_000);

        var refused = refused(lines);
        var stored = new HashMap<String, JsonNode>();
        for (var field : List.of("livestream", "creator", "campaign", "kol", "unattributed")) {
            merchant.api().ledgerStream(field, null).lines().forEach(event -> stored.put(key(event), event));
        }
        int taken = 0;
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var error = refused.get(at);
            if (error == null) {
                var event = stored.getOrDefault(key(line.event()), JsonNodeFactory.instance.missingNode());
                assertThat(at(event, line.pointer()).asString("not stored"))
                        .as(line.toString())
                        .isEqualTo(line.text());
                taken++;
            } else if (error.path("code").asString("").endsWith(".invalid")) {
                assertShown(line + ": " + error, error.path("detail").asString(""), line.text());
            }
        }
        assertThat(taken).isGreaterThan(500);
    }

    private record Line(JsonNode event, List<String> pointer, String text) {}

    /** Of the schema's kinds of events the one that the example is of. */
    private JsonNode schemaOf(Operation post, JsonNode example) {
        var document = merchant.document();
        return document.resolved(post.bodies()
                        .getOrDefault("application/x-ndjson", JsonNodeFactory.instance.missingNode())
                        .path("x-itemSchema"))
                .path("oneOf")
                .valueStream()
                .map(document::resolved)
                .filter(kind -> kind.at("/properties/type/const").equals(example.path("type")))
                .findFirst()
                .orElseThrow();
    }

    /** Its id and its order are its own, so that lines are only refused for what they say. */
    private static Line line(ObjectNode example, List<String> pointer, String text, int number) {
        var event = example.deepCopy();
        event.put("id", "t-" + number);
        if (event.has("order")) {
            event.put("order", "t-" + number);
        }
        return new Line(with(event, pointer, text), pointer, text);
    }

    private Map<Integer, JsonNode> refused(List<Line> lines) {
        var refused = new HashMap<Integer, JsonNode>();
        for (int from = 0; from < lines.size(); from += LINES) {
            int first = from;
            var some = lines.subList(from, Math.min(from + LINES, lines.size()));
            var body = new StringBuilder();
            some.forEach(line -> body.append(Writing.json(line.event(), false)).append('\n'));
            var answer = merchant.api().ingestText(body.toString());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(Invariants.ofIngest(answer.json())).isEmpty();
            answer.json()
                    .path("errors")
                    .forEach(error -> refused.put(first + error.path("line").asInt() - 1, error));
        }
        return refused;
    }

    private static String key(JsonNode event) {
        return event.path("field").asString("") + " " + event.path("id").asString("");
    }

    /** Another member may be refused for it: what belongs to a text that is not there any more. */
    private static void assertRefused(String what, Answer answer, String member, String text) {
        assertThat(answer.status()).as(what).isIn(400, 404, 409, 422);
        Asserting.problem(answer, answer.status());
        if (answer.json().path("code").asString("").equals(member + ".invalid")) {
            assertShown(what, answer.json().path("detail").asString(""), text);
        }
    }

    private static void assertShown(String what, String detail, String text) {
        assertThat(written(detail)).as(what).contains(written(text.substring(0, Math.min(text.length(), SHOWN))));
    }

    /** Half a surrogate pair cannot be written as itself. */
    private static String written(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\ufffd', '?');
    }

    private List<String> tried(JsonNode schema, List<String> pointer) {
        var member = merchant.document().resolved(schema);
        for (var name : pointer) {
            member = merchant.document().resolved(member.path("properties").path(name));
        }
        return tried(member);
    }

    private static List<String> tried(JsonNode schema) {
        boolean isOneOfSome = schema.has("enum")
                || schema.has("const")
                || schema.has("format")
                || schema.path("type").asString("").equals("integer");
        return isOneOfSome ? Hostile.SHORT_TEXTS.subList(0, FEW) : Hostile.SHORT_TEXTS;
    }

    /** Where in such a body texts stand or, of the whole, may stand. */
    private List<List<String>> texts(ObjectNode example, JsonNode schema) {
        var texts = new ArrayList<List<String>>();
        collect(example, List.of(), texts);
        // A number, however it is written; MoneyLiteralsTest has those.
        texts.removeIf(pointer -> pointer.get(pointer.size() - 1).equals("amount")
                || at(example, pointer).asString("").matches("[0-9]+\\.[0-9]+"));
        merchant.document().resolved(schema).path("properties").properties().stream()
                .filter(member -> !example.has(member.getKey()))
                .filter(member -> isText(merchant.document().resolved(member.getValue())))
                .forEach(member -> texts.add(List.of(member.getKey())));
        return texts;
    }

    private static boolean isText(JsonNode schema) {
        return Stream.concat(Stream.of(schema.path("type")), schema.path("type").valueStream())
                .anyMatch(type -> type.asString("").equals("string"));
    }

    private static void collect(JsonNode value, List<String> pointer, List<List<String>> texts) {
        if (value.isString()) {
            texts.add(pointer);
        } else if (value.isObject()) {
            value.properties().forEach(member -> collect(member.getValue(), longer(pointer, member.getKey()), texts));
        } else if (value.isArray()) {
            IntStream.range(0, value.size())
                    .forEach(at -> collect(value.path(at), longer(pointer, Integer.toString(at)), texts));
        }
    }

    private static List<String> longer(List<String> pointer, String name) {
        return Stream.concat(pointer.stream(), Stream.of(name)).toList();
    }

    private static JsonNode with(ObjectNode example, List<String> pointer, String text) {
        var body = example.deepCopy();
        var parent = at(body, pointer.subList(0, pointer.size() - 1));
        var name = pointer.get(pointer.size() - 1);
        if (parent instanceof ObjectNode object) {
            object.put(name, text);
        } else {
            parent.asArray().set(Integer.parseInt(name), JsonNodeFactory.instance.stringNode(text));
        }
        return body;
    }

    private static JsonNode at(JsonNode value, List<String> pointer) {
        var found = value;
        for (var name : pointer) {
            found = found.isArray() ? found.path(Integer.parseInt(name)) : found.path(name);
        }
        return found;
    }

    /** Every text in it, however deep. */
    private static List<String> strings(JsonNode value) {
        return value.isString()
                ? List.of(value.asString(""))
                : value.valueStream().flatMap(each -> strings(each).stream()).toList();
    }
}
