package io.factmatrix.deploy.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Proves an installation exact from outside: sends a random history as careless clients would, reads while it does, and in
 * the end demands that every event acknowledged is stored once, that every view and audience equals the oracle's, and that the
 * whole log sent again in another order changes no byte of any of them.
 */
public final class Verifier {

    /**
     * How it went.
     *
     * @param wrong what was found, one line each; empty is a pass
     */
    public record Verdict(long sent, long reads, int views, String calls, List<String> wrong) {
        public boolean passed() {
            return wrong.isEmpty();
        }
    }

    /** Generous: the machine may be busy with what it was sent just before. */
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    /** Of the past, asked for at the end; more are asked for while events are sent. */
    private static final int INSTANTS = 50;

    private static final int CLIENTS = 4;
    private static final int LARGEST_BATCH = 400;
    private static final double COPIES = 1.4;

    private final MerchantApi api;
    private final long seed;
    private final List<Event> history;
    private final List<ViewQuery> queries;
    private final PastViews past;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();

    /** @param api of a merchant without events */
    public Verifier(MerchantApi api, long seed, int events, int views) {
        this.api = api;
        this.seed = seed;
        this.history = History.random(seed, events);
        this.queries = History.queries(seed, views);
        this.past = new PastViews(api, queries);
    }

    /** Runs it all once. */
    public Verdict run() {
        if (merchantIsNew()) {
            sendWhileReading();
            awaitSettled();
            var recorded = everyEventIsStoredOnce();
            everyConflictIsListed();
            var views = viewsEqualTheOracle();
            var audiences = audiencesEqualTheOracle();
            seriesEqualTheOracle();
            past.lookAtRandom(recorded.values(), seed, INSTANTS);
            correctionsExplainThePast(recorded.values());
            sendAgain();
            views.forEach((query, bytes) -> isTheSame(query, bytes, whole(() -> api.view(query))));
            audiences.forEach((query, bytes) -> isTheSame(query, bytes, whole(() -> api.audience(query))));
            wrong.addAll(past.wrong(history, recorded));
        }
        return new Verdict(history.size(), reads.get(), queries.size(), api.summary(), List.copyOf(wrong));
    }

    private boolean merchantIsNew() {
        for (var field : Event.FIELDS) {
            var ledger = api.ledger(field, null, 1);
            if (!ledger.ok() || !ledger.json().path("items").isEmpty()) {
                wrong.add("the ledger of " + field + ": " + ledger + " (expected: a merchant without events)");
            }
        }
        return wrong.isEmpty();
    }

    private void sendWhileReading() {
        var delivery = new Delivery(api);
        var sending = new AtomicBoolean(true);
        var reader = new Thread(() -> readWhile(sending, delivery), "verifier-reader");
        reader.start();
        delivery.send(Delivery.batches(history, seed, COPIES, LARGEST_BATCH), CLIENTS, seed);
        sending.set(false);
        join(reader);
        wrong.addAll(delivery.wrong());
        if (delivery.stored() > history.size()) {
            wrong.add(delivery.stored() + " events were called stored, but only " + history.size() + " were sent");
        }
    }

    private void readWhile(AtomicBoolean sending, Delivery delivery) {
        var invariants = new Invariants();
        var audiences = new Invariants();
        for (int i = 0; sending.get(); i = (i + 1) % queries.size()) {
            var before = delivery.acknowledged();
            var answer = api.view(queries.get(i));
            if (answer.ok()) {
                reads.incrementAndGet();
                wrong.addAll(invariants.ofView(queries.get(i), answer.json()));
                wrong.addAll(Invariants.ofReadingOwnWrites(answer.json(), before));
                past.lookBackFrom(answer.json());
            } else if (isRefusedForGood(answer)) {
                wrong.add("a view was refused: " + queries.get(i) + ": " + answer);
            }
            readAudience(queries.get(i), audiences, delivery.acknowledged());
        }
    }

    private void readAudience(ViewQuery query, Invariants invariants, Map<String, Long> before) {
        var answer = api.audience(query);
        if (answer.ok()) {
            reads.incrementAndGet();
            wrong.addAll(invariants.ofAudience(answer.json()));
            wrong.addAll(Invariants.ofReadingOwnWrites(answer.json(), before));
        } else if (isRefusedForGood(answer)) {
            wrong.add("who was reached is not told: " + query + ": " + answer);
        }
    }

    private static boolean isRefusedForGood(Answer answer) {
        return answer.outcome() == Answer.Outcome.REFUSED && answer.status() != 503 && answer.status() != 429;
    }

