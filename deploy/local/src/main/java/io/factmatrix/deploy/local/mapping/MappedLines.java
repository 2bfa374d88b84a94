package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.ingest.Line;
import io.factmatrix.deploy.local.ingest.Lines;
import io.factmatrix.deploy.local.ingest.Rejection;
import io.factmatrix.deploy.local.mapping.RowEvents.Outcome;
import io.factmatrix.deploy.local.table.Row;
import io.factmatrix.deploy.local.table.Table;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The events of a table, to be sent; a row with problems is a rejection. */
final class MappedLines implements Lines {

    private final Table table;
    private final RowEvents events;
    private final Tally tally;
    private final Deque<Read> ready = new ArrayDeque<>();

    MappedLines(Table table, RowEvents events, Tally tally) {
        this.table = table;
        this.events = events;
        this.tally = tally;
    }

    @Override
    public @Nullable Read next() throws IOException {
        while (ready.isEmpty()) {
            var row = table.next();
            if (row == null) {
                return null;
            }
            var outcome = events.of(row);
            tally.add(row.number(), outcome);
            add(row, outcome);
        }
        return ready.remove();
    }

    private void add(Row row, Outcome outcome) {
        if (outcome instanceof Outcome.Made made) {
            made.events().forEach(event -> ready.add(Line.ofRow(row.number(), event.json(), row.text())));
        } else if (outcome instanceof Outcome.Refused refused) {
            ready.add(new Rejection(
                    row.number(),
                    refused.id(),
                    refused.problems().get(0).code(),
                    refused.problems().stream().map(Problem::text).collect(Collectors.joining("; ")),
                    row.text()));
        }
    }

    @Override
    public long position() {
        return table.position();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
