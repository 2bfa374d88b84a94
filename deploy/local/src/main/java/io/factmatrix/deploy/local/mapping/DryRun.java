package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.mapping.RowEvents.MadeEvent;
import io.factmatrix.deploy.local.mapping.RowEvents.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what an import would send, and every row that it would not. */
public final class DryRun {

    private static final int SHOWN = 5;

    private final Mapping mapping;
    private final PrintStream out;

    public DryRun(Mapping mapping, PrintStream out) {
        this.mapping = mapping;
        this.out = out;
    }

    /** How many rows have a problem. */
    public long of(Path file) {
        try (var table = mapping.open(file)) {
            var bound = mapping.bound(table.columns());
            var tally = new Tally();
            Map<String, List<String>> first = new LinkedHashMap<>();
            bound.shapes().forEach(shape -> first.put(shape.label(), new ArrayList<>()));
            out.println(file + ", dry run: nothing is sent");
            for (var row = table.next(); row != null; row = table.next()) {
                var outcome = bound.events().of(row);
                tally.add(row.number(), outcome);
                if (outcome instanceof Outcome.Made made) {
                    for (var event : made.events()) {
                        keep(
                                first.computeIfAbsent(event.shape().label(), none -> new ArrayList<>()),
                                row.number(),
                                event);
                    }
                } else if (outcome instanceof Outcome.Refused refused) {
                    for (var problem : refused.problems()) {
                        out.printf("row %d: %s%n", row.number(), problem.text());
                    }
                }
            }
            show(first);
            if (!bound.unused().isEmpty()) {
                out.println("columns not used: " + String.join(", ", bound.unused()));
            }
            tally.print(out);
            return tally.refused();
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    private static void keep(List<String> shown, long row, MadeEvent event) {
        if (shown.size() < SHOWN) {
            shown.add("row %d: %s".formatted(row, event.json()));
        }
    }

    private void show(Map<String, List<String>> first) {
        first.forEach((label, events) -> {
            out.println(events.isEmpty() ? "no " + label : "first " + label + ":");
            events.forEach(event -> out.println("  " + event));
        });
    }
}
