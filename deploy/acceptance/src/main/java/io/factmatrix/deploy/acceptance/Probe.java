package io.factmatrix.deploy.acceptance;

import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that one program may read as one request and another as two, or that are too much, with the one answer they must get.
 *
 * @param status of the only answer
 * @param code of its problem; empty where it is none
 * @param bytes without the request that is hidden behind them
 */
record Probe(String name, int status, String code, String bytes) {

    private static final String MALFORMED = "request.malformed";
    private static final String HOST = "Host: localhost\r\n";

    static List<Probe> all(String merchant, String token) {
        var probes = new ArrayList<Probe>();
        var get = "GET /readyz HTTP/1.1\r\n" + HOST;
        var ingest =
                "POST /v1/merchants/%s/events HTTP/1.1\r\n%sAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\n"
                        .formatted(merchant, HOST, token);
        for (var start : List.of(get, ingest)) {
            var where = start.startsWith("GET") ? "" : ", streamed";
            framing()
                    .forEach(framed -> probes.add(
                            new Probe(framed.name() + where, framed.status(), framed.code(), start + framed.bytes())));
        }
        probes.addAll(heads(get));
        probes.addAll(List.of(
                new Probe("request line of 9 KB", 414, "uri.too_long", "GET /" + "a".repeat(9000) + " HTTP/1.1\r\n"),
                new Probe("head of 40 KB", 431, "headers.too_long", get + "X: " + "a".repeat(40_000) + "\r\n\r\n"),
                new Probe("101 header fields", 431, "headers.too_long", get + "A: b\r\n".repeat(101) + "\r\n"),
                new Probe("body of 70 KB", 413, "body.too_long", get + "Content-Length: 70000\r\n\r\n"),
                new Probe(
                        "chunks of 70 KB",
                        413,
                        "body.too_long",
                        get + "Transfer-Encoding: chunked\r\n\r\n11170\r\n" + "a".repeat(70_000)),
                new Probe(
                        "a body nobody may send",
                        401,
                        "token.invalid",
                        ingest.replaceAll("Auth.*?\r\n", "") + "Content-Length: 100000000\r\n\r\n"),
                new Probe(
                        "the actuator",
                        404,
                        "path.unknown",
                        "GET /actuator HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"),
                new Probe(
                        "the actuator, with a token",
                        404,
                        "path.unknown",
                        "GET /actuator/env HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + token
                                + "\r\nConnection: close\r\n\r\n")));
        return probes;
    }

    private static Probe malformed(String name, String bytes) {
        return new Probe(name, 400, MALFORMED, bytes);
    }

    /** Where a body ends, said in a way that is not the only one. */
    private static List<Probe> framing() {
        var chunked = "Transfer-Encoding: chunked\r\n\r\n";
        return List.of(
                malformed("both lengths", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                malformed("both lengths, turned", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
                malformed("a length twice", "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"),
                malformed("two lengths", "Content-Length: 0\r\nContent-Length: 300\r\n\r\n"),
                malformed("a list of lengths", "Content-Length: 0, 0\r\n\r\n"),
                malformed("+0", "Content-Length: +0\r\n\r\n"),
                malformed("-1", "Content-Length: -1\r\n\r\n"),
                malformed("0x0", "Content-Length: 0x0\r\n\r\n"),
                malformed("a length over 2^63", "Content-Length: 9223372036854775808\r\n\r\n"),
                malformed("a length over 2^64", "Content-Length: 18446744073709551616\r\n\r\n"),
                malformed("xchunked", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
                malformed("identity, chunked", "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n"),
                malformed("chunked, chunked", "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
                malformed("a coding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n"),
                malformed("a tab before chunked", "Transfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n"),
                malformed("a vertical tab", "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n"),
                malformed("space before the colon", "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
                malformed("a folded line", "X: y\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                malformed("line feeds alone", "X: y\n\n"),
                malformed("a carriage return alone", "X: y\rContent-Length: 0\r\n\r\n"),
                malformed("a zero byte", "X: y\u0000\r\n\r\n"),
                malformed("an empty name", ": y\r\n\r\n"),
                malformed("chunk size: not hexadecimal", chunked + "0x0\r\n\r\n"),
                malformed("chunk size: too large", chunked + "fffffffffffffffff\r\n\r\n"),
                malformed("chunk size: signed", chunked + "-0\r\n\r\n"),
                malformed("chunk size: line feed alone", chunked + "0\n\r\n"),
                malformed("no line end behind a chunk", chunked + "1\r\na0\r\n\r\n"),
                malformed("a line feed behind a chunk", chunked + "1\r\na\n0\r\n\r\n"),
                malformed("a length behind the chunks", chunked + "0\r\nContent-Length: 100\r\n\r\n"),
                new Probe("another expectation", 417, "expectation.unsupported", "Expect: 200-ok\r\n\r\n"));
    }

    private static List<Probe> heads(String get) {
        return List.of(
                malformed("no host", "GET /readyz HTTP/1.1\r\n\r\n"),
                malformed("two hosts", get + HOST + "\r\n"),
                malformed("a host that is none", "GET /readyz HTTP/1.1\r\nHost: a/b@c\r\n\r\n"),
                malformed("a target with a scheme", "GET http://localhost/readyz HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("a target without a path", "GET localhost:80 HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("*", "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("a fragment", "GET /readyz#a HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("a space in the target", "GET /readyz a HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("bytes beyond ASCII", "GET /\u00e4 HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("a control sign", "GET /\u0001 HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("half a percent sign", "GET /%4 HTTP/1.1\r\n" + HOST + "\r\n"),
                malformed("HTTP/0.9", "GET /readyz\r\n"),
                malformed("TLS", "\u0016\u0003\u0001\u0002\u0000"),
                malformed(
                        "a coding in HTTP/1.0", "POST /readyz HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                new Probe("HTTP/2", 505, "version.unsupported", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                new Probe("CONNECT", 405, "method.unsupported", "CONNECT localhost:80 HTTP/1.1\r\n" + HOST + "\r\n"),
                new Probe("TRACE", 405, "method.unsupported", "TRACE /readyz HTTP/1.1\r\n" + HOST + "\r\n"),
                new Probe("another method", 405, "method.unsupported", "BREW /readyz HTTP/1.1\r\n" + HOST + "\r\n"),
                new Probe(
                        "an upgrade that is not taken up",
                        200,
                        "",
                        get
                                + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"));
    }
}
