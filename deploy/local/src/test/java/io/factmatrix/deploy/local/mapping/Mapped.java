package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.mapping.RowEvents.MadeEvent;
import io.factmatrix.deploy.local.mapping.RowEvents.Outcome;
import io.factmatrix.deploy.local.table.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a mapping makes of a table. */
record Mapped(List<JsonNode> events, List<String> problems, Tally tally, List<String> unused) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    /** Of CSV text in UTF-8. */
    static Mapped of(Path folder, String mapping, String csv) throws IOException {
        var file = Files.writeString(folder.resolve("table.csv"), csv);
        return of(folder, mapping, file, TableFormat.Kind.CSV);
    }

    static Mapped of(Path folder, String mapping, Path file, TableFormat.Kind kind) throws IOException {
        return of(Files.writeString(folder.resolve("mapping.yaml"), mapping), file, kind);
    }

    static Mapped of(Path mapping, Path file, TableFormat.Kind kind) throws IOException {
        var read = Mapping.read(mapping, kind, NOW);
        try (var table = read.open(file)) {
            var bound = read.bound(table.columns());
            var mapped = new Mapped(new ArrayList<>(), new ArrayList<>(), new Tally(), bound.unused());
            for (var row = table.next(); row != null; row = table.next()) {
                mapped.add(row.number(), bound.events().of(row));
            }
            return mapped;
        }
    }

    private void add(long row, Outcome outcome) {
        tally.add(row, outcome);
        if (outcome instanceof Outcome.Made made) {
            made.events().stream().map(MadeEvent::json).map(JSON::readTree).forEach(events::add);
        } else if (outcome instanceof Outcome.Refused refused) {
            refused.problems().forEach(problem -> problems.add("row " + row + ": " + problem.text()));
        }
    }

    /** A member of each event; "-" where it is left out. */
    List<String> all(String member) {
        return events.stream().map(event -> text(event.at("/" + member))).toList();
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? "-" : value.isString() ? value.asString() : value.toString();
    }
}
