package io.factmatrix.deploy.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Clients that send batches at once and never give up a batch: what was refused for now or is unknown is sent again until
 * it is acknowledged, as the API promises is safe.
 */
public final class Delivery {

    /** Longer than any restart that a fault experiment makes. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final MerchantApi api;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();

    public Delivery(MerchantApi api) {
        this.api = api;
    }

    /** Batches of random size and random events, each event at least once and on average {@code copies} times. */
    public static List<List<Event>> batches(Collection<Event> events, long seed, double copies, int largest) {
        var random = new Random(seed);
        var all = new ArrayList<>(events);
        for (var event : events) {
            for (double left = copies - 1; left > 0; left--) {
                if (random.nextDouble() < left) {
                    all.add(event);
                }
            }
        }
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<Event>>();
        for (int from = 0, to; from < all.size(); from = to) {
            to = Math.min(all.size(), from + 1 + random.nextInt(largest));
            batches.add(List.copyOf(all.subList(from, to)));
        }
        return batches;
    }

    /** Sends all batches by that many clients at once; returns when all are acknowledged or given up. */
    public void send(List<List<Event>> batches, int clients, long seed) {
        var left = new ConcurrentLinkedQueue<>(batches);
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var working = new ArrayList<Future<?>>();
            for (int client = 0; client < clients; client++) {
                var random = new Random(seed + client);
                working.add(pool.submit(() -> sendAll(left, random)));
            }
            for (var client : working) {
                client.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdownNow();
        }
    }

    private void sendAll(Queue<List<Event>> left, Random random) {
        for (var batch = left.poll(); batch != null; batch = left.poll()) {
            var forms = MerchantApi.Form.values();
            sendUntilAcknowledged(batch, forms[random.nextInt(forms.length)]);
        }
    }

    private void sendUntilAcknowledged(List<Event> batch, MerchantApi.Form form) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = api.ingest(batch, form);
            if (answer.status() == 200) {
                acknowledge(batch, answer.json());
                return;
            }
            boolean forNow =
                    answer.outcome() == Answer.Outcome.UNKNOWN || answer.status() == 503 || answer.status() == 429;
            if (!forNow) {
                wrong.add("a batch of " + batch.size() + " was refused: " + answer);
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        wrong.add("a batch of " + batch.size() + " was not acknowledged within " + PATIENCE);
    }

    private void acknowledge(List<Event> batch, JsonNode answer) {
        wrong.addAll(Invariants.ofIngest(answer));
        if (answer.path("received").asLong() != batch.size()) {
            wrong.add("sent " + batch.size() + " lines: " + answer);
        }
        answer.path("errors")
                .forEach(error -> wrong.add("rejected: " + error + " of "
                        + batch.get(error.path("line").asInt() - 1).json()));
        stored.addAndGet(answer.path("stored").asLong());
        duplicates.addAndGet(answer.path("duplicates").asLong());
        answer.path("watermarks")
                .properties()
                .forEach(field ->
                        acknowledged.merge(field.getKey(), field.getValue().asLong(), Math::max));
    }

    /** What was wrong with the answers, one line each. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public long stored() {
        return stored.get();
    }

    public long duplicates() {
        return duplicates.get();
    }

    /** By field the highest watermark that was acknowledged so far. */
    public Map<String, Long> acknowledged() {
        return new LinkedHashMap<>(acknowledged);
    }
}
