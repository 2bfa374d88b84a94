package io.factmatrix.kit.lines;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;

/**
 * Reads the body of an ingest request as chunks of lines: {@code application/x-ndjson} or an {@code application/json} array,
 * plain or {@code gzip}.
 *
 * <p>Reads one piece of the body ahead, and no more until chunks are asked for. Ends in a {@link ProblemException} behind the
 * chunks of all lines before it: 400 {@code json.invalid} (a broken array), 400 {@code gzip.invalid}, 413 {@code
 * body.too_long}, or whatever problem the body itself ends in (408 {@code request.timeout}); at once with 415 {@code content-type.unsupported} or {@code content-encoding.unsupported}.
 */
public final class EventLines {

    /** Of the decompressed body, in bytes. */
    public static final long LONGEST_BODY = 100L * 1024 * 1024;

    /** A line's longest, in bytes, without the line break. */
    public static final int LONGEST_LINE = LineBuffer.LONGEST;

    private EventLines() {}

    public static Flux<Chunk> read(ServerHttpRequest request) {
        return read(request.getHeaders(), request.getBody());
    }

    public static Flux<Chunk> read(HttpHeaders headers, Flux<DataBuffer> body) {
        return read(headers, body, ChunkSize.DEFAULT);
    }

    public static Flux<Chunk> read(HttpHeaders headers, Flux<DataBuffer> body, ChunkSize size) {
        return Flux.defer(() -> {
            var splitter = splitter(headers);
            boolean gzip = isGzip(headers);
            if (headers.getContentLength() > LONGEST_BODY) {
                throw ProblemException.bodyTooLong(LONGEST_BODY);
            }
            return chunks(
                    body,
                    new ChunkReader(
                            LONGEST_BODY, splitter.get(), gzip ? new Gunzip() : null, size, ChunkRoom.OF_THIS_PROCESS));
        });
    }

    static Flux<Chunk> chunks(Flux<DataBuffer> body, ChunkReader reader) {
        return body.map(EventLines::copied)
                .concatWithValues(ChunkReader.END)
                .onErrorResume(ProblemException.class, problem -> Flux.just(reader.brokenOff(problem)))
                .flatMapIterable(reader::chunks, 1)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .doFinally(end -> reader.close());
    }

    /** The buffer goes back at once, so that none can be lost with what happens later. */
    private static byte[] copied(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Supplier<Splitter> splitter(HttpHeaders headers) {
        var type = contentType(headers);
        if (type != null && MediaType.APPLICATION_NDJSON.equalsTypeAndSubtype(type)) {
            return NdjsonSplitter::new;
        }
        if (type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            return ArraySplitter::new;
        }
        throw new ProblemException(
                415,
                "content-type.unsupported",
                "content-type: %s (expected: application/x-ndjson or application/json, in UTF-8)"
                        .formatted(headers.getFirst(HttpHeaders.CONTENT_TYPE)));
    }

    private static @Nullable MediaType contentType(HttpHeaders headers) {
        try {
            var type = headers.getContentType();
            var charset = type == null ? null : type.getParameter("charset");
            return charset == null || charset.toLowerCase(Locale.ROOT).matches("\"?utf-8\"?") ? type : null;
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static boolean isGzip(HttpHeaders headers) {
        var encodings = headers.getOrDefault(HttpHeaders.CONTENT_ENCODING, List.of());
        var encoding = String.join(", ", encodings).strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        415,
                        "content-encoding.unsupported",
                        "content-encoding: " + encoding + " (expected: gzip, or none)");
        };
    }
}
