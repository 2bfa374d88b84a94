package io.factmatrix.deploy.local.ingest;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of an import. */
public final class Report {

    private static final double NANOS = 1e9;

    private final long began = System.nanoTime();
    private final Map<String, Long> codes = new TreeMap<>();
    private final Map<String, Long> unsent = new TreeMap<>();
    private final List<String> rejectedFiles = new ArrayList<>();
    private long received;
    private long stored;
    private long duplicates;
    private long repeats;

    void add(Decision decision) {
        received += decision.received();
        stored += decision.stored();
        duplicates += decision.duplicates();
        repeats += decision.repeats();
        decision.rejections().forEach(rejection -> codes.merge(rejection.code(), 1L, Long::sum));
    }

    /** Rows that could not be sent. */
    void addUnsent(List<Rejection> rejections) {
        rejections.forEach(rejection -> unsent.merge(rejection.code(), 1L, Long::sum));
    }

    void addFile(String rejected) {
        rejectedFiles.add(rejected);
    }

    public long received() {
        return received;
    }

    public long stored() {
        return stored;
    }

    public long duplicates() {
        return duplicates;
    }

    public long rejected() {
        return sum(codes);
    }

    /** Rows that made no event because of a problem. */
    public long unsent() {
        return sum(unsent);
    }

    public Map<String, Long> codes() {
        return Map.copyOf(codes);
    }

    public double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }

    public void print(PrintStream out) {
        var seconds = seconds();
        out.printf("received   %,12d in %.1f s (%,.0f/s)%n", received, seconds, received / Math.max(seconds, 0.001));
        out.printf("stored     %,12d%n", stored);
        out.printf("duplicates %,12d%n", duplicates);
        out.printf("rejected   %,12d%n", rejected());
        print(codes, out);
        if (!unsent.isEmpty()) {
            out.printf("not sent   %,12d rows with a problem%n", unsent());
            print(unsent, out);
        }
        rejectedFiles.forEach(file -> out.println("rejected lines: " + file));
        if (repeats > 0) {
            out.printf(
                    "%,d requests were sent again; what was stored before an answer got lost counts as duplicates%n",
                    repeats);
        }
    }

    private static void print(Map<String, Long> codes, PrintStream out) {
        codes.forEach((code, count) -> out.printf("  %-24s %,12d%n", code, count));
    }

    private static long sum(Map<String, Long> codes) {
        return codes.values().stream().mapToLong(Long::longValue).sum();
    }
}
