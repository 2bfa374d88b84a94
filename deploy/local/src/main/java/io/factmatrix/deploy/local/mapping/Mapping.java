package io.factmatrix.deploy.local.mapping;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.Lines;
import io.factmatrix.deploy.local.mapping.value.Cells;
import io.factmatrix.deploy.local.mapping.value.Scope;
import io.factmatrix.deploy.local.mapping.value.Values;
import io.factmatrix.deploy.local.mapping.value.Values.NumberStyle;
import io.factmatrix.deploy.local.mapping.value.Values.TimeStyle;
import io.factmatrix.deploy.local.mapping.yaml.Part;
import io.factmatrix.deploy.local.mapping.yaml.Section;
import io.factmatrix.deploy.local.mapping.yaml.YamlFile;
import io.factmatrix.deploy.local.table.Columns;
import io.factmatrix.deploy.local.table.Table;
import io.factmatrix.deploy.local.table.TableFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the rows of a table become events, as a file of YAML says. */
public final class Mapping {

    private final Part yaml;
    private final TableFormat.Kind kind;
    private final TableFormat format;
    private final InstantSource clock;

    private Mapping(Part yaml, TableFormat.Kind kind, InstantSource clock) {
        this.yaml = yaml;
        this.kind = kind;
        this.clock = clock;
        this.format = format(yaml.section().take("file"));
    }

    /** A {@code Failure} with the line when it is none. */
    public static Mapping read(Path file, TableFormat.Kind kind, InstantSource clock) {
        return new Mapping(YamlFile.read(file), kind, clock);
    }

    /** Refuses a file whose columns are not those of the mapping. */
    public void check(Path file) {
        try (var table = format.open(file, kind)) {
            bound(table.columns());
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    /** How a file is read for sending. */
    public Lines.Opening opening(Tally tally) {
        return file -> lines(format.open(file, kind), tally);
    }

    private Lines lines(Table table, Tally tally) throws IOException {
        try {
            return new MappedLines(table, bound(table.columns()).events, tally);
        } catch (RuntimeException refused) {
            table.close();
            throw refused;
        }
    }

    Table open(Path file) throws IOException {
        return format.open(file, kind);
    }

    /** The mapping for a table with these columns; refused where it asks for others. */
    Bound bound(Columns columns) {
        var top = yaml.section();
        top.take("file");
        var scope = new Scope(
                columns, Set.copyOf(top.take("unknown").map(Part::texts).orElse(List.of())));
        var numbers = style(top.take("numbers"));
        var times = top.take("times").map(Mapping::times).orElse(TimeStyle.PLAIN);
        var cells = new Cells(scope, numbers);
        var when = top.take("when").map(part -> Condition.of(part, cells)).orElse(Condition.ALWAYS);
        var shapes = new EventShapes(scope, new Values(scope, numbers, times), cells, top.take("currency"));
        var every = top.take("members");
        var events = new ArrayList<EventShape>();
        for (var part : top.need("events").list()) {
            events.add(shapes.read(events.size() + 1, part, every));
        }
        top.nothingLeft();
        if (events.isEmpty()) {
            throw yaml.failure("events: empty (expected: at least one)");
        }
        return new Bound(new RowEvents(columns.size(), when, events, clock), events, scope.unused());
    }

    /**
     * @param unused columns that the mapping does not look at
     */
    record Bound(RowEvents events, List<EventShape> shapes, List<String> unused) {}

    private static NumberStyle style(Optional<Part> part) {
        if (part.isEmpty()) {
            return NumberStyle.PLAIN;
        }
        var section = part.get().section();
        var style = NumberStyle.PLAIN.in(section);
        section.nothingLeft();
        return style;
    }

    private static TimeStyle times(Part part) {
        var section = part.section();
        var style = TimeStyle.PLAIN.in(section);
        section.nothingLeft();
        return style;
    }

    private static TableFormat format(Optional<Part> part) {
        if (part.isEmpty()) {
            return new TableFormat(StandardCharsets.UTF_8, ',', '"', 1, List.of(), "1");
        }
        var section = part.get().section();
        var header = section.take("header").map(Mapping::header).orElse(1);
        var columns = section.take("columns");
        if (columns.isPresent() && header > 0) {
            throw columns.get().failure("file.columns: beside a header (expected: header: none)");
        }
        var format = new TableFormat(
                section.take("encoding").map(Mapping::encoding).orElse(StandardCharsets.UTF_8),
                section.take("delimiter").map(Mapping::delimiter).orElse(','),
                quote(section),
                header,
                columns.map(Part::texts).orElse(List.of()),
                section.take("sheet").map(Part::text).orElse("1"));
        section.nothingLeft();
        return format;
    }

    private static Charset encoding(Part part) {
        return part.word(
                name -> {
                    try {
                        return Optional.of(Charset.forName(name));
                    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                        return Optional.empty();
                    }
                },
                "an encoding such as UTF-8, windows-1252 or GB18030");
    }

    private static char delimiter(Part part) {
        return part.word(
                text -> text.equals("tab")
                        ? Optional.of('\t')
                        : text.length() == 1 && !text.equals("\"") ? Optional.of(text.charAt(0)) : Optional.empty(),
                "one letter in quotes, such as \";\", or tab");
    }

    private static char quoteLetter(Part part) {
        return part.word(
                text -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty(),
                "one letter in quotes, or none");
    }

    private static @Nullable Character quote(Section section) {
        var quote = section.take("quote");
        if (quote.isEmpty()) {
            return '"';
        }
        return quote.get().text().equals("none") ? null : Character.valueOf(quoteLetter(quote.get()));
    }

    private static int header(Part part) {
        return part.word(
                text -> text.equals("none")
                        ? Optional.of(0)
                        : text.matches("[1-9][0-9]{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
                "the number of the row with the names of the columns, or none");
    }
}
