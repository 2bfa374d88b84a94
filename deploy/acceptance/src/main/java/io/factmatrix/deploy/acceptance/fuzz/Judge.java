package io.factmatrix.deploy.acceptance.fuzz;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.fuzz.FuzzRequest.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds each answer against the document, and against what must be so of every answer. */
final class Judge {

    /** What tells of how it is made: a stack, a class, a statement. */
    private static final Pattern INSIDE = Pattern.compile(
            "\\tat |Exception|Stacktrace|org\\.springframework|io\\.factmatrix|io\\.netty|reactor\\.|tools\\.jackson|java\\.|SQLSTATE|org\\.postgresql|Whitelabel");

    /** Of a request as documented: it was done, it is known, it is not there, or it does not fit what there is. */
    private static final Set<Integer> TAKEN = Set.of(200, 201, 202, 204, 304, 404, 409, 412);

    /** 422: whether a key is a new one is nothing that the document can say. */
    private static final String KEY_REUSED = "idempotency-key.reused";

    /** Codes that a schema foresees: what is as documented is never refused by one of them. */
    private static final Pattern FORESEEN = Pattern.compile(
            "(parameter|member)\\.(missing|unknown|repeated|duplicate)|(json|path|content-type)\\.invalid|.*\\.unsupported|request\\..*|.*\\.too_long");

    /** These answer a request before it is known what it asks for: at every path, so that the document says it in one place. */
    private static final Set<Integer> ANYWHERE = Set.of(400, 405, 406, 408, 413, 414, 417, 431, 505);

    private final ApiDocument document;

    Judge(ApiDocument document) {
        this.document = document;
    }

    /** What is wrong with an answer, a line each. */
    List<String> wrong(FuzzRequest request, Reply reply) {
        if (reply.status() == 0) {
            return List.of("no answer: " + reply.text());
        }
        var wrong = new ArrayList<String>();
        if (reply.status() >= 500) {
            wrong.add("an error of the server's");
        }
        if (INSIDE.matcher(reply.text()).find() && !reply.text().contains("\"openapi\"")) {
            wrong.add("tells of how it is made");
        }
        if (isText(reply) && !reply.isUtf8()) {
            wrong.add("no UTF-8");
        }
        expected(request, reply, wrong);
        if (reply.status() >= 400) {
            problem(request, reply, wrong);
        }
        var operation = request.operation();
        if (operation != null) {
            documented(request, operation, reply, wrong);
        }
        return wrong;
    }

    /** Whether a request that is as documented was refused all the same, for a reason that a schema cannot say. */
    boolean isStrict(FuzzRequest request, Reply reply) {
        return request.kind() == Kind.GOOD && !isTaken(reply);
    }

    private static boolean isTaken(Reply reply) {
        return TAKEN.contains(reply.status()) || code(reply).equals(KEY_REUSED);
    }

    private static void expected(FuzzRequest request, Reply reply, List<String> wrong) {
        int status = reply.status();
        switch (request.kind()) {
            case GOOD -> {
                if (!isTaken(reply)
                        && status < 500
                        && (status != 400 || FORESEEN.matcher(code(reply)).matches())) {
                    wrong.add("refused, though it is as documented");
                }
            }
            case FLAWED -> {
                if (request.method().equals("OPTIONS") && status < 300) {
                    present(reply, "allow", wrong);
                } else if (status < 400) {
                    wrong.add("taken, though it is not as documented");
                } else if (!request.only().isEmpty()
                        && !request.only().contains(status)
                        // What is not there cannot be asked for in a wrong way.
                        && !(status == 404
                                && request.only().contains(400)
                                && !code(reply).equals("merchant.unknown"))
                        && status < 500) {
                    wrong.add("answered in another way (expected: one of " + request.only() + ")");
                }
            }
            case HOSTILE -> {
                // Anything that is documented.
            }
        }
    }

    private static boolean isText(Reply reply) {
        var type = reply.mediaType();
        return type.startsWith("text/") || type.endsWith("json");
    }

    private static String code(Reply reply) {
        var body = ApiDocument.json(reply.text());
        return body == null ? "" : body.path("code").asString("");
    }

