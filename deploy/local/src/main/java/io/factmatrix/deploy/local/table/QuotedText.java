package io.factmatrix.deploy.local.table;

import java.io.IOException;
import java.io.Reader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Passes text on to the reader of CSV, and notes the rows whose quotes are wrong. That reader takes all up to the next quote for one
 * cell, and a single quote too many could swallow thousands of rows in silence.
 */
final class QuotedText extends Reader {

    private final Reader text;
    private final char delimiter;
    private final char quote;

    private final TreeMap<Long, String> flaws = new TreeMap<>();
    private At at = At.START;
    private long line = 1;
    private long row = 1;
    private boolean returned;

    /** In which part of a cell. A quote that does not begin its cell is a letter like any other. */
    private enum At {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    QuotedText(Reader text, char delimiter, char quote) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** What is wrong with the quotes of the row that begins in that line; null when nothing is. Of the rows before nobody will ask. */
    @Nullable String flaw(long begin) {
        flaws.headMap(begin).clear();
        return flaws.get(begin);
    }

    @Override
    public int read(char[] letters, int from, int most) throws IOException {
        int read = text.read(letters, from, most);
        for (int i = from; i < from + read; i++) {
            pass(letters[i]);
        }
        if (read < 0 && at == At.QUOTED) {
            flaws.put(row, "a quote that is never closed, so that all up to row %d is one cell".formatted(line));
        }
        return read;
    }

    private void pass(char letter) {
        boolean ofReturn = returned && letter == '\n';
        returned = letter == '\r';
        if (letter == quote) {
            at = at == At.START || at == At.CLOSED ? At.QUOTED : at == At.QUOTED ? At.CLOSED : at;
        } else if (letter == '\r' || letter == '\n') {
            line(ofReturn);
        } else if (letter == delimiter) {
            at = at == At.QUOTED ? at : At.START;
        } else if (at == At.START) {
            at = At.PLAIN;
        } else if (at == At.CLOSED && letter != ' ') {
            flaws.put(row, "text behind a closing quote");
        }
    }

    private void line(boolean ofReturn) {
        line += ofReturn ? 0 : 1;
        if (at != At.QUOTED) {
            at = At.START;
            row = line;
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
