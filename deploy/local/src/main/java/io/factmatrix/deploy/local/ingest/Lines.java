package io.factmatrix.deploy.local.ingest;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is in a file, read as a stream: lines to send, and what cannot be one. */
public interface Lines extends AutoCloseable {

    /** The next; null after the last. */
    @Nullable Read next() throws IOException;

    /** How many bytes of the file, as it lies on disk, were read. */
    long position();

    @Override
    void close() throws IOException;

    /** What was read: a line to send, or why there is none. */
    sealed interface Read permits Line, Rejection {}

    /** How a file of one format is opened. */
    interface Opening {

        Lines open(Path file) throws IOException;
    }
}
