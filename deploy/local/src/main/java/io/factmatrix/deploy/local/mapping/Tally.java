package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.RowEvents.Outcome;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rows became what. */
public final class Tally {

    private static final int SHOWN = 5;

    private final Map<String, Long> events = new TreeMap<>();
    private final List<Long> firstSkipped = new ArrayList<>();
    private long rows;
    private long made;
    private long skipped;
    private long repeated;
    private long refused;

    void add(long row, Outcome outcome) {
        rows++;
        if (outcome instanceof Outcome.Made some) {
            made++;
            some.events().forEach(event -> events.merge(event.shape().label(), 1L, Long::sum));
        } else if (outcome instanceof Outcome.Refused) {
            refused++;
        } else if (outcome instanceof Outcome.Repeated) {
            repeated++;
        } else {
            skipped++;
            if (firstSkipped.size() < SHOWN) {
                firstSkipped.add(row);
            }
        }
    }

    public long rows() {
        return rows;
    }

    /** Rows that made no event because of a problem. */
    public long refused() {
        return refused;
    }

    /** Rows that no event is for. */
    public long skipped() {
        return skipped;
    }

    /** Rows that said nothing new. */
    public long repeated() {
        return repeated;
    }

    public Map<String, Long> events() {
        return Map.copyOf(events);
    }

    public void print(PrintStream out) {
        out.printf("rows       %,12d%n", rows);
        out.printf("  with events   %,9d%n", made);
        out.printf("  repeated      %,9d%n", repeated);
        out.printf("  skipped       %,9d%s%n", skipped, skippedRows());
        out.printf("  with problems %,9d%n", refused);
        out.printf(
                "events     %,12d%n",
                events.values().stream().mapToLong(Long::longValue).sum());
        events.forEach((label, count) -> out.printf("  %-30s %,9d%n", label, count));
    }

    private String skippedRows() {
        return firstSkipped.isEmpty()
                ? ""
                : firstSkipped.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(
                                ", ", "   (no event is for them: rows ", skipped > SHOWN ? ", …)" : ")"));
    }
}
