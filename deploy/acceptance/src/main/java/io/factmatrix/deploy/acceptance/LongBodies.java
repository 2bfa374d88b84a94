package io.factmatrix.deploy.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Many long ingests at once: each is stored whole, and nothing of them stays in memory. */
final class LongBodies {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int LINES_AT_A_TIME = 300;
    private static final List<String> FIELDS = List.of("livestream", "creator", "campaign", "kol");

    /** What the lines are. */
    enum Kind {
        /** Each body its own events. */
        EVENTS,
        /** The same events in every body, over and over: nothing is stored but the first. */
        DUPLICATES,
        /** One line that never ends. */
        LINE
    }

    private final URI url;
    private final String merchant;
    private final String token;

    LongBodies(URI url, String merchant, String token) {
        this.url = url;
        this.merchant = merchant;
        this.token = token;
    }

    /** How often each answer came: its status, and what became of the lines. */
    Map<String, Integer> send(int bodies, long bytes, Kind kind) {
        var threads = Executors.newFixedThreadPool(bodies);
        try {
            var sending = new ArrayList<Callable<String>>();
            for (int at = 0; at < bodies; at++) {
                int body = at;
                sending.add(() -> ingest(body, bytes, kind));
            }
            var answers = new TreeMap<String, Integer>();
            for (var answer : threads.invokeAll(sending)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private String ingest(int body, long bytes, Kind kind) throws IOException {
        try (var connection = new RawConnection(url, PATIENCE)) {
            connection.send("""
                    POST /v1/merchants/%s/events HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: %d\r
                    Connection: close\r
                    \r
                    """.formatted(merchant, token, bytes));
            try {
                sendLines(connection, body, bytes, kind);
            } catch (IOException refused) {
                // What was answered is heard next.
            }
            var heard = connection.heard();
            var counts = heard.text().replaceAll("(?s).*(\"received\".*?\"rejected\":\\d+).*", "$1");
            return heard.statuses() + " " + (counts.startsWith("\"received") ? counts : "") + " " + heard.end();
        }
    }

    private static void sendLines(RawConnection connection, int body, long bytes, Kind kind) throws IOException {
        long left = bytes;
        for (long number = 0; left > 0; number += LINES_AT_A_TIME) {
            var lines = lines(body, number, kind);
            // The rest is blank, so that no line is cut.
            var some = lines.length <= left ? lines : " ".repeat((int) left).getBytes(US_ASCII);
            connection.output().write(some);
            left -= some.length;
        }
    }

    private static byte[] lines(int body, long from, Kind kind) {
        if (kind == Kind.LINE) {
            return "a".repeat(60_000).getBytes(US_ASCII);
        }
        var lines = new StringBuilder();
        for (long number = from; number < from + LINES_AT_A_TIME; number++) {
            var id = kind == Kind.EVENTS ? body + "-" + number : "same-" + (number - from);
            lines.append("""
                    {"id":"%s","type":"order.paid","field":"%s","touchpoint":"t-%d","occurredAt":"2025-06-18T20:00:00+08:00","order":"%s","product":"p-%d","quantity":1,"amount":{"amount":"19.90","currency":"CNY"}}
                    """.formatted(id, FIELDS.get((int) (number % FIELDS.size())), number % 50, id, number % 20));
        }
        return lines.toString().getBytes(US_ASCII);
    }
}
