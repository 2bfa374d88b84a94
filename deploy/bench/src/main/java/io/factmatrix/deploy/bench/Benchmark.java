package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.local.failure.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

    static Benchmark of(String word) {
        return Arrays.stream(values())
                .filter(benchmark -> benchmark.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Failure("benchmark: %s (expected: one of %s)".formatted(word, words())));
    }
}
