package io.factmatrix.deploy.local.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Day after day, each of them made when the one before has been read. */
final class Days extends InputStream {

    private final Supplier<byte @Nullable []> next;
    private @Nullable ByteArrayInputStream day = new ByteArrayInputStream(new byte[0]);

    /**
     * @param next the next day; null after the last
     */
    Days(Supplier<byte @Nullable []> next) {
        this.next = next;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (day != null && day.available() == 0) {
            var bytes = next.get();
            day = bytes == null ? null : new ByteArrayInputStream(bytes);
        }
        return day == null ? -1 : day.read(into, offset, length);
    }
}
