package io.factmatrix.deploy.local.ingest;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.EventsEndpoint.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One batch, sent until every line of it is decided. Sending again is safe: what was stored is a duplicate then. */
final class Delivery {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Answers after which the same may go well a little later. */
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final EventsEndpoint endpoint;
    private final Patience patience;
    private final Batch batch;
    private final byte[] body;
    private final long giveUp;
    private int failures;
    private int lostAnswers;
    private long storedBefore;

    private Delivery(EventsEndpoint endpoint, Patience patience, Batch batch) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.batch = batch;
        this.body = batch.body();
        this.giveUp = System.nanoTime() + patience.whole().toNanos();
    }

    static Decision deliver(EventsEndpoint endpoint, Patience patience, Batch batch) throws InterruptedException {
        if (batch.isEmpty()) {
            return new Decision(0, 0, 0, List.of(), 0);
        }
        var answer = new Delivery(endpoint, patience, batch).untilDecided();
        var rejections = new ArrayList<>(answer.rejections());
        // An answer lists the first thousand; the others are learnt by sending what comes after them again.
        var rest = batch;
        var page = answer;
        while (page.isCut()) {
            rest = rest.after(page.lastLine());
            page = new Delivery(endpoint, patience, rest).untilDecided();
            rejections.addAll(page.rejections());
        }
        return new Decision(answer.received(), answer.stored(), answer.duplicates(), rejections, answer.repeats());
    }

    private Decided untilDecided() throws InterruptedException {
        while (true) {
            var reply = send();
            if (reply != null && reply.status() == 200) {
                return decided(answer(reply));
            }
            if (reply != null && !PASSING.contains(reply.status())) {
                throw new Failure("%s answers %d to the lines from %d: %s"
                        .formatted(endpoint.uri(), reply.status(), batch.firstNumber(), shortened(reply.body())));
            }
            failures++;
            pause(reply);
        }
    }

    private @Nullable Reply send() throws InterruptedException {
        try {
            return endpoint.post(body);
        } catch (IOException e) {
            lostAnswers++;
            if (System.nanoTime() > giveUp) {
                throw new Failure(gaveUp(String.valueOf(e.getMessage())), e);
            }
            return null;
        }
    }

    private void pause(@Nullable Reply reply) throws InterruptedException {
        var pause = patience.pause(failures);
        if (reply != null) {
            countWhatWasStored(reply);
            pause = reply.retryAfter().map(patience::bounded).orElse(pause);
            if (System.nanoTime() > giveUp) {
                throw new Failure(gaveUp("it answers " + reply.status() + ": " + shortened(reply.body())));
            }
        }
        Thread.sleep(Math.max(1, pause.toMillis()));
    }

    /** Lines that a 503 left undecided are sent again with those it decided, which are not to be counted twice. */
    private void countWhatWasStored(Reply reply) {
        if (reply.status() == 503 && reply.body().contains("\"undecided\"")) {
            storedBefore += answer(reply).stored();
        }
    }

    private Answer answer(Reply reply) {
        try {
            return JSON.readValue(reply.body(), Answer.class);
        } catch (JacksonException e) {
            throw new Failure(
                    "%s answers %d with what is no answer to events: %s"
                            .formatted(endpoint.uri(), reply.status(), shortened(reply.body())),
                    e);
        }
    }

    private Decided decided(Answer answer) {
        var rejections = answer.errors().stream()
                .map(error -> rejection(error, batch.line(error.line())))
                .toList();
        return new Decided(
                answer.received(),
                answer.stored() + storedBefore,
                answer.duplicates() - storedBefore,
                rejections,
                answer.errorsTruncated()
                        ? answer.errors().get(rejections.size() - 1).line()
                        : 0,
                lostAnswers);
    }

    private static Rejection rejection(Answer.Refusal error, Line line) {
        return new Rejection(line.number(), error.id(), error.code(), error.detail(), line.input());
    }

    private String gaveUp(String why) {
        return "gave up on %s after %s at line %d: %s (import again: what was stored is not stored twice)"
                .formatted(endpoint.uri(), words(patience.whole()), batch.firstNumber(), why);
    }

    private static String words(Duration span) {
        return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
    }

    private static String shortened(String body) {
        return body.length() > 500 ? body.substring(0, 500) + "…" : body;
    }

    private record Decided(
            long received, long stored, long duplicates, List<Rejection> rejections, int lastLine, int repeats) {

        boolean isCut() {
            return lastLine > 0;
        }
    }
}
