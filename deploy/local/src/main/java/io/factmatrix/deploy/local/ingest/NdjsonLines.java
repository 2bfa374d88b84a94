package io.factmatrix.deploy.local.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Events that stand in the file one a line; they are sent as they are, to be judged there. */
final class NdjsonLines implements Lines {

    private final InputStream content;
    private final LineReader reader;
    private final LongSupplier position;
    private long number;

    private NdjsonLines(InputStream content, LongSupplier position) {
        this.content = content;
        this.reader = new LineReader(content);
        this.position = position;
    }

    static NdjsonLines open(Path file) throws IOException {
        var source = Source.open(file);
        return new NdjsonLines(source.content(), source::position);
    }

    static NdjsonLines of(InputStream events) {
        return new NdjsonLines(events, () -> 0);
    }

    @Override
    public @Nullable Read next() throws IOException {
        var event = reader.next();
        return event == null ? null : new Line(++number, event);
    }

    @Override
    public long position() {
        return position.getAsLong();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