    private void problem(FuzzRequest request, Reply reply, List<String> wrong) {
        int status = reply.status();
        if (!reply.header("x-content-type-options").orElse("").equals("nosniff")) {
            wrong.add("without X-Content-Type-Options");
        }
        switch (status) {
            case 401 -> present(reply, "www-authenticate", wrong);
            case 405 -> allow(request, reply, wrong);
            case 429, 503 -> present(reply, "retry-after", wrong);
            default -> {
                // No more than every error.
            }
        }
        if (request.method().equals("HEAD")) {
            return;
        }
        // An ingest of which a part could not be decided is no problem, but an answer.
        if (status == 503 && reply.mediaType().equals("application/json")) {
            return;
        }
        var body = ApiDocument.json(reply.text());
        if (body == null || !reply.mediaType().equals("application/problem+json")) {
            wrong.add("no problem+json");
        } else if (body.path("status").asInt(0) != status) {
            wrong.add("says another status within");
        } else if (!document.hasCode(code(reply), status)) {
            wrong.add("code " + code(reply) + " is not in the table, or not with " + status);
        }
    }

    private void allow(FuzzRequest request, Reply reply, List<String> wrong) {
        present(reply, "allow", wrong);
        var allowed = Stream.of(reply.header("allow").orElse("").split(", *")).toList();
        if (allowed.contains(request.method())) {
            wrong.add("Allow names the method that is not allowed");
        }
    }

    private static void present(Reply reply, String header, List<String> wrong) {
        if (reply.header(header).isEmpty()) {
            wrong.add("without " + header);
        }
    }

    private void documented(FuzzRequest request, Operation operation, Reply reply, List<String> wrong) {
        var response = operation.response(reply.status());
        if (response.isMissingNode()) {
            response = ANYWHERE.contains(reply.status())
                    ? operation.responses().getOrDefault("default", response)
                    : response;
        }
        if (response.isMissingNode()) {
            wrong.add("status is not documented");
            return;
        }
        headers(response, reply, wrong);
        var content = response.path("content");
        if (request.method().equals("HEAD")) {
            return;
        }
        if (content.isMissingNode()) {
            if (!reply.bytes().isEmpty()) {
                wrong.add("a body, where none is documented");
            }
        } else if (!content.has(reply.mediaType())) {
            wrong.add("media type is not documented");
        } else {
            body(content.path(reply.mediaType()), reply, wrong);
        }
    }

    private void headers(JsonNode response, Reply reply, List<String> wrong) {
        response.path("headers").properties().forEach(each -> {
            var header = document.resolved(each.getValue());
            var value = reply.header(each.getKey().toLowerCase(java.util.Locale.ROOT));
            if (value.isEmpty() && header.path("required").asBoolean(false)) {
                wrong.add("without the header " + each.getKey());
            }
            value.ifPresent(text -> {
                var schema = document.resolved(header.path("schema"));
                document.errors(schema, io.factmatrix.deploy.acceptance.document.Parameter.read(schema, text))
                        .forEach(error -> wrong.add("header " + each.getKey() + ": " + error));
            });
        });
    }

    private void body(JsonNode media, Reply reply, List<String> wrong) {
        var items = media.path("x-itemSchema");
        if (reply.mediaType().equals("text/event-stream")) {
            events(items, reply.text(), wrong);
        } else if (!items.isMissingNode()) {
            var lines = reply.text().lines().toList();
            // The last one may be cut.
            lines.subList(0, reply.cut() ? Math.max(0, lines.size() - 1) : lines.size())
                    .forEach(line -> instance(items, line, wrong));
        } else if (reply.mediaType().endsWith("json") && !reply.mediaType().endsWith("ndjson") && !reply.cut()) {
            instance(media.path("schema"), reply.text(), wrong);
        }
    }

    private void events(JsonNode schema, String text, List<String> wrong) {
        text.lines()
                .filter(line -> line.startsWith("data:"))
                .limit(1)
                .forEach(line -> instance(schema, line.substring(5), wrong));
    }

    private void instance(JsonNode schema, String text, List<String> wrong) {
        var json = ApiDocument.json(text);
        if (json == null) {
            wrong.add("no JSON");
        } else {
            document.errors(schema, json).stream().limit(3).forEach(error -> wrong.add("body: " + error));
        }
    }
}
