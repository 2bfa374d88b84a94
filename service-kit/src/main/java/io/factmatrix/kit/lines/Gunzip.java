package io.factmatrix.kit.lines;

import io.factmatrix.kit.problem.ProblemException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip (RFC 1952) that comes in pieces, members one after another, by the bufferful: a small piece that inflates to
 * very much is never held whole. The JDK's stream would block for input; Netty's decoder inflates a piece to its end.
 */
final class Gunzip implements AutoCloseable {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private enum At {
        HEADER,
        EXTRA_LENGTH,
        EXTRA,
        NAME,
        COMMENT,
        HEADER_CRC,
        BODY,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();

    private byte[] piece = {};
    private int position;

    private At at = At.HEADER;
    /** Bytes read of the present part, and the little-endian number they make. */
    private int count;

    private long number;
    private int flags;
    private int extra;
    private boolean anyMember;

    /** The next piece, when the last one is used up. */
    void feed(byte[] next) {
        piece = next;
        position = 0;
        if (at == At.BODY) {
            inflater.setInput(piece);
        }
    }

    /** Inflates into that buffer: how many bytes, 0 when the piece is used up. */
    int read(byte[] buffer) {
        while (at == At.BODY || position < piece.length) {
            if (at != At.BODY) {
                accept(piece[position++] & 0xff);
                continue;
            }
            int inflated = inflate(buffer);
            if (inflated > 0) {
                checksum.update(buffer, 0, inflated);
                return inflated;
            }
            if (!inflater.finished()) {
                position = piece.length;
                return 0;
            }
            position = piece.length - inflater.getRemaining();
            enter(At.TRAILER);
        }
        return 0;
    }

    /** The input ends here: it must not do so inside a member. */
    void end() {
        if (!anyMember || at != At.HEADER || count != 0) {
            throw corrupt("it ends early");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private int inflate(byte[] buffer) {
        try {
            int inflated = inflater.inflate(buffer);
            if (inflated == 0 && inflater.needsDictionary()) {
                throw corrupt("it needs a dictionary");
            }
            return inflated;
        } catch (DataFormatException e) {
            throw corrupt(String.valueOf(e.getMessage()));
        }
    }

    private void accept(int value) {
        switch (at) {
            case HEADER -> header(value);
            case EXTRA_LENGTH -> {
                if (isWhole(value, 2)) {
                    extra = (int) number;
                    if (extra > 0) {
                        enter(At.EXTRA);
                    } else {
                        behind(EXTRA);
                    }
                }
            }
            case EXTRA -> {
                if (++count == extra) {
                    behind(EXTRA);
                }
            }
            case NAME -> {
                if (value == 0) {
                    behind(NAME);
                }
            }
            case COMMENT -> {
                if (value == 0) {
                    behind(COMMENT);
                }
            }
            case HEADER_CRC -> {
                if (++count == 2) {
                    body();
                }
            }
            case TRAILER -> trailer(value);
            case BODY -> throw new IllegalStateException("The body is not read byte by byte.");
        }
    }

    private void header(int value) {
        boolean good = switch (count) {
            case 0 -> value == 0x1f;
            case 1 -> value == 0x8b;
            case 2 -> value == 8;
            case 3 -> value < 32;
            default -> true;
        };
        if (!good) {
            throw corrupt("no member begins here");
        }
        if (count == 3) {
            flags = value;
        }
        if (++count == 10) {
            behind(0);
        }
    }

    /** Goes on with the next optional part of the header that the flags announce. */
    private void behind(int part) {
        if (part < EXTRA && (flags & EXTRA) != 0) {
            enter(At.EXTRA_LENGTH);
        } else if (part < NAME && (flags & NAME) != 0) {
            enter(At.NAME);
        } else if (part < COMMENT && (flags & COMMENT) != 0) {
            enter(At.COMMENT);
        } else if ((flags & HEADER_CRC) != 0) {
            enter(At.HEADER_CRC);
        } else {
            body();
        }
    }

    private void body() {
        enter(At.BODY);
        checksum.reset();
        inflater.reset();
        inflater.setInput(piece, position, piece.length - position);
    }

    private void trailer(int value) {
        if (count < 4 ? isWhole(value, 4) && number != checksum.getValue() : isWhole(value, 8) && isOtherSize()) {
            throw corrupt("the checksum differs");
        }
        if (count == 4) {
            number = 0;
        } else if (count == 8) {
            anyMember = true;
            enter(At.HEADER);
        }
    }

    private boolean isOtherSize() {
        return number != (inflater.getBytesWritten() & 0xffff_ffffL);
    }

    /** Takes a byte of a little-endian number: whether that was its last. */
    private boolean isWhole(int value, int bytes) {
        number |= (long) value << (8 * (count % 4));
        return ++count == bytes;
    }

    private void enter(At next) {
        at = next;
        count = 0;
        number = 0;
    }

    private static ProblemException corrupt(String how) {
        return new ProblemException(
                400, "gzip.invalid", "content-encoding: gzip: " + how + " (expected: whole members)");
    }
}
