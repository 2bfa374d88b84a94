package io.factmatrix.deploy.local.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table that is read as a stream. */
public interface Table extends AutoCloseable {

    Columns columns();

    /** The next row that is not blank; null after the last. */
    @Nullable Row next() throws IOException;

    /** How many bytes of the file, as it lies on disk, were read. */
    long position();

    @Override
    void close() throws IOException;
}
