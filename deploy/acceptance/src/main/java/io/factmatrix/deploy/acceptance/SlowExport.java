package io.factmatrix.deploy.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** A long ledger that is exported to a slow client: whole in the end, and the programs hold no more of it the longer it is. */
final class SlowExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String FIELD = "campaign";
    private static final int LINES_A_BODY = 2_000;
    private static final int SENDERS = 3;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int BUFFER = 16 * 1024;
    private static final double NEARLY_ALL = 0.95;

    /** What one reader may cost: a page of rows, the buffers of two programs, and what else they do meanwhile. */
    private static final long MOST_MORE = 32_000_000;

    /**
     * @param rows that came
     * @param bytes that came
     * @param took from the request to the last byte
     * @param memory of each process, in its order: before the request, at half of the rows, near their end
     * @param wrong what is not as it must be; nothing when it stood
     */
    record Outcome(long rows, long bytes, Duration took, Map<Long, List<Memory>> memory, List<String> wrong) {}

    private final URI url;
    private final String merchant;
    private final String token;
    private final List<Long> processes;
    private final Map<Long, List<Memory>> memory = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /**
     * @param processes of the installation, when it runs on this machine: their memory is looked at
     */
    SlowExport(URI url, String merchant, String token, List<Long> processes) {
        this.url = url;
        this.merchant = merchant;
        this.token = token;
        this.processes = List.copyOf(processes);
    }

    /** Sees to it that the ledger has that many events at least, and reads it at so many bytes a second. */
    Outcome run(long rows, long bytesASecond) {
        fill(rows);
        look();
        long began = System.nanoTime();
        try {
            var read = new Reading(rows, bytesASecond);
            long bytes = read.all(connection());
            read.verify();
            judgeMemory();
            return new Outcome(read.rows, bytes, Duration.ofNanos(System.nanoTime() - began), memory, wrong);
        } catch (IOException cut) {
            wrong.add("cut after %d s: %s".formatted((System.nanoTime() - began) / 1_000_000_000, cut));
            return new Outcome(0, 0, Duration.ofNanos(System.nanoTime() - began), memory, wrong);
        }
    }

    /** Those that are there already are duplicates. */
    private void fill(long rows) {
        var threads = Executors.newFixedThreadPool(SENDERS);
        try {
            var api = new MerchantApi(url, () -> token, merchant);
            var sending = new ArrayList<Callable<Boolean>>();
            for (long from = 0; from < rows; from += LINES_A_BODY) {
                long first = from;
                sending.add(() -> isStored(api, lines(first, Math.min(rows, first + LINES_A_BODY))));
            }
            for (var stored : threads.invokeAll(sending)) {
                if (!stored.get()) {
                    throw new IllegalStateException("ingest: refused (expected: stored, sooner or later)");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A busy installation may say more than once that it is to be sent again. */
    private static boolean isStored(MerchantApi api, String lines) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var answer = api.ingestText(lines);
            if (answer.status() == HttpURLConnection.HTTP_OK) {
                return true;
            }
            LockSupport.parkNanos(REST.toNanos());
        }
        return false;
    }

    private static String lines(long from, long to) {
        var lines = new StringBuilder();
        for (long number = from; number < to; number++) {
            lines.append("""
                    {"id":"x-%1$d","type":"order.paid","field":"%2$s","touchpoint":"t-%3$d","occurredAt":"2025-06-%4$02dT20:00:00+08:00","order":"x-%1$d","product":"p-%5$d","quantity":1,"amount":{"amount":"19.90","currency":"CNY"}}
                    """.formatted(number, FIELD, number % 50, 1 + number / 500 % 30, number % 20));
        }
        return lines.toString();
    }

    /** Of the kind that reads no more than it is asked for. */
    private HttpURLConnection connection() throws IOException {
        var connection =
                (HttpURLConnection) url.resolve("/v1/merchants/%s/exports/ledger?field=%s".formatted(merchant, FIELD))
                        .toURL()
                        .openConnection();
        connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it is answered " + connection.getResponseCode());
        }
        return connection;
    }

    private void look() {
        for (long process : processes) {
            memory.computeIfAbsent(process, none -> new ArrayList<>()).add(Memory.of(process));
        }
    }

    private void judgeMemory() {
        memory.forEach((process, looks) -> {
            long before = looks.get(0).live().orElse(0);
            looks.forEach(later -> {
                if (later.live().orElse(0) > before + MOST_MORE) {
                    wrong.add("heap of process %d: %s (expected: %s, and at most 32 MB more)"
                            .formatted(process, later, looks.get(0)));
                }
            });
        });
    }

    /** One export while it is read; its last line is known for it only when nothing comes behind it. */
    private final class Reading {

        private final long expected;
        private final long bytesASecond;
        private final MessageDigest sha256 = sha256();
        private final ByteArrayOutputStream last = new ByteArrayOutputStream();
        private boolean ended;
        private long rows;

        Reading(long expected, long bytesASecond) {
            this.expected = expected;
            this.bytesASecond = bytesASecond;
        }

        long all(HttpURLConnection connection) throws IOException {
            long began = System.nanoTime();
            long bytes = 0;
            var buffer = new byte[BUFFER];
            try (var body = connection.getInputStream()) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    long before = rows;
                    take(buffer, read);
                    bytes += read;
                    if (isPassed(before, expected / 2) || isPassed(before, (long) (expected * NEARLY_ALL))) {
                        look();
                    }
                    LockSupport.parkNanos(began + (long) (1e9 * bytes / bytesASecond) - System.nanoTime());
                }
            }
            return bytes;
        }

        private boolean isPassed(long before, long mark) {
            return before < mark && rows >= mark;
        }

        private void take(byte[] buffer, int count) {
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (ended) {
                    sha256.update(last.toByteArray());
                    last.reset();
                    rows++;
                    ended = false;
                }
                if (buffer[at] == '\n') {
                    last.write(buffer, from, at + 1 - from);
                    from = at + 1;
                    ended = true;
                }
            }
            last.write(buffer, from, count - from);
        }

        void verify() {
            var end = last.toString(UTF_8);
            if (!end.startsWith("{\"end\":") || !end.endsWith("\n")) {
                wrong.add("its last line: %s (expected: the closing one)".formatted(end));
                return;
            }
            var closing = JSON.readTree(end).path("end");
            expect("rows", closing.path("rows").asString(""), Long.toString(rows));
            expect("watermark", closing.path("watermark").asString(""), Long.toString(rows));
            expect("sha256", closing.path("sha256").asString(""), HexFormat.of().formatHex(sha256.digest()));
            if (rows < expected) {
                wrong.add("rows: %d (expected: >= %d, as many as were stored)".formatted(rows, expected));
            }
        }

        private void expect(String member, String said, String found) {
            if (!said.equals(found)) {
                wrong.add("%s: %s (expected: %s, as it came)".formatted(member, said, found));
            }
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has it", e);
            }
        }
    }
}
