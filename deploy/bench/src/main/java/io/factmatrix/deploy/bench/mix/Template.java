package io.factmatrix.deploy.bench.mix;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes with places that are filled in anew for each sending, so that an unlimited stream of new events costs the measured
 * loop no formatting: the generation of a sending, that of the sending before, and the day.
 */
final class Template {

    /** Digits of a generation. */
    static final int DIGITS = 8;

    private static final int MICROS = 1_000_000;
    private static final long DAY_MICROS = 86_400L * MICROS;

    private final byte[] bytes;
    private final int[] own;
    private final int[] before;
    private final int[] dates;
    private final int[] instants;
    private final long[] instantMicros;

    private Template(Builder builder) {
        this.bytes = builder.bytes.toByteArray();
        this.own = ints(builder.own);
        this.before = ints(builder.before);
        this.dates = ints(builder.dates);
        this.instants = ints(builder.instants);
        this.instantMicros = builder.micros.stream().mapToLong(Long::longValue).toArray();
    }

    private static int[] ints(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same array each time: what it held before is overwritten. */
    byte[] stamp(long generation, long generationBefore, int day) {
        fill(own, digits(generation));
        fill(before, digits(generationBefore));
        fill(dates, Days.of(day).toString().getBytes(StandardCharsets.US_ASCII));
        var buffer = ByteBuffer.wrap(bytes);
        for (int at = 0; at < instants.length; at++) {
            buffer.putLong(instants[at], instantMicros[at] + day * DAY_MICROS);
        }
        return bytes;
    }

    private void fill(int[] places, byte[] value) {
        for (int place : places) {
            System.arraycopy(value, 0, bytes, place, value.length);
        }
    }

    private static byte[] digits(long generation) {
        var digits = new byte[DIGITS];
        long rest = generation;
        for (int at = DIGITS - 1; at >= 0; at--) {
            digits[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0) {
            throw new IllegalArgumentException(
                    "generation: %d (expected: at most %d digits)".formatted(generation, DIGITS));
        }
        return digits;
    }

    int length() {
        return bytes.length;
    }

    static final class Builder {

        private static final LocalDate POSTGRES_EPOCH = LocalDate.of(2000, 1, 1);
        private static final String DATE = "0000-00-00";

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> own = new ArrayList<>();
        private final List<Integer> before = new ArrayList<>();
        private final List<Integer> dates = new ArrayList<>();
        private final List<Integer> instants = new ArrayList<>();
        private final List<Long> micros = new ArrayList<>();

        Builder text(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        /** The generation of this sending, as digits. */
        Builder own() {
            own.add(bytes.size());
            return text("0".repeat(DIGITS));
        }

        /** That of the sending before, as digits. */
        Builder before() {
            before.add(bytes.size());
            return text("0".repeat(DIGITS));
        }

        /** The day of this sending, as a date. */
        Builder date() {
            dates.add(bytes.size());
            return text(DATE);
        }

        /** That second of the day of this sending, as PostgreSQL sends a time in binary. */
        Builder instant(int secondOfDay) {
            instants.add(bytes.size());
            var first = (Days.of(0).toEpochDay() - POSTGRES_EPOCH.toEpochDay()) * DAY_MICROS;
            micros.add(first + (long) secondOfDay * MICROS);
            return int64(0);
        }

        Builder int8(byte value) {
            bytes.write(value);
            return this;
        }

        Builder int16(int value) {
            bytes.writeBytes(
                    ByteBuffer.allocate(Short.BYTES).putShort((short) value).array());
            return this;
        }

        Builder int32(int value) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
            return this;
        }

        Builder int64(long value) {
            bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
            return this;
        }

        Template build() {
            return new Template(this);
        }
    }
}
