package io.factmatrix.kit.connection;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import java.util.Locale;
import java.util.Set;

/** Follows one body in chunks (RFC 9112, 7.1), however it is cut into pieces, to tell where it ends. Keeps none of its bytes. */
final class ChunkedBody {

    private static final byte CR = '\r';
    private static final byte LF = '\n';

    /** A chunk may not be longer: Netty counts its bytes in an {@code int}. */
    private static final long LONGEST_CHUNK = Integer.MAX_VALUE;

    /** Of the digits and the extensions of one chunk, which nobody reads. */
    private static final int LONGEST_SIZE_LINE = 256;

    /** Of all fields behind the last chunk, which nobody reads either. */
    private static final int LONGEST_TRAILER = 4096;

    /** RFC 9110, 6.5.1: what frames, routes or authenticates is said before the body. */
    private static final Set<String> NO_TRAILERS = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private enum At {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_BEGIN,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_LF,
        LAST_LF,
        END
    }

    private final long longest;

    private At at = At.SIZE;
    private long left;
    private int digits;
    private int signs;
    private final StringBuilder name = new StringBuilder();
    private long data;

    /**
     * @param longest bytes that may come, without what frames them
     */
    ChunkedBody(long longest) {
        this.longest = longest;
    }

    boolean hasEnded() {
        return at == At.END;
    }

    /**
     * Reads on.
     *
     * @return the offset behind the last byte that belongs to the body
     * @throws ProblemException when the body is not framed as it must be, or a chunk begins that makes it too long
     */
    int read(ByteBuf bytes, int from, int to) {
        int next = from;
        while (next < to && at != At.END) {
            if (at == At.DATA) {
                int some = (int) Math.min(left, to - next);
                next += some;
                left -= some;
                if (left == 0) {
                    at = At.DATA_CR;
                }
            } else {
                at = step(bytes.getByte(next++));
            }
        }
        return next;
    }

    private At step(byte sign) {
        return switch (at) {
            case SIZE -> size(sign);
            case EXTENSION -> extension(sign);
            case SIZE_END -> sizeEnd(sign);
            case DATA_CR -> expected(sign, CR, At.DATA_LF, "behind a chunk");
            case DATA_LF -> expected(sign, LF, At.SIZE, "behind a chunk");
            case TRAILER_BEGIN -> sign == CR ? At.LAST_LF : trailerName(sign);
            case TRAILER_NAME -> trailerName(sign);
            case TRAILER_VALUE -> trailerValue(sign);
            case TRAILER_LF -> expected(sign, LF, At.TRAILER_BEGIN, "behind a trailer");
            case LAST_LF -> expected(sign, LF, At.END, "behind the body");
            case DATA, END -> throw new IllegalStateException("No framing in " + at);
        };
    }

    private static At expected(byte found, byte wanted, At next, String where) {
        if (found != wanted) {
            throw Malformed.found("sign " + where, found, "CR LF");
        }
        return next;
    }

    private At size(byte sign) {
        bound();
        int digit = Signs.hex(sign);
        if (digit >= 0) {
            digits++;
            left = left * 16 + digit;
            if (left > LONGEST_CHUNK) {
                throw Malformed.found("chunk size", "over " + LONGEST_CHUNK, "at most that");
            }
            return At.SIZE;
        }
        if (digits > 0 && sign == ';') {
            return At.EXTENSION;
        }
        if (digits > 0 && sign == CR) {
            return At.SIZE_END;
        }
        throw Malformed.found("sign in a chunk size", sign, "hexadecimal digits, then CR LF");
    }

    private At extension(byte sign) {
        bound();
        if (sign == CR) {
            return At.SIZE_END;
        }
        if (!Signs.isValue(sign)) {
            throw Malformed.found("sign in a chunk extension", sign, "a visible one, or CR LF");
        }
        return At.EXTENSION;
    }

    private void bound() {
        if (++signs > LONGEST_SIZE_LINE) {
            throw Malformed.found("chunk size", "a line of over %d bytes".formatted(LONGEST_SIZE_LINE), "fewer");
        }
    }

    private At sizeEnd(byte sign) {
        boolean last = left == 0;
        expected(sign, LF, At.DATA, "behind a chunk size");
        data += left;
        if (data > longest) {
            throw ProblemException.bodyTooLong(longest);
        }
        digits = 0;
        signs = 0;
        return last ? At.TRAILER_BEGIN : At.DATA;
    }

    private At trailerName(byte sign) {
        boundTrailer();
        if (sign == ':' && name.length() > 0) {
            var named = name.toString();
            name.setLength(0);
            if (NO_TRAILERS.contains(named.toLowerCase(Locale.ROOT))) {
                throw Malformed.found("trailer", named, "none that frames, routes or authenticates");
            }
            return At.TRAILER_VALUE;
        }
        if (!Signs.isToken(sign)) {
            throw Malformed.found("sign in a trailer's name", sign, "a token, then a colon");
        }
        name.append((char) sign);
        return At.TRAILER_NAME;
    }

    private At trailerValue(byte sign) {
        boundTrailer();
        if (sign == CR) {
            return At.TRAILER_LF;
        }
        if (!Signs.isValue(sign)) {
            throw Malformed.found("sign in a trailer", sign, "a visible one, space or tab");
        }
        return At.TRAILER_VALUE;
    }

    private void boundTrailer() {
        if (++signs > LONGEST_TRAILER) {
            throw new ProblemException(
                    431,
                    "headers.too_long",
                    "trailers: over %d bytes (expected: at most that)".formatted(LONGEST_TRAILER));
        }
    }
}
