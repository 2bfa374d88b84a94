package io.factmatrix.deploy.local.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a\n", "a\n\nb", "\n", "\n\n", "a\r\nb", "ä\nb\n"})
    void linesAreWhatIsBetweenNewlines(String text) throws IOException {
        assertThat(lines(text)).isEqualTo(expected(text));
    }

    @Test
    void linesMayLieAcrossTheBuffersEdge() throws IOException {
        var text = ("x".repeat(9_999) + "\n").repeat(30);

        assertThat(lines(text)).hasSize(30).allMatch(line -> line.length() == 9_999);
    }

    @Test
    void ofAnEndlessLineOnlyTheBeginningIsKept() throws IOException {
        var reader = new LineReader(new Endless(1L << 30));

        assertThat(reader.next()).hasSize(LineReader.LONGEST + 1);
        assertThat(reader.next()).isEqualTo("z".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).isNull();
    }

    private static List<String> expected(String text) {
        var lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** So many bytes without a newline, then one more line. */
    private static final class Endless extends InputStream {

        private static final byte[] TAIL = "\nz".getBytes(StandardCharsets.UTF_8);

        private long left;
        private int tail;

        private Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            if (left > 0) {
                left--;
                return 'x';
            }
            return tail < TAIL.length ? TAIL[tail++] : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left == 0) {
                var next = read();
                target[offset] = (byte) next;
                return next < 0 ? -1 : 1;
            }
            var some = (int) Math.min(left, length);
            java.util.Arrays.fill(target, offset, offset + some, (byte) 'x');
            left -= some;
            return some;
        }
    }
}
