package io.factmatrix.kit.lines;

import io.factmatrix.kit.problem.ProblemException;
import java.util.BitSet;

/**
 * The elements of a JSON array, each a line. Looks only for where an element ends; whether it is good JSON in itself is asked
 * of each element alone, so that a bad one stops no other. What leaves the end of an element unknown breaks the array.
 */
final class ArraySplitter implements Splitter {

    /** Deeper than any line of 16 KiB can nest, so that only an element that is too long anyway gets there. */
    private static final int DEEPEST = 64 * 1024;

    private enum At {
        START,
        FIRST,
        NEXT,
        SCALAR,
        STRING,
        NESTED,
        NESTED_STRING,
        BETWEEN,
        END
    }

    private final LineBuffer element = new LineBuffer();
    /** For each bracket open, whether it is a square one. */
    private final BitSet square = new BitSet();

    private At at = At.START;
    private int depth;
    private boolean escaped;

    @Override
    public int split(byte[] piece, int from, int to, ChunkBuilder lines) {
        for (int i = from; i < to; i++) {
            read(piece[i], lines);
            if (lines.isFull()) {
                return i + 1;
            }
        }
        return to;
    }

    @Override
    public void end(ChunkBuilder lines) {
        if (at != At.END) {
            throw broken("the body ends", "the end of the array");
        }
    }

    private void read(byte value, ChunkBuilder lines) {
        switch (at) {
            case START -> opening(value);
            case FIRST, NEXT -> beginning(value);
            case SCALAR -> scalar(value, lines);
            case STRING, NESTED_STRING -> string(value, lines);
            case NESTED -> nested(value, lines);
            case BETWEEN -> separator(value);
            case END -> {
                if (!LineBuffer.isSpace(value)) {
                    throw broken(shown(value), "nothing after the array");
                }
            }
        }
    }

    private void opening(byte value) {
        if (value == '[') {
            at = At.FIRST;
        } else if (!LineBuffer.isSpace(value)) {
            throw broken(shown(value), "an array of events");
        }
    }

    private void beginning(byte value) {
        if (LineBuffer.isSpace(value)) {
            return;
        }
        switch (value) {
            case '{', '[' -> {
                open(value);
                at = At.NESTED;
            }
            case '"' -> at = At.STRING;
            case ']' -> {
                if (at == At.NEXT) {
                    throw broken(shown(value), "an element after the comma");
                }
                at = At.END;
            }
            case ',', '}', ':' -> throw broken(shown(value), "an element");
            default -> at = At.SCALAR;
        }
        if (at != At.END) {
            element.append(value);
        }
    }

    private void scalar(byte value, ChunkBuilder lines) {
        switch (value) {
            case ',', ']', ' ', '\t', '\r', '\n' -> {
                close(lines);
                separator(value);
            }
            case '{', '[', '}', '"', ':' -> throw broken(shown(value), "a comma or the end of the array");
            default -> element.append(value);
        }
    }

    private void string(byte value, ChunkBuilder lines) {
        // No line break may stand in a string: another sign that may not stand there either keeps it refused, and one
        // line.
        element.append(value == '\n' ? 1 : value);
        if (escaped) {
            escaped = false;
        } else if (value == '\\') {
            escaped = true;
        } else if (value == '"') {
            if (at == At.STRING) {
                close(lines);
            } else {
                at = At.NESTED;
            }
        }
    }

    private void nested(byte value, ChunkBuilder lines) {
        switch (value) {
            case '"' -> at = At.NESTED_STRING;
            case '{', '[' -> open(value);
            case '}', ']' -> {
                if (square.get(--depth) != (value == ']')) {
                    throw broken(shown(value), square.get(depth) ? "]" : "}");
                }
            }
            default -> {}
        }
        element.append(value == '\n' ? (byte) ' ' : value);
        if (depth == 0) {
            close(lines);
        }
    }

    private void separator(byte value) {
        switch (value) {
            case ',' -> at = At.NEXT;
            case ']' -> at = At.END;
            default -> {
                if (!LineBuffer.isSpace(value)) {
                    throw broken(shown(value), "a comma or the end of the array");
                }
            }
        }
    }

    private void open(byte bracket) {
        if (depth == DEEPEST) {
            throw broken("nested over " + DEEPEST + " deep", "an event");
        }
        square.set(depth++, bracket == '[');
    }

    private void close(ChunkBuilder lines) {
        at = At.BETWEEN;
        var ended = element.end();
        if (ended != null) {
            lines.add(ended);
        }
    }

    private ProblemException broken(String found, String expected) {
        return new ProblemException(
                400,
                "json.invalid",
                "the array breaks after %d whole elements: %s (expected: %s)"
                        .formatted(element.ended(), found, expected));
    }

    private static String shown(byte value) {
        return value > ' ' && value < 0x7f ? String.valueOf((char) value) : "byte 0x%02x".formatted(value & 0xff);
    }
}
