package io.factmatrix.ledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format (its manual, COPY, "Binary Format"): the cheapest way to hand many rows over. No kept
 * library that resolves writes it.
 */
final class CopyBuffer implements Row {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int INT8 = 20;
    private static final int NULL = -1;

    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    CopyBuffer() {
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins the next row. */
    Row row(int columns) {
        room(2).putShort((short) columns);
        return this;
    }

    @Override
    public Row text(@Nullable String value) {
        if (value == null) {
            return missing();
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
        return this;
    }

    @Override
    public Row int2(short value) {
        room(6).putInt(2).putShort(value);
        return this;
    }

    @Override
    public Row int8(@Nullable Long value) {
        if (value == null) {
            return missing();
        }
        room(12).putInt(8).putLong(value);
        return this;
    }

    @Override
    public Row bool(@Nullable Boolean value) {
        if (value == null) {
            return missing();
        }
        room(5).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    @Override
    public Row time(@Nullable Instant value) {
        return int8(value == null ? null : Duration.between(EPOCH, value).toNanos() / 1_000);
    }

    @Override
    public Row int8s(@Nullable Long @Nullable [] values) {
        if (values == null) {
            return missing();
        }
        int present = (int) Arrays.stream(values).filter(value -> value != null).count();
        room(24).putInt(20 + 4 * values.length + 8 * present)
                .putInt(1)
                .putInt(present < values.length ? 1 : 0)
                .putInt(INT8)
                .putInt(values.length)
                .putInt(1);
        for (var value : values) {
            int8(value);
        }
        return this;
    }

    private Row missing() {
        room(4).putInt(NULL);
        return this;
    }

    /** Everything so far, with the trailer; nothing can be added after. */
    byte[] finished() {
        room(2).putShort((short) -1).flip();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            var larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }
}
