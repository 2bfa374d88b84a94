package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.limit.Raw;
import io.factmatrix.deploy.bench.limit.RawCommits;
import io.factmatrix.deploy.bench.limit.RawTable;
import io.factmatrix.deploy.bench.load.Ingest;
import io.factmatrix.deploy.bench.load.LoadClient;
import io.factmatrix.deploy.bench.load.Sent;
import io.factmatrix.deploy.bench.mix.Body;
import io.factmatrix.deploy.bench.mix.Mix;
import io.factmatrix.deploy.bench.result.Comparison.Figure;
import io.factmatrix.deploy.bench.result.Goal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Ways to store events, each beside the limit of its round. */
final class IngestBenchmarks implements AutoCloseable {

    private static final int CONNECTIONS_LARGE = 6;
    private static final int CONNECTIONS_SMALL = 16;
    private static final int CONNECTIONS_SINGLE = 64;
    private static final int BODIES_LARGE = 30;
    private static final int BODIES_SMALL = 90;
    private static final int BODIES_SINGLE = 900;
    private static final int COMMITTERS = 32;

    /** Umami's collector, the better of two figures: measured once, elsewhere. */
    private static final double UMAMI = 359;

    private final MeasuredStack stack;
    private final LoadClient client;
    private final Sent sent;
    private final List<String> merchants;
    private final Mix mix;
    private final AtomicLong rawGeneration = new AtomicLong();
    private final List<Raw> open = new ArrayList<>();
    private final Ways ways;
    private final int large;
    private final int small;

    IngestBenchmarks(MeasuredStack stack, LoadClient client, Sent sent, Scale scale, Ways ways) {
        this.stack = stack;
        this.client = client;
        this.sent = sent;
        this.ways = ways;
        this.large = scale.large();
        this.small = scale.small();
        this.merchants = IntStream.range(0, scale.merchants())
                .mapToObj(number -> "bench-" + number)
                .toList();
        this.mix = new Mix(scale.touchpoints(), scale.products(), 1);
    }

    /** Makes the ways that these benchmarks need, limits first, and the comparisons of them. */
    void prepare(Set<Benchmark> asked) {
        if (asked.contains(Benchmark.INGEST_DIRECT_5000) || asked.contains(Benchmark.INGEST_DIRECT_500)) {
            ways.add("RAW 2 × 5,000", raw(2, large));
        }
        if (asked.contains(Benchmark.INGEST_DIRECT_5000) || asked.contains(Benchmark.INGEST_GATEWAY)) {
            ways.add("ingest-direct-5000", direct(CONNECTIONS_LARGE, BODIES_LARGE, large));
        }
        if (asked.contains(Benchmark.INGEST_DIRECT_5000)) {
            ways.compare("ingest-direct-5000", "RAW 2 × 5,000", Figure.RATE, Goal.atLeast(0.35, 0.6));
        }
        if (asked.contains(Benchmark.INGEST_DIRECT_500)) {
            ways.add("RAW 4 × 500", raw(4, small));
            ways.add("ingest-direct-500", direct(CONNECTIONS_SMALL, BODIES_SMALL, small));
            ways.compare("ingest-direct-500", "RAW 2 × 5,000", Figure.RATE, Goal.atLeast(0.25, 0.45));
            ways.compare("ingest-direct-500", "RAW 4 × 500", Figure.RATE, Goal.NONE);
        }
        if (asked.contains(Benchmark.INGEST_GATEWAY)) {
            ways.add(
                    "ingest-gateway",
                    ingest(
                            CONNECTIONS_LARGE,
                            mix.bodiesOfAllFields(merchants, BODIES_LARGE, large),
                            any -> stack.gateway()));
            ways.compare("ingest-gateway", "ingest-direct-5000", Figure.RATE, Goal.atLeast(0.7, 0.85));
        }
        if (asked.contains(Benchmark.INGEST_SINGLE)) {
            var commits = keep(new RawCommits(stack.limits(), COMMITTERS));
            ways.add("RAW %d × 1".formatted(COMMITTERS), commits::run);
            ways.add("ingest-single", direct(CONNECTIONS_SINGLE, BODIES_SINGLE, 1));
            ways.addKnown("Umami, elsewhere", UMAMI);
            ways.compare("ingest-single", "RAW %d × 1".formatted(COMMITTERS), Figure.RATE, Goal.NONE);
            ways.compare("ingest-single", "Umami, elsewhere", Figure.RATE, Goal.atLeast(20, 100));
        }
    }

    private Ways.Way raw(int writers, int rows) {
        var blocks = mix.rows(merchants, BODIES_LARGE, rows);
        return keep(new RawTable(stack.limits(), writers, blocks, rawGeneration))::run;
    }

    private Ways.Way direct(int connections, int bodies, int events) {
        return ingest(
                connections, mix.bodiesOfOneField(merchants, bodies, events), body -> stack.service(body.field()));
    }

    private Ways.Way ingest(int connections, List<Body> bodies, Function<Body, URI> to) {
        return new Ingest(client, sent, to, connections, bodies)::run;
    }

    private Raw keep(Raw resource) {
        open.add(resource);
        return resource;
    }

    @Override
    public void close() {
        open.forEach(Raw::close);
    }
}