    private static void join(Thread reader) {
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Acknowledged ⊆ stored ⊆ sent, an id once, watermarks dense, times that grow, and no line refunded beyond its amount. */
    private Map<Event.Key, Instant> everyEventIsStoredOnce() {
        var sent = new HashMap<Event.Key, Event>();
        history.forEach(event -> sent.put(event.key(), event));
        var oracle = new Oracle(history);
        var seen = new HashMap<Event.Key, Instant>();
        for (var field : Event.FIELDS) {
            var ledger = new Ledger(api.ledgerStream(field, null).lines());
            wrong.addAll(ledger.gaps(field));
            for (var stored : ledger.events()) {
                var key = new Event.Key(field, stored.path("id").asString(""));
                if (!sent.containsKey(key)) {
                    wrong.add("stored, but never sent: " + stored);
                } else if (seen.put(key, Ledger.recordedAt(stored)) != null) {
                    wrong.add("stored twice: " + stored);
                } else if (!stored.path("state").asString("").equals(oracle.state(key))) {
                    wrong.add("state of " + stored + " (expected: " + oracle.state(key) + ")");
                }
            }
        }
        sent.keySet().stream()
                .filter(key -> !seen.containsKey(key))
                .forEach(key -> wrong.add("lost: " + sent.get(key)));
        return seen;
    }

    /** On long pages and on short ones. */
    private void everyConflictIsListed() {
        var oracle = new Oracle(history);
        wrong.addAll(Conflicts.differences(oracle, api, 500));
        wrong.addAll(Conflicts.differences(oracle, api, 7));
    }

    /** From before the first event, and from somewhere in the midst of them. */
    private void correctionsExplainThePast(Collection<Instant> recorded) {
        var moments = recorded.stream().sorted().toList();
        if (!moments.isEmpty()) {
            var first = moments.get(0).minusMillis(1);
            wrong.addAll(Corrections.differences(api, queries.get(0), first, 500));
            wrong.addAll(Corrections.differences(api, queries.get(0), moments.get(moments.size() / 3), 37));
        }
    }

    private Map<ViewQuery, String> viewsEqualTheOracle() {
        var oracle = new Oracle(history);
        var bytes = new LinkedHashMap<ViewQuery, String>();
        for (var query : queries) {
            var answer = whole(() -> api.view(query));
            if (answer.ok()) {
                bytes.put(query, answer.viewBytes());
                Differences.between(oracle.view(query), answer.json())
                        .forEach(difference -> wrong.add(query.parameters() + ": " + difference));
            } else {
                wrong.add("a view was refused: " + query + ": " + answer);
            }
        }
        return bytes;
    }

    /** What depends on other fields is promised for five seconds after the last ingest. */
    private void awaitSettled() {
        var deadline = Instant.now().plus(SETTLED_WITHIN);
        var answer = api.view(queries.get(0));
        while (!(answer.ok() && Invariants.isSettled(answer.json()))) {
            if (Instant.now().isAfter(deadline)) {
                wrong.add("not settled after %s: %s".formatted(SETTLED_WITHIN, answer));
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = api.view(queries.get(0));
        }
    }

    /** A field may be late, on a busy machine, and the answer says that it is not complete: then it is asked again, but not for ever. */
    private static Answer whole(Supplier<Answer> ask) {
        var deadline = Instant.now().plus(SETTLED_WITHIN);
        var answer = ask.get();
        while (!(answer.ok() && answer.json().path("complete").asBoolean())
                && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            answer = ask.get();
        }
        return answer;
    }

    private Map<ViewQuery, String> audiencesEqualTheOracle() {
        var oracle = new Oracle(history);
        var invariants = new Invariants();
        var bytes = new LinkedHashMap<ViewQuery, String>();
        for (var query : queries) {
            var answer = whole(() -> api.audience(query));
            if (answer.ok()) {
                bytes.put(query, answer.viewBytes());
                wrong.addAll(invariants.ofAudience(answer.json()));
                Differences.betweenAudiences(oracle.audience(query), answer.json())
                        .forEach(difference -> wrong.add(query.parameters() + ": " + difference));
            } else {
                wrong.add("who was reached is not told: " + query + ": " + answer);
            }
        }
        return bytes;
    }

    /** Day by day. */
    private void seriesEqualTheOracle() {
        var oracle = new Oracle(history);
        for (var query : queries) {
            var answer = whole(() -> api.series(query, "1d"));
            if (answer.ok()) {
                Series.differences(oracle, query, Series.Step.DAY, answer.json())
                        .forEach(difference -> wrong.add(query.parameters() + ": " + difference));
            } else {
                wrong.add("a series was refused: " + query + ": " + answer);
            }
        }
    }

    private void isTheSame(ViewQuery query, String bytes, Answer again) {
        if (!again.ok() || !again.viewBytes().equals(bytes)) {
            wrong.add("another answer after the same log again: " + query.parameters() + "\n  before: " + bytes
                    + "\n  after:  " + again);
        }
    }

    private void sendAgain() {
        var delivery = new Delivery(api);
        delivery.send(Delivery.batches(history, seed + 1, 1, LARGEST_BATCH), CLIENTS, seed + 1);
        wrong.addAll(delivery.wrong());
        if (delivery.stored() != 0 || delivery.duplicates() != history.size()) {
            wrong.add("sent again: %d stored, %d duplicates (expected: 0 and %d)"
                    .formatted(delivery.stored(), delivery.duplicates(), history.size()));
        }
    }

    /** A field's ledger as it was read. */
    record Ledger(List<JsonNode> events) {

        /** Dense watermarks from 1 and times of recording that grow. */
        List<String> gaps(String field) {
            var gaps = new ArrayList<String>();
            var last = Instant.MIN;
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                if (!event.path("watermark").asString("").equals(Integer.toString(i + 1))) {
                    gaps.add(field + ": watermark " + event.path("watermark") + " (expected: " + (i + 1) + ")");
                }
                var recordedAt = recordedAt(event);
                if (recordedAt.isBefore(last)) {
                    gaps.add(field + ": recordedAt went back at " + event);
                }
                last = recordedAt;
            }
            return gaps;
        }

        static Instant recordedAt(JsonNode event) {
            return OffsetDateTime.parse(event.path("recordedAt").asString()).toInstant();
        }
    }
}
