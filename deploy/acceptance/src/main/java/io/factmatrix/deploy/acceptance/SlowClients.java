package io.factmatrix.deploy.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many connections that send a byte a second, half of them within a head, half within a body; and one client that wants an answer. */
final class SlowClients {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration OPENED_WITHIN = Duration.ofSeconds(3);
    private static final long SECOND = 1_000_000_000;

    /**
     * @param closed connections that were ended
     * @param told those of them that got a 408 before
     * @param lastClosed nanoseconds from the opening until the last one ended
     * @param before the other client's 99th percentile in nanoseconds, by itself
     * @param during the same beside the slow ones
     */
    record Outcome(int closed, int told, long lastClosed, long before, long during) {}

    private final URI url;
    private final String merchant;
    private final String token;

    SlowClients(URI url, String merchant, String token) {
        this.url = url;
        this.merchant = merchant;
        this.token = token;
    }

    Outcome run(int connections) {
        var threads = Executors.newFixedThreadPool(connections + 1);
        try {
            percentile(Duration.ofSeconds(5), new AtomicBoolean());
            long before = percentile(Duration.ofSeconds(10), new AtomicBoolean());
            var over = new AtomicBoolean();
            var during = threads.submit(() -> percentile(PATIENCE, over));
            var slow = new ArrayList<Callable<Long>>();
            for (int at = 0; at < connections; at++) {
                boolean head = at % 2 == 0;
                // Not all in one moment, which would measure our own burst.
                long after = OPENED_WITHIN.toMillis() * at / connections;
                slow.add(() -> trickle(after, head));
            }
            int closed = 0;
            int told = 0;
            long last = 0;
            for (var ended : threads.invokeAll(slow)) {
                long took = ended.get();
                closed += took == 0 ? 0 : 1;
                told += took > 0 ? 1 : 0;
                last = Math.max(last, Math.abs(took));
            }
            over.set(true);
            return new Outcome(closed, told, last, before, during.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Nanoseconds until it was ended: positive with a 408, negative without, 0 when it never was. */
    private long trickle(long after, boolean head) throws InterruptedException {
        Thread.sleep(after);
        long began = System.nanoTime();
        try (var connection = new RawConnection(url, Duration.ofSeconds(1))) {
            connection.send("POST /v1/merchants/%s/events HTTP/1.1\r\nHost: localhost\r\n".formatted(merchant));
            if (!head) {
                connection.send(
                        "Authorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n"
                                .formatted(token));
            }
            boolean told = false;
            while (System.nanoTime() - began < PATIENCE.toNanos()) {
                // Waits for a second.
                var heard = connection.heard();
                told |= heard.statuses().contains(408);
                if (heard.end() != RawConnection.End.OPEN) {
                    long took = System.nanoTime() - began;
                    return told ? took : -took;
                }
                try {
                    connection.send("a");
                } catch (IOException refused) {
                    // What ended it is heard next.
                }
            }
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Of the answers to an operating view, asked for again and again. */
    private long percentile(Duration time, AtomicBoolean over) {
        var api = new MerchantApi(url, () -> token, merchant);
        var times = new ArrayList<Long>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && !over.get()) {
            long began = System.nanoTime();
            var answer = api.view("from=2025-06-01&to=2025-07-01");
            if (answer.status() != 200) {
                throw new IllegalStateException("view: " + answer.text() + " (expected: 200)");
            }
            times.add(System.nanoTime() - began);
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) (sorted.length * 0.99)];
    }

    /** How many seconds that is. */
    static double seconds(long nanos) {
        return (double) nanos / SECOND;
    }
}
