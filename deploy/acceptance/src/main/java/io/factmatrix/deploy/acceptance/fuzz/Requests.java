package io.factmatrix.deploy.acceptance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.document.Parameter;
import io.factmatrix.deploy.acceptance.document.Parameter.Place;
import io.factmatrix.deploy.acceptance.document.Writing;
import io.factmatrix.deploy.acceptance.fuzz.FuzzRequest.Header;
import io.factmatrix.deploy.acceptance.fuzz.FuzzRequest.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws requests of whatever the document describes: good ones, ones with one flaw, hostile ones, and ones of those who may not. */
final class Requests {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "BREW", "get");

    private static final Set<Integer> ANY = Set.of();
    private static final int TRIES = 30;

    private final ApiDocument document;
    private final Known known;
    private final List<Caller> callers;
    private final String merchant;
    private final long seed;

    /** @param callers among them one for each role, of that merchant */
    Requests(ApiDocument document, Known known, List<Caller> callers, String merchant, long seed) {
        this.document = document;
        this.known = known;
        this.callers = callers;
        this.merchant = merchant;
        this.seed = seed;
    }

    FuzzRequest draw(int number) {
        var operations = document.operations();
        // Each operation in turn, so that none is left out.
        return new One(new Random(seed * 1_000_003 + number), operations.get(number % operations.size())).draw();
    }

    /** What one request is put together from. */
    private final class One {

        private final Random random;
        private final Drawing drawing;
        private final Operation operation;
        private String method;
        private String path;
        private final List<String> query = new ArrayList<>();
        private final List<Header> headers = new ArrayList<>();
        private @Nullable JsonNode json;
        private @Nullable String body;
        private String mediaType = "";
        private Caller caller;
        private boolean isWhole = true;
        private boolean isElsewhere;
        private Kind kind = Kind.GOOD;
        private String flaw = "";
        private Set<Integer> only = ANY;

        One(Random random, Operation operation) {
            this.random = random;
            this.drawing = new Drawing(document, known, random);
            this.operation = operation;
            this.method = operation.method();
            this.path = operation.path();
            this.caller = callers.stream()
                    .filter(each ->
                            each.mayAny(operation.roles()) && each.merchants().contains(merchant))
                    .skip(0)
                    .reduce((one, other) -> random.nextBoolean() ? one : other)
                    .orElse(callers.get(0));
        }

        FuzzRequest draw() {
            fill();
            int draw = random.nextInt(100);
            var nextPage = known.nextPage(operation);
            if (draw < 5 && nextPage != null) {
                path = nextPage;
                query.clear();
            } else if (draw >= 92) {
                mayNot();
            } else if (draw >= 86) {
                otherMethod();
            } else if (draw >= 74) {
                hostile();
            } else if (draw >= 38) {
                flawed();
            }
            if (kind == Kind.GOOD && method.equals("GET") && drawing.chance(0.06)) {
                method = "HEAD";
            }
            if (kind == Kind.GOOD && !isWhole) {
                kind = Kind.HOSTILE;
                flaw = "no good value could be drawn";
            }
            return request();
        }

        private FuzzRequest request() {
            var all = new ArrayList<>(headers);
            if (!operation.roles().isEmpty() && !caller.token().isEmpty()) {
                all.add(0, new Header("Authorization", "Bearer " + caller.token()));
            }
            if (!mediaType.isEmpty()) {
                all.add(new Header("Content-Type", mediaType));
            }
            var target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            boolean isOperation = method.equals(operation.method())
                    || (method.equals("HEAD") && operation.method().equals("GET"));
            return new FuzzRequest(
                    isOperation && !isElsewhere ? operation : null,
                    method,
                    target,
                    List.copyOf(all),
                    body,
                    kind,
                    flaw,
                    only);
        }

        // ── Good ──────────────────────────────────────────────────────────────

        private void fill() {
            for (var parameter : operation.parameters(Place.PATH)) {
                var value = parameter.name().equals("merchant") ? merchant : good(parameter);
                path = path.replace("{" + parameter.name() + "}", Writing.encoded(value));
            }
            for (var parameter : operation.parameters(Place.QUERY)) {
                // A cursor cannot be made up.
                if (parameter.required() || (!parameter.name().equals("cursor") && drawing.chance(0.4))) {
                    addQuery(parameter, good(parameter));
                }
            }
            for (var parameter : operation.parameters(Place.HEADER)) {
                if (parameter.required() || drawing.chance(0.5)) {
                    addHeader(parameter);
                }
            }
            if (!operation.bodies().isEmpty() && (operation.bodyRequired() || drawing.chance(0.8))) {
                fillBody();
            }
            if (drawing.chance(0.4)) {
                headers.add(new Header("Accept", accepted()));
            }
        }

        private String good(Parameter parameter) {
            var seen = known.of(parameter.name());
            if (parameter.place() == Place.PATH && !seen.isEmpty() && drawing.chance(0.8)) {
                return drawing.one(seen);
            }
            var value = drawing.parameter(parameter);
            isWhole &= value != null;
            return value == null ? "x" : value;
        }

        private void addQuery(Parameter parameter, String value) {
            if (ApiDocument.isArray(document.resolved(parameter.schema())) && !parameter.isJoined()) {
                for (var each : value.split(",", -1)) {
                    query.add(parameter.name() + "=" + Writing.encoded(each));
                }
            } else {
                query.add(parameter.name() + "=" + Writing.encoded(value));
            }
        }

        private void addHeader(Parameter parameter) {
            var value = parameter.name().startsWith("If-") && drawing.chance(0.7)
                    ? known.tag(path, "\"1\"")
                    : good(parameter).replaceAll("[^ -~]", "?").strip();
            // Blanks at the ends of a field are none of its value, nor may all of Unicode be.
            if (document.isValid(parameter, value)) {
                headers.add(new Header(parameter.name(), value));
            }
        }

        private void fillBody() {
            mediaType = drawing.one(List.copyOf(operation.bodies().keySet()));
            var media = operation.bodies().getOrDefault(mediaType, JsonNodeFactory.instance.missingNode());
            var lines = media.path("x-itemSchema");
            if (mediaType.equals("application/json")) {
                json = drawing.instance(media);
                isWhole &= json != null;
                body = bytes(json == null ? "{}" : Writing.json(json, random.nextBoolean()));
            } else if (!lines.isMissingNode()) {
                body = bytes(lines(lines));
            } else {
                var text = drawing.instance(media);
                body = bytes(text == null ? "" : text.asString(""));
            }
            if (headers.stream()
                    .anyMatch(header -> header.name().equals("Content-Encoding")
                            && header.value().equals("gzip"))) {
                body = gzipped(body);
            }
            if (mediaType.equals("application/json") && drawing.chance(0.2)) {
                mediaType = drawing.one(
                        List.of("application/json;charset=UTF-8", "Application/JSON", "application/json; q=1"));
            }
        }

        private String lines(JsonNode schema) {
            var text = new StringBuilder();
            for (int lines = random.nextInt(6); lines >= 0; lines--) {
                var line = drawing.instanceOf(schema);
                isWhole &= line != null;
                if (line != null) {
                    text.append(Writing.json(line, random.nextBoolean()))
                            .append(drawing.one(List.of("\n", "\r\n", "\n\n")));
                }
            }
            return text.toString();
        }

        private String accepted() {
            var types = new ArrayList<>(List.of("*/*", "application/json", "application/*;q=0.5, */*;q=0.1"));
            operation.response(200).path("content").propertyNames().forEach(types::add);
            var type = drawing.one(types);
            boolean isOffered = type.contains("*")
                    || operation.responses().values().stream()
                            .filter(response -> !response.path("content").has("application/problem+json"))
                            .anyMatch(response -> response.path("content").has(type));
            return isOffered ? type : "*/*";
        }

        // ── With one flaw ─────────────────────────────────────────────────────

        private void flawed() {
            var flaws = new ArrayList<Runnable>();
            operation.parameters(Place.QUERY).forEach(parameter -> {
                flaws.add(() -> wrongQuery(parameter));
                flaws.add(() -> twice(parameter));
                if (parameter.required()) {
                    flaws.add(() -> without(parameter));
                }
            });
            operation.parameters(Place.HEADER).forEach(parameter -> flaws.add(() -> wrongHeader(parameter)));
            operation.parameters(Place.PATH).forEach(parameter -> flaws.add(() -> wrongPath(parameter)));
            if (operation.isOfAMerchant()) {
                flaws.add(this::unknownQuery);
            }
            if (!operation.bodies().isEmpty()) {
                flaws.add(this::wrongMediaType);
                flaws.add(this::noJson);
                if (json != null) {
                    flaws.add(this::wrongBody);
                    flaws.add(this::wrongBody);
                    flaws.add(this::wrongBody);
                    flaws.add(this::memberTwice);
                }
            }
            if (operation.responses().containsKey("406")) {
                flaws.add(this::notAccepted);
            }
            if (flaws.isEmpty()) {
                hostile();
                return;
            }
            for (int attempt = 0; attempt < TRIES && flaw.isEmpty(); attempt++) {
                drawing.one(flaws).run();
            }
            kind = flaw.isEmpty() ? Kind.HOSTILE : Kind.FLAWED;
        }

        private void flaw(String what, Integer... statuses) {
            flaw = what;
            only = Set.of(statuses);
        }

        private void wrongQuery(Parameter parameter) {
            var value = drawing.one(texts());
            if (!document.isValid(parameter, value) && !readsTheSame(parameter, value)) {
                leaveOut(parameter);
                query.add(parameter.name() + "=" + Writing.encoded(value));
                flaw(parameter.name() + " is not as documented", 400);
            }
        }

        /** A blank is how a plus sign arrives that nobody encoded. */
        private boolean readsTheSame(Parameter parameter, String value) {
            return document.isValid(parameter, value.replace(' ', '+'));
        }

        private void leaveOut(Parameter parameter) {
            query.removeIf(each -> each.startsWith(parameter.name() + "="));
        }

        private void without(Parameter parameter) {
            leaveOut(parameter);
            flaw(parameter.name() + " is missing", 400);
        }

        private void twice(Parameter parameter) {
            if (!ApiDocument.isArray(document.resolved(parameter.schema()))) {
                leaveOut(parameter);
                query.add(parameter.name() + "=" + Writing.encoded(good(parameter)));
                query.add(parameter.name() + "=" + Writing.encoded(good(parameter)));
                flaw(parameter.name() + " twice", 400);
            }
        }

        private void unknownQuery() {
            query.add(drawing.one(List.of(
                    "unknown=1", "page=2", "Limit=1", "merchant=m2", "a[]=1", "access_token=x", "A=B", "limit%00=1")));
            flaw("a parameter that there is not", 400);
        }

        private void wrongHeader(Parameter parameter) {
            var value = drawing.one(texts()).strip();
            // What is no sign of a header at all is another matter.
            if (!value.isEmpty()
                    && value.chars().allMatch(sign -> sign >= ' ' && sign < 256 && sign != 127)
                    && !document.isValid(parameter, value)) {
                headers.removeIf(header -> header.name().equals(parameter.name()));
                headers.add(new Header(parameter.name(), value));
                flaw(parameter.name() + " is not as documented", 400, 415);
            }
        }

        private void wrongPath(Parameter parameter) {
            var value = drawing.one(texts());
            if (value.isEmpty() || document.isValid(parameter, value)) {
                return;
            }
            var changed = operation.path();
            for (var each : operation.parameters(Place.PATH)) {
                changed = changed.replace(
                        "{" + each.name() + "}",
                        Writing.encoded(
                                each.equals(parameter)
                                        ? value
                                        : each.name().equals("merchant") ? merchant : good(each)));
            }
            path = changed;
            flaw(parameter.name() + " of the path is not as documented", 400, 404, 414);
        }

        private void wrongMediaType() {
            mediaType = drawing.chance(0.3) ? "" : drawing.one(Hostile.MEDIA_TYPES);
            flaw("a body of the type " + (mediaType.isEmpty() ? "that is not said" : mediaType), 415);
        }

        private void notAccepted() {
            headers.removeIf(header -> header.name().equals("Accept"));
            headers.add(new Header("Accept", drawing.one(List.of("image/png", "application/xml", "text/plain"))));
            flaw("an answer of another type is asked for", 406);
        }

        private void noJson() {
            boolean isArray = json instanceof ArrayNode;
            if (!mediaType.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
                return;
            }
            headers.removeIf(header -> header.name().equals("Content-Encoding"));
            body = bytes(drawing.one(isArray ? Hostile.NO_ARRAY : Hostile.NO_JSON));
            flaw("a body that is no JSON", 400);
        }

        private void memberTwice() {
            if (json instanceof ObjectNode object && !object.isEmpty()) {
                var name = drawing.one(List.copyOf(object.propertyNames()));
                var text = Writing.json(object, false);
                var member = JsonNodeFactory.instance.objectNode();
                member.set(name, object.get(name));
                var once = Writing.json(member, false);
                body = bytes("{" + once.substring(1, once.length() - 1) + "," + text.substring(1));
                flaw("a member twice", 400);
            }
        }

        private void wrongBody() {
            var media = operation.bodies().get("application/json");
            if (json == null || media == null) {
                return;
            }
            var changed = json.deepCopy();
            var what = new Mutation(random).change(changed);
            if (what != null && !document.isValid(media.path("schema"), what.value())) {
                headers.removeIf(header -> header.name().equals("Content-Encoding"));
                body = bytes(Writing.json(what.value(), random.nextBoolean()));
                flaw(what.name(), 400);
            }
        }

        private List<String> texts() {
            return switch (random.nextInt(5)) {
                case 0 -> Hostile.LONG_TEXTS;
                case 1 -> Hostile.TIMES;
                case 2 -> Hostile.WORDS;
                default -> Hostile.SHORT_TEXTS;
            };
        }

        // ── Hostile ───────────────────────────────────────────────────────────

        private void hostile() {
            kind = Kind.HOSTILE;
            var parts = new LinkedHashSet<String>();
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> {
                        var header = drawing.one(Hostile.HEADERS);
                        headers.removeIf(other -> other.name().equals(header.name()));
                        headers.add(header);
                        parts.add(header.name());
                    }
                    case 2 -> {
                        query.add(drawing.one(List.of(
                                "",
                                "&",
                                "a",
                                "%00=%00",
                                "a=%ff",
                                "%ed%a0%80=1",
                                "a=b=c",
                                "a;b",
                                "?",
                                "/",
                                "a=%25%00")));
                        parts.add("a strange parameter");
                    }
                    case 3 -> {
                        isElsewhere = true;
                        path = path
                                + drawing.one(List.of(
                                        "/", "/.", "/..", "//", "/%2e%2e", ";a=b", "/%00", "/x", "%20", "/%ff", ".json",
                                        "/*"));
                        parts.add("a strange path");
                    }
                    case 4 -> {
                        if (body == null) {
                            mediaType = drawing.one(List.of("application/json", "text/plain", ""));
                        }
                        body = strangeBody();
                        parts.add("a strange body");
                    }
                    default -> {
                        var parameters = operation.parameters(Place.QUERY);
                        if (!parameters.isEmpty()) {
                            var parameter = drawing.one(parameters);
                            leaveOut(parameter);
                            query.add(parameter.name() + "=" + Writing.encoded(drawing.one(texts())));
                            parts.add("a strange " + parameter.name());
                        }
                    }
                }
            }
            flaw = String.join(", ", parts);
        }

        private String strangeBody() {
            var now = body == null ? "" : body;
            return switch (random.nextInt(8)) {
                case 0 -> "\u00ef\u00bb\u00bf" + now;
                case 1 -> new String(now.getBytes(UTF_16), ISO_8859_1);
                case 2 -> now.replaceFirst("\"([a-z])", "\"\u00ff$1");
                case 3 -> now.substring(0, now.length() / 2);
                case 4 -> now + " ".repeat(70_000);
                case 5 -> now + "\u0000";
                case 6 -> gzipped(now);
                default -> bytes(drawing.one(Hostile.NO_JSON));
            };
        }

        // ── Who may not, and what there is not ────────────────────────────────

        private void mayNot() {
            kind = Kind.FLAWED;
            if (operation.roles().isEmpty()) {
                otherMethod();
                return;
            }
            if (drawing.chance(0.3)) {
                var token = drawing.one(List.of("", "x", "a.b.c", caller.token() + "x", "eyJhbGciOiJub25lIn0.e30."));
                caller = new Caller(token, Set.of(), Set.of());
                flaw("no good token", 401);
                return;
            }
            boolean isForeign = operation.isOfAMerchant() && drawing.chance(0.5);
            var others = callers.stream()
                    .filter(other -> !other.mayAny(operation.roles()))
                    .toList();
            if (!isForeign && others.isEmpty()) {
                return;
            }
            if (!others.isEmpty() && (!isForeign || drawing.chance(0.5))) {
                caller = drawing.one(others);
                flaw("a role that may not", 403);
            }
            if (isForeign) {
                path = path.replaceFirst(
                        "/merchants/[^/]+", "/merchants/" + drawing.one(List.of("nobody-at-all", "m-0", "x")));
                flaw("another's merchant", 404);
            }
        }

        private void otherMethod() {
            kind = Kind.FLAWED;
            var documented = document.methods(operation.path());
            var others = METHODS.stream()
                    .filter(each -> !documented.contains(each))
                    .filter(each -> !(each.equals("HEAD") && documented.contains("GET")))
                    .toList();
            method = drawing.one(others);
            if (method.equals("HEAD") || method.equals("GET") || method.equals("TRACE")) {
                body = null;
                mediaType = "";
            }
            flaw("a method that the path does not know", 405);
        }
    }

    /** A character for each byte of the text. */
    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String gzipped(String bytes) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes.getBytes(ISO_8859_1));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toString(ISO_8859_1);
    }
}
