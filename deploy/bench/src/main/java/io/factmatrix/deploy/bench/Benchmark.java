package io.factmatrix.deploy.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What can be asked for by name. */
enum Benchmark {
    INGEST_DIRECT_5000,
    INGEST_DIRECT_500,
    INGEST_GATEWAY,
    INGEST_SINGLE,
    VIEW_UNCHANGED,
    VIEW_CHANGED,
    VIEW_AT_SCALE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String word() {
        return word;
    }

    boolean isOfViews() {
        return word.startsWith("view");
    }

    static String words() {
        return Arrays.stream(values()).map(Benchmark::word).collect(Collectors.joining(", "));
    }

    static final class Reader implements ITypeConverter<Benchmark> {

        @Override
        public Benchmark convert(String value) {
            return Arrays.stream(values())
                    .filter(benchmark -> benchmark.word.equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "benchmark: %s (expected: one of %s)".formatted(value, words())));
        }
    }
}
