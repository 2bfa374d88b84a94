package io.factmatrix.kit.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reader's side: takes the bytes of an export in, and says at its end whether it is whole. */
public final class WholeExport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** No closing line is longer. */
    private static final int LONGEST_CLOSING = 4096;

    private static final Pattern CSV_CLOSING =
            Pattern.compile("#end,\"rows\",([0-9]+),\"sha256\",([0-9a-f]{64})((?:,\"[A-Za-z]+\",[^,\"]+)*),*\n");
    private static final Pattern CSV_BESIDES = Pattern.compile(",\"([A-Za-z]+)\",([^,\"]+)");

    private final ExportFormat format;
    private final MessageDigest sha256 = ClosedBytes.sha256();
    /** The line that may turn out to be the last: it is not in the checksum. */
    private byte[] last = new byte[0];

    private long ends;
    private boolean inQuotes;

    public WholeExport(ExportFormat format) {
        this.format = format;
    }

    /** The next bytes, of any number. */
    public void add(byte[] bytes, int offset, int count) {
        if (count == 0) {
            return;
        }
        if (isEnded(last)) {
            settleLast();
        }
        int begin = beginOfLast(bytes, offset, count);
        if (begin > offset) {
            settleLast();
            settle(bytes, offset, begin);
        }
        hold(bytes, begin, offset + count);
    }

    /** Where the last line in there begins; one that ends with the bytes is the last. */
    private static int beginOfLast(byte[] bytes, int offset, int count) {
        for (int place = offset + count - 2; place >= offset; place--) {
            if (bytes[place] == '\n') {
                return place + 1;
            }
        }
        return offset;
    }

    private void hold(byte[] bytes, int from, int to) {
        if (last.length + to - from > LONGEST_CLOSING) {
            settleLast();
            settle(bytes, from, to);
            return;
        }
        int before = last.length;
        last = Arrays.copyOf(last, before + to - from);
        System.arraycopy(bytes, from, last, before, to - from);
    }

    private void settleLast() {
        settle(last, 0, last.length);
        last = new byte[0];
    }

    private void settle(byte[] bytes, int from, int to) {
        sha256.update(bytes, from, to - from);
        for (int place = from; place < to; place++) {
            if (bytes[place] == '\n' && !inQuotes) {
                ends++;
            } else if (bytes[place] == '"' && format == ExportFormat.CSV) {
                inQuotes = !inQuotes;
            }
        }
    }

    private static boolean isEnded(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\n';
    }

    /**
     * What the closing line says, which is so; the end of the export.
     *
     * @throws Cut when it is not whole
     */
    public Closing end() throws Cut {
        var closing = closing(new String(last, StandardCharsets.UTF_8))
                .filter(found -> !inQuotes)
                .orElseThrow(() -> new Cut("its closing line is missing"));
        long rows = format == ExportFormat.CSV ? ends - 1 : ends;
        if (closing.rows() != rows) {
            throw new Cut("%d rows (expected: %d, as its closing line says)".formatted(rows, closing.rows()));
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(closing.sha256())) {
            throw new Cut("its bytes are others than those that its closing line was made for");
        }
        return closing;
    }

    private Optional<Closing> closing(String line) {
        return switch (format) {
            case NDJSON -> ofJson(line);
            case CSV -> ofCsv(line);
        };
    }

    private static Optional<Closing> ofJson(String line) {
        if (!line.startsWith("{\"end\":") || !line.endsWith("}\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(line).path("end")).flatMap(WholeExport::ofEnd);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static Optional<Closing> ofEnd(JsonNode end) {
        if (!end.path("rows").isIntegralNumber() || !end.path("sha256").isString()) {
            return Optional.empty();
        }
        var besides = new LinkedHashMap<String, String>();
        end.properties()
                .forEach(
                        member -> besides.put(member.getKey(), member.getValue().asString("")));
        besides.keySet().removeAll(List.of("rows", "sha256"));
        return Optional.of(
                new Closing(end.path("rows").asLong(), end.path("sha256").asString(), besides));
    }

    private static Optional<Closing> ofCsv(String line) {
        var matcher = CSV_CLOSING.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var besides = new LinkedHashMap<String, String>();
        var said = CSV_BESIDES.matcher(matcher.group(3));
        while (said.find()) {
            besides.put(said.group(1), said.group(2));
        }
        return Optional.of(new Closing(Long.parseLong(matcher.group(1)), matcher.group(2), besides));
    }

    /** An export that is not whole; its message says why. */
    public static final class Cut extends Exception {

        Cut(String why) {
            super(why);
        }
    }
}
