package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.limit.FanOut;
import io.factmatrix.deploy.bench.limit.SqlSums;
import io.factmatrix.deploy.bench.load.BusyProcessors;
import io.factmatrix.deploy.bench.load.Ingest;
import io.factmatrix.deploy.bench.load.LoadClient;
import io.factmatrix.deploy.bench.load.Sent;
import io.factmatrix.deploy.bench.load.Spent;
import io.factmatrix.deploy.bench.mix.Body;
import io.factmatrix.deploy.bench.mix.Mix;
import io.factmatrix.deploy.bench.result.Comparison;
import io.factmatrix.deploy.bench.result.Comparison.Figure;
import io.factmatrix.deploy.bench.result.Goal;
import io.factmatrix.deploy.local.failure.Failure;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The view of all days of a merchant with many events, through the gateway, each beside its peer. */
final class ViewBenchmarks implements AutoCloseable {

    private static final String MERCHANT = "views";
    private static final int BODIES = 40;
    private static final int CONNECTIONS = 6;
    private static final int CHANGES = 8;
    private static final int EVENTS_A_CHANGE = 10;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;
    /** What was stored without a pause is taken in by the other fields after it, as long as all of it takes. */
    private static final int SETTLED_WITHIN_SECONDS = 120;

    private static final long LOOK_AGAIN_NANOS = 100_000_000;

    private static final byte[] COMPLETE = "\"complete\":true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STALE = "\"status\":\"stale\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MISSING = "\"status\":\"missing\"".getBytes(StandardCharsets.US_ASCII);

    private final MeasuredStack stack;
    private final LoadClient client;
    private final Sent sent;
    private final BusyProcessors processors;
    private final PrintStream out;
    private final Mix mix;
    private final long events;
    private final int eventsABody;
    private final List<Body> changes;
    private final URI view;
    private final List<Measured> measured = new ArrayList<>();
    private final List<SqlSums> sums = new ArrayList<>();
    private final List<FanOut> fanOuts = new ArrayList<>();
    private int changed;

    ViewBenchmarks(
            MeasuredStack stack,
            LoadClient client,
            Sent sent,
            Scale scale,
            BusyProcessors processors,
            PrintStream out) {
        this.stack = stack;
        this.client = client;
        this.sent = sent;
        this.processors = processors;
        this.out = out;
        this.mix = new Mix(scale.touchpoints(), scale.products(), 2);
        this.events = scale.events();
        this.eventsABody = scale.large();
        this.changes = mix.bodiesOfAllFields(List.of(MERCHANT), CHANGES, EVENTS_A_CHANGE);
        this.view = Shown.view(stack.gateway(), MERCHANT);
    }

    /** Stores the events, and makes what these benchmarks need. */
    List<Measured> prepare(Set<Benchmark> asked) {
        if (asked.stream().anyMatch(Benchmark::isOfViews)) {
            load();
        }
        if (asked.contains(Benchmark.VIEW_UNCHANGED)) {
            unchanged();
        }
        if (asked.contains(Benchmark.VIEW_CHANGED)) {
            changed();
        }
        if (asked.contains(Benchmark.VIEW_AT_SCALE)) {
            atScale();
        }
        return measured;
    }

    private void load() {
        var began = System.nanoTime();
        var bodies = mix.bodiesOfOneField(List.of(MERCHANT), BODIES, eventsABody);
        new Ingest(client, sent, body -> stack.service(body.field()), CONNECTIONS, bodies).load(events);
        out.printf("At least %,d events of one merchant stored in %.1f s", events, Spent.seconds(began));
        var stored = System.nanoTime();
        while (!contains(client.get(view, MERCHANT), COMPLETE)) {
            if (Spent.seconds(stored) > SETTLED_WITHIN_SECONDS) {
                throw new Failure(
                        "fields: not settled after %d s (expected: settled)".formatted(SETTLED_WITHIN_SECONDS));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        out.printf(", settled %.1f s after that%n", Spent.seconds(stored));
    }

    private void unchanged() {
        var fanOut = new FanOut(Mix.FIELDS.keySet().stream()
                .map(field -> stack.service(field)
                        .resolve("/v1/merchants/%s/events?field=%s&limit=1".formatted(MERCHANT, field)))
                .toList());
        fanOuts.add(fanOut);
        var comparison = new Comparison("view-unchanged", "fan-out", Figure.TIME, Goal.atMost(2, 1.2));
        measured.add(new Answers(comparison, MEDIAN, () -> {}, this::view, () -> get(fanOut.uri()), null, out));
    }

    private void changed() {
        var rollups = SqlSums.ofRollups(MERCHANT, stack.databases());
        sums.add(rollups);
        var comparison = new Comparison("view-changed p99", "SQL over rollups", Figure.TIME, Goal.atMost(5, 2.5));
        measured.add(new Answers(comparison, TAIL, this::change, this::view, rollups::ask, processors, out));
    }

    private void atScale() {
        var facts = SqlSums.ofFacts(MERCHANT, stack.databases());
        sums.add(facts);
        var comparison = new Comparison("view-at-scale", "GROUP BY over facts", Figure.TIME_SAVED, Goal.atLeast(5, 20));
        measured.add(new Answers(comparison, MEDIAN, this::change, this::view, facts::ask, processors, out));
    }

    /** A small ingest through the gateway: the next view is another. */
    private void change() {
        client.sendNow(stack.gateway(), changes.get(changed++ % changes.size()), sent);
    }

    private double view() {
        var began = System.nanoTime();
        var body = client.get(view, MERCHANT);
        var seconds = Spent.seconds(began);
        // Who is late to take in the others' events says so, and answers no less.
        if (contains(body, STALE) || contains(body, MISSING)) {
            throw new Failure("view: %s (expected: every field fresh)"
                    .formatted(new String(body, 0, Math.min(body.length, 500), StandardCharsets.UTF_8)));
        }
        return seconds;
    }

    private double get(URI uri) {
        var began = System.nanoTime();
        client.get(uri, MERCHANT);
        return Spent.seconds(began);
    }

    private static boolean contains(byte[] body, byte[] part) {
        for (int at = 0; at + part.length <= body.length; at++) {
            if (java.util.Arrays.equals(body, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        sums.forEach(SqlSums::close);
        fanOuts.forEach(FanOut::close);
    }
}
