package io.factmatrix.kit.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.Unpooled;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadReaderTest {

    private final ConnectionProperties limits = ConnectionPropertiesTest.bound(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "\r\nGET /a/b%20c?d=e&f=%E4%B8%AD HTTP/1.1\r\nhost:[::1]:8080\r\n\r\n",
                "POST /a//b;c HTTP/1.1\r\nHOST: a-b.c_d:1\r\nContent-Length: 007\r\nX-A: \t b\u00e4\t\r\nX-B:\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\nExpect: 100-Continue\r\n\r\n",
                "GET / HTTP/1.0\r\n\r\n",
                "OPTIONS / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: upgrade, HTTP2-Settings\r\n\r\n"
            })
    void aGoodHeadIsReadHoweverItIsCut(String head) {
        var whole = read(head + "next", 1 << 20);
        assertThat(whole).isNotNull();
        assertThat(read(head + "next", 1)).isEqualTo(whole);
        assertThat(read(head + "next", 7)).isEqualTo(whole);
    }

    @Test
    void whatFramesIsRead() {
        assertThat(read("POST /a?b HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 12\r\n\r\n", 9))
                .isEqualTo(new RequestHead(73, "POST", "/a?b", 12, false, 29, 51));
        assertThat(read("POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 9))
                .isEqualTo(new RequestHead(57, "POST", "/a", 0, true, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nContent-Length: 1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 1",
                "Content-Length: +5",
                "Content-Length: -5",
                "Content-Length: 0x5",
                "Content-Length: 5, 5",
                "Content-Length: 5;",
                "Content-Length: 5 5",
                "Content-Length:\t5",
                "Content-Length: ",
                "Content-Length: \u00b2",
                "Content-Length: 9223372036854775808",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked;a=b",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding:\tchunked",
                "Transfer-Encoding: \u000bchunked",
                "Transfer-Encoding: chunked\u0000",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding:",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t: chunked",
                " Transfer-Encoding: chunked",
                "X: y\r\n chunked",
                "X: y\n",
                "X: y\nZ: a",
                "X: y\rZ: a",
                "X: a\u0000b",
                "X: a\u0007b",
                "X: a\u007fb",
                "X\u0000: a",
                "X(: a",
                "\u00e4: a",
                ": a",
                "X",
                "Host: b",
                "Host: a"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String fields) {
        assertMalformed("POST /a HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: ",
                "Host: a b",
                "Host: a@b",
                "Host: a/b",
                "Host: a:b",
                "Host: a:123456",
                "Host: a,b",
                "Host: \u00e4",
                "Host: http://a",
                "X: y"
            })
    void theHostMustBeOne(String field) {
        assertMalformed("GET / HTTP/1.1\r\n" + field + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET  / HTTP/1.1",
                "GET /  HTTP/1.1",
                "GET / HTTP/1.1 ",
                " GET / HTTP/1.1",
                "GET\t/\tHTTP/1.1",
                "GET / http/1.1",
                "GET / HTTP/1.1\u000b",
                "GET / HTTP/11",
                "GET / HTTP/1.10",
                "G(T / HTTP/1.1",
                "GET http://a/ HTTP/1.1",
                "GET a HTTP/1.1",
                "GET a:80 HTTP/1.1",
                "GET * HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET /a#b HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET /a\u0000 HTTP/1.1",
                "GET /a\rb HTTP/1.1",
                "GET /\u00e4 HTTP/1.1",
                "GET /a\"b HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /a\\b HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /%a HTTP/1.1",
                "GET /% HTTP/1.1",
                "\u0016\u0003\u0001",
                "{\"id\": 1}"
            })
    void aRequestLineIsMethodPathAndVersion(String line) {
        assertMalformed(line + "\r\nHost: a\r\n\r\n");
    }

    @Test
    void whatIsNotSupportedSaysSo() {
        assertRefused("CONNECT a:80 HTTP/1.1\r\n", 405, "method.unsupported");
        assertRefused("TRACE / HTTP/1.1\r\n", 405, "method.unsupported");
        assertRefused("BREW / HTTP/1.1\r\n", 405, "method.unsupported");
        assertRefused("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "version.unsupported");
        assertRefused("GET / HTTP/1.2\r\n", 505, "version.unsupported");
        assertRefused("GET / HTTP/1.1\r\nExpect: 200-ok\r\n", 417, "expectation.unsupported");
        assertMalformed("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    @Test
    void aHeadIsBoundedBeforeItEnds() {
        assertRefused("GET /" + "a".repeat(8192), 414, "uri.too_long");
        assertRefused("GET / HTTP/1.1\r\nX: " + "a".repeat(32 * 1024), 431, "headers.too_long");
        assertRefused("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(101), 431, "headers.too_long");
        assertThat(read("GET / HTTP/1.1\r\nHost: a\r\n" + "a: b\r\n".repeat(99) + "\r\n", 1000))
                .isNotNull();
        assertThat(read(
                        "GET /" + "a".repeat(8100) + " HTTP/1.1\r\nHost: a\r\nB: " + "b".repeat(24_000) + "\r\n\r\n",
                        999))
                .isNotNull();
    }

    /** The detail is one line that can be read, whatever was sent. */
    @Test
    void whatWasFoundIsShown() {
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\nHost: a\u0000\u00e4\r\n\r\n", 100))
                .hasMessage("sign in Host: \\x00 (expected: a visible one, space or tab)");
        assertThatThrownBy(
                        () -> read("GET / HTTP/1.1\r\nContent-Length: " + "9".repeat(100) + "\r\nHost: a\r\n\r\n", 100))
                .hasMessage("content-length: " + "9".repeat(60) + "… (expected: at most 18 digits)");
    }

    private void assertMalformed(String head) {
        assertRefused(head, 400, "request.malformed");
    }

    private void assertRefused(String head, int status, String code) {
        for (int length : new int[] {1 << 20, 1, 7}) {
            ThrowingCallable reading = () -> read(head, length);
            assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, problem -> {
                assertThat(problem.status()).isEqualTo(status);
                assertThat(problem.code()).isEqualTo(code);
                assertThat(problem.detail()).matches("[ -~…]+ \\(expected: .+\\)");
            });
        }
    }

    /** What is read of the bytes as they come in pieces of that length. */
    private @Nullable RequestHead read(String text, int length) {
        var reader = new HeadReader(limits);
        var bytes = Unpooled.buffer();
        var all = text.getBytes(ISO_8859_1);
        for (int at = 0; at < all.length; at += length) {
            bytes.writeBytes(all, at, Math.min(length, all.length - at));
            var head = reader.read(bytes);
            if (head != null) {
                return head;
            }
        }
        return null;
    }
}
