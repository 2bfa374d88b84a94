package io.factmatrix.kit.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\r\n",
                "5\r\nhello\r\n0\r\n\r\n",
                "a;b=c; d=\"e\"\r\n0123456789\r\n00\r\nA: b\r\nC:\r\n\r\n",
                "1\r\n\r\r\n1\r\n\n\r\n0\r\n\r\n"
            })
    void aBodyEndsWhereItEndsHoweverItIsCut(String body) {
        for (int length : new int[] {1, 3, 1 << 20}) {
            assertThat(read(body + "GET / HTTP/1.1", length)).isEqualTo(body.length());
        }
    }

    /** Before the chunk's bytes come. */
    @Test
    void aChunkThatMakesItTooLongIsRefused() {
        var body = new ChunkedBody(7);
        var bytes = Unpooled.copiedBuffer("5\r\nhello\r\n2\r\nab\r\n1\r\n", ISO_8859_1);
        int two = bytes.writerIndex() - 3;
        assertThat(body.read(bytes, 0, two)).isEqualTo(two);
        assertThatThrownBy(() -> body.read(bytes, two, bytes.writerIndex()))
                .hasMessage("body: over 7 bytes (expected: at most that)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "z\r\n",
                "-1\r\n",
                "+5\r\nhello",
                "0x5\r\nhello",
                " 5\r\nhello",
                "5 \r\nhello",
                "5\nhello",
                "5\rhello",
                ";a\r\n",
                "5;a\nb\r\nhello",
                "5;\u0000\r\nhello",
                "80000000\r\n",
                "10000000000000005\r\nhello",
                "5\r\nhelloworld",
                "5\r\nhello0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "0\r\nX: y\n\r\n",
                "0\r\n X: y\r\n\r\n",
                "0\r\nX : y\r\n\r\n",
                "0\r\nX: \u0000\r\n\r\n",
                "0\r\nContent-Length: 5\r\n\r\n",
                "0\r\ntransfer-encoding: chunked\r\n\r\n",
                "0\r\nGET / HTTP/1.1\r\n"
            })
    void anythingElseIsRefused(String body) {
        for (int length : new int[] {1, 3, 1 << 20}) {
            assertThatThrownBy(() -> read(body, length))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.code()).isEqualTo("request.malformed"));
        }
    }

    @Test
    void whatNobodyReadsIsBounded() {
        assertThatThrownBy(() -> read("5;" + "a".repeat(300) + "\r\n", 10)).hasMessageContaining("chunk size");
        assertThatThrownBy(() -> read("0".repeat(300) + "\r\n", 10)).hasMessageContaining("chunk size");
        assertThatThrownBy(() -> read("0\r\n" + "A: b\r\n".repeat(3000) + "\r\n", 10))
                .hasMessageContaining("trailers");
    }

    /** Where the body ended; -1 if it did not. */
    private static int read(String text, int length) {
        var body = new ChunkedBody(Long.MAX_VALUE);
        var bytes = Unpooled.copiedBuffer(text, ISO_8859_1);
        int at = 0;
        for (int to = Math.min(length, text.length()); !body.hasEnded(); to = Math.min(to + length, text.length())) {
            at = body.read(bytes, at, to);
            if (to == text.length()) {
                break;
            }
        }
        return body.hasEnded() ? at : -1;
    }
}
