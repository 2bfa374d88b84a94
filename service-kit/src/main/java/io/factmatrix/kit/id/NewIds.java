package io.factmatrix.kit.id;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Ids that nobody can guess: 26 of {@code 0–9 a–v}. They begin with the moment, so that as bytes they are in the order of their making, and a key by
 * them grows at its end.
 */
public final class NewIds {

    private static final Pattern FORM = Pattern.compile("[0-9a-v]{26}");
    private static final int DIGITS = 26;
    private static final int BITS_A_DIGIT = 5;
    private static final int BYTES = 16;
    private static final int BYTES_OF_TIME = 6;

    private final RandomGenerator random;

    public NewIds(RandomGenerator random) {
        this.random = random;
    }

    /** An id of that moment; 80 bits of it are random. */
    public String next(Instant at) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var time = ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli()).array();
        System.arraycopy(time, Long.BYTES - BYTES_OF_TIME, bytes, 0, BYTES_OF_TIME);
        var digits = new BigInteger(1, bytes).toString(1 << BITS_A_DIGIT);
        var zeros = new char[DIGITS - digits.length()];
        Arrays.fill(zeros, '0');
        return new String(zeros) + digits;
    }

    /** Whether that could be one. */
    public static boolean isValid(String id) {
        return FORM.matcher(id).matches();
    }
}
