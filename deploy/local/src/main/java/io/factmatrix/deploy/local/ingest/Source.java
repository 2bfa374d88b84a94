package io.factmatrix.deploy.local.ingest;

import io.factmatrix.deploy.local.failure.Failure;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file to import, unpacked while it is read; gzip is told by its first bytes, not by its name. */
public final class Source implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f8b;

    private final Counted counted;
    private final boolean packed;
    private final InputStream content;

    private Source(Counted counted, boolean packed, InputStream content) {
        this.counted = counted;
        this.packed = packed;
        this.content = content;
    }

    public static Source open(Path file) throws IOException {
        var counted = new Counted(Files.newInputStream(file));
        var in = new BufferedInputStream(counted, BUFFER);
        var packed = isGzip(in);
        return new Source(counted, packed, packed ? new GZIPInputStream(in, BUFFER) : in);
    }

    /** The size on disk; a failure when it is no file that can be read. */
    static long size(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failure(file + (Files.exists(file) ? " cannot be read (expected: a file)" : " does not exist"));
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    public boolean isPacked() {
        return packed;
    }

    public InputStream content() {
        return content;
    }

    /** Bytes of the file that were read. */
    public long position() {
        return counted.bytes;
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        var first = in.read() << 8 | in.read();
        in.reset();
        return first == GZIP;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            bytes += Math.max(0, read);
            return read;
        }
    }
}
