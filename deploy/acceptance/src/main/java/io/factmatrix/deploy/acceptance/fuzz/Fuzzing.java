package io.factmatrix.deploy.acceptance.fuzz;

import io.factmatrix.deploy.acceptance.document.ApiDocument;
import io.factmatrix.deploy.acceptance.document.Operation;
import io.factmatrix.deploy.acceptance.fuzz.FuzzRequest.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests that are drawn from an installation's own OpenAPI document, and holds each answer against it. The same seed draws the
 * same requests, but for the ids that answers tell.
 */
public final class Fuzzing {

    /** As many good requests of an operation, and none taken, are no accident, though ids and times that belong together are rarely drawn together. */
    private static final int ENOUGH = 40;

    private static final int WAITS = 20;

    /**
     * What came of it.
     *
     * @param wrong what was wrong, each kind once, with how often it was and a command that sends it again
     * @param statuses how often each was answered
     * @param strict what was refused though the document's schemas allow it, by operation and code: rules between values
     */
    public record Outcome(int sent, List<String> wrong, Map<Integer, Integer> statuses, Map<String, Integer> strict) {}

    private final URI url;
    private final List<Caller> callers;
    private final String merchant;
    private final long seed;

    private final Map<String, String> findings = new TreeMap<>();
    private final Map<String, Integer> times = new TreeMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> strict = new TreeMap<>();
    private final Map<Operation, int[]> taken = new java.util.LinkedHashMap<>();

    public Fuzzing(URI url, List<Caller> callers, String merchant, long seed) {
        this.url = url;
        this.callers = callers;
        this.merchant = merchant;
        this.seed = seed;
    }

    /** Sends so many requests. */
    public Outcome run(int requests) {
        try (var wire = new Wire(url)) {
            var served = wire.send(
                    "GET",
                    ("GET /openapi.json HTTP/1.1\r\nHost: " + wire.host() + "\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (served.status() != 200) {
                throw new IllegalStateException("/openapi.json: " + served + " (expected: the document)");
            }
            var document = ApiDocument.of(served.text());
            var known = new Known(document);
            var drawn = new Requests(document, known, callers, merchant, seed);
            var judge = new Judge(document);
            for (int number = 0; number < requests; number++) {
                var request = drawn.draw(number);
                var reply = answer(wire, request);
                known.learn(request, reply);
                count(request, reply, judge, wire.host());
                again(wire, request, reply);
            }
        }
        taken.forEach((operation, counts) -> {
            if (counts[0] >= ENOUGH && counts[1] == 0) {
                found(operation + ": none of " + counts[0] + " requests as documented was taken", "");
            }
        });
        return new Outcome(requests, wrong(), statuses, strict);
    }

    /** Waits where it was told to. */
    private static Reply answer(Wire wire, FuzzRequest request) {
        var reply = wire.send(request.method(), request.bytes(wire.host()));
        for (int waits = 0; reply.status() == 429 && waits < WAITS; waits++) {
            try {
                Thread.sleep(Integer.parseInt(reply.header("retry-after").orElse("1")) * 1000L);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return reply;
            }
            reply = wire.send(request.method(), request.bytes(wire.host()));
        }
        return reply;
    }

    private void count(FuzzRequest request, Reply reply, Judge judge, String host) {
        statuses.merge(reply.status(), 1, Integer::sum);
        judge.wrong(request, reply)
                .forEach(what -> found(
                        place(request) + ": " + reply.status() + ", " + what,
                        request + "\n    → " + reply + "\n    " + request.replay(host)));
        if (request.kind() == Kind.GOOD && request.operation() != null) {
            var counts = taken.computeIfAbsent(request.operation(), operation -> new int[2]);
            counts[0]++;
            counts[1] += reply.status() < 400 ? 1 : 0;
        }
        if (judge.isStrict(request, reply)) {
            var problem = ApiDocument.json(reply.text());
            var code = problem == null ? "" : problem.path("code").asString("");
            strict.merge("%s: %d %s".formatted(place(request), reply.status(), code), 1, Integer::sum);
        }
    }

    /** A write under a key is sent once more: it must be answered the same to the byte. */
    private void again(Wire wire, FuzzRequest request, Reply reply) {
        boolean isKept = request.kind() == Kind.GOOD
                && reply.status() < 300
                && request.headers().stream().anyMatch(header -> header.name().equals("Idempotency-Key"));
        if (isKept) {
            var second = answer(wire, request);
            if (second.status() != reply.status()
                    || !second.bytes().equals(reply.bytes())
                    || !second.header("location").equals(reply.header("location"))
                    || !second.header("etag").equals(reply.header("etag"))) {
                found(
                        place(request) + ": not answered the same again",
                        request + "\n    → " + reply + "\n    → " + second + "\n    " + request.replay(wire.host()));
            }
        }
    }

    private static String place(FuzzRequest request) {
        return request.operation() == null
                ? request.method() + " " + request.target().replaceAll("\\?.*", "")
                : request.operation().toString();
    }

    private void found(String what, String example) {
        times.merge(what, 1, Integer::sum);
        findings.putIfAbsent(what, example);
    }

    private List<String> wrong() {
        return findings.entrySet().stream()
                .map(found ->
                        "%s (%d times)%n    %s".formatted(found.getKey(), times.get(found.getKey()), found.getValue()))
                .toList();
    }
}
