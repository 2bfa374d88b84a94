package io.factmatrix.kit.lines;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of a body. {@code received = stored + duplicates + rejected + undecided}, always.
 *
 * @param undecided lines that a service or store which is down could not decide: to be sent again
 * @param errors of the rejected lines the first 1,000, by line
 * @param errorsTruncated whether more lines were rejected than {@code errors} lists
 * @param watermarks by the word of each field that took part, a decimal integer
 */
@JsonPropertyOrder({
    "received",
    "stored",
    "duplicates",
    "rejected",
    "undecided",
    "errors",
    "errorsTruncated",
    "watermarks"
})
public record IngestAnswer(
        int received,
        int stored,
        int duplicates,
        int rejected,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int undecided,
        List<LineError> errors,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean errorsTruncated,
        Map<String, String> watermarks) {

    /** How many errors an answer lists. */
    public static final int LISTED = 1_000;

    /** Nothing was received. */
    public static final IngestAnswer NONE = new IngestAnswer(0, 0, 0, 0, 0, List.of(), false, Map.of());

    public IngestAnswer {
        if (received != stored + duplicates + rejected + undecided) {
            throw new IllegalArgumentException(
                    "received: %d (expected: %d stored + %d duplicates + %d rejected + %d undecided)"
                            .formatted(received, stored, duplicates, rejected, undecided));
        }
    }

    /** Reads one: what is left out when there is none of it is zero and false. */
    @JsonCreator
    static IngestAnswer read(
            @JsonProperty("received") int received,
            @JsonProperty("stored") int stored,
            @JsonProperty("duplicates") int duplicates,
            @JsonProperty("rejected") int rejected,
            @JsonProperty("undecided") @Nullable Integer undecided,
            @JsonProperty("errors") List<LineError> errors,
            @JsonProperty("errorsTruncated") @Nullable Boolean errorsTruncated,
            @JsonProperty("watermarks") Map<String, String> watermarks) {
        return new IngestAnswer(
                received,
                stored,
                duplicates,
                rejected,
                Objects.requireNonNullElse(undecided, 0),
                List.copyOf(errors),
                Objects.requireNonNullElse(errorsTruncated, false),
                Map.copyOf(watermarks));
    }

    /** Lines that were stored or known already, and the watermarks they led to. */
    public static IngestAnswer accepted(int stored, int duplicates, Map<String, String> watermarks) {
        return new IngestAnswer(stored + duplicates, stored, duplicates, 0, 0, List.of(), false, watermarks);
    }

    /** Lines that were rejected: every one of them, in any order. */
    public static IngestAnswer rejected(List<LineError> errors) {
        var listed = errors.stream()
                .sorted(Comparator.comparingInt(LineError::line))
                .limit(LISTED)
                .toList();
        return new IngestAnswer(errors.size(), 0, 0, errors.size(), 0, listed, errors.size() > LISTED, Map.of());
    }

    /** So many lines of which nothing is known. */
    public static IngestAnswer undecided(int lines) {
        return new IngestAnswer(lines, 0, 0, 0, lines, List.of(), false, Map.of());
    }

    /** Both together: sums, the first errors of both, the highest watermark of each field. */
    public IngestAnswer plus(IngestAnswer other) {
        return new IngestAnswer(
                received + other.received,
                stored + other.stored,
                duplicates + other.duplicates,
                rejected + other.rejected,
                undecided + other.undecided,
                first(errors, other.errors),
                rejected + other.rejected > LISTED || errorsTruncated || other.errorsTruncated,
                highest(watermarks, other.watermarks));
    }

    /** The same, its errors at the lines that their own are mapped to; the order must stay. */
    public IngestAnswer atLines(IntUnaryOperator line) {
        var moved = errors.stream()
                .map(error -> error.at(line.applyAsInt(error.line())))
                .toList();
        return new IngestAnswer(received, stored, duplicates, rejected, undecided, moved, errorsTruncated, watermarks);
    }

    private static List<LineError> first(List<LineError> some, List<LineError> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingInt(LineError::line))
                .limit(LISTED)
                .toList();
    }

    private static Map<String, String> highest(Map<String, String> some, Map<String, String> others) {
        var highest = new TreeMap<>(some);
        others.forEach((field, watermark) -> highest.merge(field, watermark, IngestAnswer::higher));
        return highest;
    }

    private static String higher(String some, String other) {
        return new BigInteger(some).compareTo(new BigInteger(other)) >= 0 ? some : other;
    }
}
