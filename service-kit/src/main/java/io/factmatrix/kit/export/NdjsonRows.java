package io.factmatrix.kit.export;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SequenceWriter;

/** One object a line; the last one has {@code end} for its only member, which no row has. */
final class NdjsonRows implements Rows {

    private final ClosedBytes bytes;
    private final SequenceWriter objects;

    NdjsonRows(ObjectMapper json, ClosedBytes bytes) {
        this.bytes = bytes;
        this.objects = json.writer().withRootValueSeparator("").writeValues(bytes);
    }

    @Override
    public void writeHeader() {
        // Each line says itself what its members are.
    }

    @Override
    public void write(Map<String, ?> row) {
        objects.write(row);
        objects.flush();
        bytes.write('\n');
    }

    @Override
    public void writeClosing(Closing closing) {
        var end = new LinkedHashMap<String, Object>();
        end.put("rows", closing.rows());
        end.put("sha256", closing.sha256());
        end.putAll(closing.besides());
        write(Map.of("end", end));
    }
}
