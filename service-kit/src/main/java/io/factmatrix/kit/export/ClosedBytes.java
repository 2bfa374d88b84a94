package io.factmatrix.kit.export;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/** What was written and not taken yet, and the checksum of all of it. */
final class ClosedBytes extends OutputStream {

    private final MessageDigest sha256 = sha256();
    private byte[] held;
    private int length;
    /** How much of what is held is in the checksum. */
    private int summed;

    ClosedBytes(int usually) {
        held = new byte[usually];
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has it", e);
        }
    }

    int length() {
        return length;
    }

    @Override
    public void write(int one) {
        makeRoom(1);
        held[length++] = (byte) one;
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        makeRoom(count);
        System.arraycopy(from, offset, held, length, count);
        length += count;
    }

    void write(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        write(encoded, 0, encoded.length);
    }

    private void makeRoom(int more) {
        if (length + more > held.length) {
            held = Arrays.copyOf(held, Math.max(length + more, 2 * held.length));
        }
    }

    /** All that is held, which is then held no more. */
    DataBuffer take(DataBufferFactory buffers) {
        sum();
        var taken = buffers.allocateBuffer(length).write(held, 0, length);
        length = 0;
        summed = 0;
        return taken;
    }

    /** The checksum of all that was ever written, in hexadecimal; the last thing that is asked for. */
    String checksum() {
        sum();
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void sum() {
        sha256.update(held, summed, length - summed);
        summed = length;
    }
}
