package io.factmatrix.deploy.local;

import io.factmatrix.deploy.local.table.TableFormat;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the files of an import are. */
enum Format {
    NDJSON(null),
    CSV(TableFormat.Kind.CSV),
    XLSX(TableFormat.Kind.XLSX);

    private final TableFormat.@Nullable Kind table;

    Format(TableFormat.@Nullable Kind table) {
        this.table = table;
    }

    /** Null when events stand in them as they are. */
    TableFormat.@Nullable Kind table() {
        return table;
    }

    /** Reads {@code --format}. */
    static final class Converter implements ITypeConverter<Format> {

        @Override
        public Format convert(String value) {
            return Arrays.stream(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(
                            () -> new TypeConversionException("format: " + value + " (expected: ndjson, csv or xlsx)"));
        }
    }
}
