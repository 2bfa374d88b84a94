package io.factmatrix.deploy.local.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The file beside an imported one that says which of its lines were refused and why; there only when there are any. */
final class RejectedLines implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private @Nullable BufferedWriter writer;

    private RejectedLines(Path file) {
        this.file = file;
    }

    /** Takes away what an earlier import left. */
    static RejectedLines beside(Path input) throws IOException {
        var file = input.resolveSibling(input.getFileName() + ".rejected.ndjson");
        Files.deleteIfExists(file);
        return new RejectedLines(file);
    }

    void add(List<Rejection> rejections) throws IOException {
        for (var rejection : rejections) {
            var out = writer();
            out.write(JSON.writeValueAsString(rejection));
            out.write('\n');
        }
    }

    boolean isEmpty() {
        return writer == null;
    }

    Path file() {
        return file;
    }

    private BufferedWriter writer() throws IOException {
        var open = writer;
        if (open == null) {
            open = Files.newBufferedWriter(file);
            writer = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
