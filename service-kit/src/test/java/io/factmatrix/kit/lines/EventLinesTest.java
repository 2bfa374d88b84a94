package io.factmatrix.kit.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.problem.ProblemException;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class EventLinesTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";

    private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
    private final List<NettyDataBuffer> given = new ArrayList<>();

    @AfterEach
    void everyBufferIsReleased() {
        assertThat(given)
                .allSatisfy(
                        buffer -> assertThat(buffer.getNativeBuffer().refCnt()).isZero());
    }

    @Test
    void blankLinesAreSkippedButNumbered() {
        assertThat(lines(NDJSON, "\ufeff{\"a\":1}\r\n\n \t\r\n{\"b\":2}\n\r\n{\"c\":3}"))
                .containsExactly("1: {\"a\":1}", "4: {\"b\":2}", "6: {\"c\":3}");
    }

    @Test
    void anEmptyBodyHasNoChunk() {
        assertThat(lines(NDJSON, "")).isEmpty();
        assertThat(lines(NDJSON, "\n\n \n")).isEmpty();
        assertThat(lines(NDJSON, "\ufeff")).isEmpty();
        assertThat(lines(JSON, " [ ] ")).isEmpty();
    }

    @Test
    void whatOnlyBeginsLikeAByteOrderMarkIsContent() {
        byte[] body = {(byte) 0xef, (byte) 0xbb, 'x', '\n', 'y'};
        var read = read(NDJSON, null, cut(body, 1)).toStream().toList();
        assertThat(read).singleElement().satisfies(chunk -> {
            assertThat(chunk.lines().get(0).bytes()).containsExactly(0xef, 0xbb, 'x');
            assertThat(chunk.lines().get(1)).hasToString("2: y");
        });
    }

    @Test
    void aLineMayHaveSixteenKibibytesWithoutItsBreak() {
        var longest = "x".repeat(EventLines.LONGEST_LINE);
        assertThat(lines(NDJSON, longest + "\r\n" + longest + "x\n" + longest + "\n" + longest + "x\r\na\n" + longest))
                .containsExactly(
                        "1: " + longest, "2: (too long)", "3: " + longest, "4: (too long)", "5: a", "6: " + longest);
        assertThat(lines(JSON, "[" + longest + ",\"" + longest + "\",7]"))
                .containsExactly("1: " + longest, "2: (too long)", "3: 7");
    }

    @Test
    void elementsOfAnArrayAreLines() {
        assertThat(
                        lines(
                                JSON,
                                "\ufeff\n[ {\"a\":\"]},\\\"[{\"} , [1,{\"b\":[]}],\n\"s,]\\\\\",12 ,null\t,{\n\"c\":\r\n1}\n]\n"))
                .containsExactly(
                        "1: {\"a\":\"]},\\\"[{\"}",
                        "2: [1,{\"b\":[]}]",
                        "3: \"s,]\\\\\"",
                        "4: 12",
                        "5: null",
                        "6: { \"c\":\r 1}");
    }

    @Test
    void aLineBreakInAStringStaysRefusable() {
        assertThat(lines(JSON, "[{\"a\":\"x\ny\"}]")).containsExactly("1: {\"a\":\"x\u0001y\"}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"a\":1}|0",
                "``|0",
                "[|0",
                "[{\"a\":1},{\"b\":2},{\"c\"|2",
                "[{\"a\":1},{\"b\":2}|2",
                "[{\"a\":1},{\"b\":2},]|2",
                "[{\"a\":1},,{\"b\":2}]|1",
                "[{\"a\":1} {\"b\":2}]|1",
                "[{\"a\":1},{\"b\":[2}]|1",
                "[{\"a\":1}}]|1",
                "[1 2]|1",
                "[1,2\"x\"]|1",
                "[\"a\",\"b]|1",
                "[{\"a\":1}] x|1",
                "[{\"a\":1}][|1",
            })
    void aBrokenArrayEndsBehindTheElementsBefore(String body, int whole) {
        for (int piece = 1; piece < body.length() + 2; piece++) {
            StepVerifier.create(read(JSON, null, cut(body.getBytes(UTF_8), piece))
                            .concatMapIterable(Chunk::lines)
                            .map(Line::number))
                    .expectNextSequence(IntStream.rangeClosed(1, whole).boxed().toList())
                    .expectErrorSatisfies(error -> assertProblem(error, 400, "json.invalid", whole + " whole elements"))
                    .verify();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, JSON})
    void anyCutOfTheSameBodyGivesTheSameLines(String type) {
        var random = new Random(42);
        var body = body(type, 700, random);
        var whole = lines(type, body);
        assertThat(whole).hasSizeGreaterThan(500);
        for (int round = 0; round < 60; round++) {
            boolean gzip = round % 2 == 1;
            var bytes = gzip ? gzip(body.getBytes(UTF_8), 1 + random.nextInt(3)) : body.getBytes(UTF_8);
            var size = new ChunkSize(1 + random.nextInt(300), 1 + random.nextInt(100_000));
            var pieces = cutAtRandom(bytes, random);
            var headers = headers(type, gzip ? "gzip" : null);
            var chunks = EventLines.read(headers, flux(pieces), size).toStream().toList();
            assertThat(chunks).allSatisfy(chunk -> {
                assertThat(chunk.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(size.lines());
                assertThat(chunk.bytes())
                        .isLessThanOrEqualTo(Math.max(size.bytes(), EventLines.LONGEST_LINE))
                        .isEqualTo(chunk.lines().stream()
                                .mapToInt(line -> line.isTooLong() ? 0 : bytesOf(line).length)
                                .sum());
            });
            assertThat(chunks.stream().flatMap(chunk -> chunk.lines().stream()).map(Line::toString))
                    .isEqualTo(whole);
        }
    }

    @Test
    void gzipWithEveryOptionalPartOfTheHeaderIsRead() throws IOException {
        var plain = gzip("a\nb".getBytes(UTF_8), 1);
        var full = new ByteArrayOutputStream();
        full.write(plain, 0, 3);
        full.write(2 | 4 | 8 | 16);
        full.write(plain, 4, 6);
        full.write(new byte[] {3, 0, 1, 2, 3, 'n', 0, 'c', 0, 9, 9});
        full.write(plain, 10, plain.length - 10);
        full.write(plain);
        for (int piece = 1; piece < 40; piece++) {
            var read = read(NDJSON, "GZIP", cut(full.toByteArray(), piece)).concatMapIterable(Chunk::lines);
            assertThat(read.map(Line::toString).toStream().toList()).containsExactly("1: a", "2: ba", "3: b");
        }
    }

    @Test
    void corruptGzipIsRefusedBehindTheLinesBefore() {
        var random = new Random(7);
        var good = body(NDJSON, 400, random).getBytes(UTF_8);
        var whole = gzip(good, 1);
        for (int round = 0; round < 60; round++) {
            var bytes = whole.clone();
            switch (round % 3) {
                case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                case 1 -> bytes[bytes.length - 1 - random.nextInt(8)] ^= (byte) 0x10;
                default -> bytes = Arrays.copyOf(bytes, bytes.length + 3);
            }
            StepVerifier.create(read(NDJSON, "gzip", cutAtRandom(bytes, random)))
                    .thenConsumeWhile(chunk -> true)
                    .expectErrorSatisfies(error -> assertProblem(error, 400, "gzip.invalid", "gzip"))
                    .verify();
        }
        StepVerifier.create(read(NDJSON, "gzip", List.of(good)))
                .expectErrorSatisfies(error -> assertProblem(error, 400, "gzip.invalid", "no member begins"))
                .verify();
    }

    @Test
    void aBombIsRefusedInFlatMemory() {
        // 200 MB of one line, in some 200 kB of gzip.
        var bomb = gzip(new byte[200 * 1024 * 1024], 1);
        assertThat(bomb.length).isLessThan(300_000);
        StepVerifier.create(read(NDJSON, "gzip", cut(bomb, 8_192)))
                .expectErrorSatisfies(error -> assertProblem(error, 413, "body.too_long", "104857600"))
                .verify();
    }

    @Test
    void anEndlessLineTakesNoMemory() {
        var piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) 'x');
        var body = Flux.range(0, 1_599)
                .<DataBuffer>map(i -> buffer(piece))
                .concatWith(flux(List.of("\nend".getBytes(UTF_8))));
        given.clear();
        var read = EventLines.read(headers(NDJSON, null), body).concatMapIterable(Chunk::lines);
        assertThat(read.map(Line::toString).toStream().toList()).containsExactly("1: (too long)", "2: end");
    }

    @Test
    void aHundredMebibytesAreReadAndOneByteMoreIsNot() {
        var piece = ("y".repeat(1023) + "\n").repeat(1024).getBytes(UTF_8);
        var limit = Flux.range(0, 100).<DataBuffer>map(i -> buffer(piece));
        var count = EventLines.read(headers(NDJSON, null), limit)
                .map(chunk -> chunk.lines().size());
        assertThat(count.reduce(0, Integer::sum).block()).isEqualTo(102_400);

        StepVerifier.create(EventLines.read(headers(NDJSON, null), limit.concatWith(flux(List.of(new byte[1])))))
                .thenConsumeWhile(chunk -> true)
                .expectErrorSatisfies(error -> assertProblem(error, 413, "body.too_long", "body"))
                .verify();
    }

    @Test
    void aLengthThatIsAnnouncedTooLongIsRefusedUnread() {
        var headers = headers(NDJSON, null);
        headers.setContentLength(EventLines.LONGEST_BODY + 1);
        StepVerifier.create(EventLines.read(headers, Flux.error(new AssertionError("read"))))
                .expectErrorSatisfies(error -> assertProblem(error, 413, "body.too_long", "body"))
                .verify();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv||content-type.unsupported",
                "||content-type.unsupported",
                "application||content-type.unsupported",
                "application/x-ndjson; charset=iso-8859-1||content-type.unsupported",
                "application/x-ndjson|br|content-encoding.unsupported",
                "application/json|gzip, gzip|content-encoding.unsupported",
            })
    void otherTypesAndEncodingsAreRefused(@Nullable String type, @Nullable String encoding, String code) {
        StepVerifier.create(read(type, encoding, List.of()))
                .expectErrorSatisfies(error -> assertProblem(error, 415, code, "expected"))
                .verify();
    }

    @Test
    void typesWithTheirParametersAreRead() {
        assertThat(lines("application/json; charset=UTF-8", "[1]")).containsExactly("1: 1");
        assertThat(lines("Application/X-NDJSON;charset=\"utf-8\"", "1")).containsExactly("1: 1");
    }

    @Test
    void noMoreIsReadThanAskedFor() {
        var pieces = new AtomicInteger();
        var body = Flux.generate(sink -> {
            pieces.incrementAndGet();
            sink.next(buffer("0123456789\n".repeat(1_000).getBytes(UTF_8)));
        });
        StepVerifier.create(
                        EventLines.read(
                                headers(NDJSON, null), body.cast(DataBuffer.class), new ChunkSize(2_000, 512 * 1024)),
                        0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(pieces).hasValueLessThanOrEqualTo(4))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertThat(pieces).hasValueLessThanOrEqualTo(8))
                .thenCancel()
                .verify();
    }

    @Test
    void aReaderThatGoesLeavesNothingBehind() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            var gzip = gzip("0123456789\n".repeat(20_000).getBytes(UTF_8), 2);
            EventLines.read(headers(NDJSON, "gzip"), flux(cutAtRandom(gzip, random)), new ChunkSize(100, 50_000))
                    .publishOn(Schedulers.parallel(), 1)
                    .take(random.nextInt(50))
                    .blockLast();
        }
    }

    @Test
    void anErrorOfTheConnectionPassesThrough() {
        StepVerifier.create(EventLines.read(
                        headers(NDJSON, null),
                        flux(List.of("a\nb".getBytes(UTF_8))).concatWith(Flux.error(new IOException("cut")))))
                .expectErrorMessage("cut")
                .verify();
    }

    /** As when its bytes come too slowly: what was whole before is decided all the same. */
    @Test
    void theLinesBeforeABreakAreRead() {
        var broken = new ProblemException(408, "request.timeout", "body: too slow");
        var pieces = flux(cut("a\nb\nhalf a li".getBytes(UTF_8), 3)).concatWith(Flux.error(broken));
        StepVerifier.create(EventLines.read(headers(NDJSON, null), pieces), 0)
                .thenRequest(1)
                .assertNext(chunk ->
                        assertThat(chunk.lines().stream().map(Line::toString)).containsExactly("1: a", "2: b"))
                .thenRequest(1)
                .verifyErrorMatches(error -> error == broken);
    }

    private List<String> lines(String type, String body) {
        var read = read(type, null, cut(body.getBytes(UTF_8), 4_096)).concatMapIterable(Chunk::lines);
        return read.map(Line::toString).toStream().toList();
    }

    private Flux<Chunk> read(@Nullable String type, @Nullable String encoding, List<byte[]> pieces) {
        return EventLines.read(headers(type, encoding), flux(pieces));
    }

    private Flux<DataBuffer> flux(List<byte[]> pieces) {
        return Flux.fromIterable(pieces).map(this::buffer);
    }

    private NettyDataBuffer buffer(byte[] bytes) {
        var buffer = buffers.allocateBuffer(bytes.length);
        buffer.write(bytes);
        given.add(buffer);
        return buffer;
    }

    private static byte[] bytesOf(Line line) {
        var bytes = line.bytes();
        return bytes == null ? new byte[0] : bytes;
    }

    private static HttpHeaders headers(@Nullable String type, @Nullable String encoding) {
        var headers = new HttpHeaders();
        if (type != null) {
            headers.set("Content-Type", type);
        }
        if (encoding != null) {
            headers.set("Content-Encoding", encoding);
        }
        return headers;
    }

    /** A body with lines of all lengths and kinds. */
    private static String body(String type, int lines, Random random) {
        var content = IntStream.range(0, lines).mapToObj(i -> element(i, random));
        return type.equals(JSON)
                ? content.collect(joining(random.nextBoolean() ? "," : " ,\n ", "[", "]\n"))
                : content.map(line -> line.replace("\n", "") + (line.length() % 5 == 0 ? "\r\n\n" : "\n"))
                        .collect(joining());
    }

    private static String element(int i, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "{\"id\":\"e\\\"" + i + "\",\"x\":[1,{\"y\":\"]}\"}]}";
            case 1 -> "{\"n\":\n  " + i + "}";
            case 2 -> "\"中文 \\\\\"";
            case 3 -> String.valueOf(i);
            case 4 -> "{\"long\":\"" + "z".repeat(random.nextInt(18_000)) + "\"}";
            default -> "[" + "[".repeat(i % 50) + "]".repeat(i % 50) + "]";
        };
    }

    private static List<byte[]> cut(byte[] bytes, int length) {
        var pieces = new ArrayList<byte[]>();
        for (int from = 0; from < bytes.length; from += length) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length)));
        }
        return pieces;
    }

    private static List<byte[]> cutAtRandom(byte[] bytes, Random random) {
        var pieces = new ArrayList<byte[]>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + random.nextInt(1 << (1 + random.nextInt(14))));
            pieces.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        return pieces;
    }

    private static byte[] gzip(byte[] bytes, int members) {
        var zipped = new ByteArrayOutputStream();
        int length = bytes.length / members + 1;
        try {
            for (var part : cut(bytes, length)) {
                try (var gzip = new GZIPOutputStream(zipped)) {
                    gzip.write(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static void assertProblem(Throwable error, int status, String code, String detail) {
        assertThat(error).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.detail()).contains(detail);
        });
    }
}
