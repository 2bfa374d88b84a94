package io.factmatrix.kit.write;

import io.factmatrix.kit.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.NotAcceptableStatusException;
import reactor.core.publisher.Mono;

/** The body of a write, JSON of at most 64 KiB, and of its answer. */
final class JsonBody {

    /** Many times what the longest resource needs, and little enough to be held as a whole for each request. */
    static final int LONGEST = 64 * 1024;

    private JsonBody() {}

    /** 415 when it is no JSON, 413 {@code body.too_long} when it is over 64 KiB. */
    static Mono<byte[]> of(ServerHttpRequest request) {
        return of(request, MediaType.APPLICATION_JSON, LONGEST);
    }

    /** The same of another type and length. */
    static Mono<byte[]> of(ServerHttpRequest request, MediaType type, int longest) {
        require(type, request.getHeaders());
        if (request.getHeaders().getContentLength() > longest) {
            throw ProblemException.bodyTooLong(longest);
        }
        return DataBufferUtils.join(request.getBody(), longest)
                .onErrorMap(DataBufferLimitException.class, over -> ProblemException.bodyTooLong(longest))
                .map(JsonBody::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    /** 400 {@code body.unexpected} when there is any. */
    static Mono<byte[]> none(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LONGEST)
                .onErrorMap(DataBufferLimitException.class, over -> unexpected())
                .map(JsonBody::bytes)
                .defaultIfEmpty(new byte[0])
                .doOnNext(body -> {
                    if (body.length > 0) {
                        throw unexpected();
                    }
                });
    }

    private static ProblemException unexpected() {
        return new ProblemException(400, "body.unexpected", "body: there is one (expected: none)");
    }

    /** 406 when no JSON is accepted, or what is accepted cannot be read: before anything is written that could not be answered for. */
    static void requireAccepted(ServerHttpRequest request) {
        var accepted = request.getHeaders().getAccept();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(JsonBody::isJsonAmong)) {
            throw new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON));
        }
        // Refuses more than can be weighed when the answer is written.
        MimeTypeUtils.sortBySpecificity(accepted);
    }

    private static boolean isJsonAmong(MediaType accepted) {
        return accepted.includes(MediaType.APPLICATION_JSON) && accepted.getQualityValue() > 0;
    }

    private static void require(MediaType type, HttpHeaders headers) {
        if (!isOf(type, headers)) {
            throw new ProblemException(
                    415,
                    "content-type.unsupported",
                    "content-type: %s (expected: %s)".formatted(shown(headers, HttpHeaders.CONTENT_TYPE), type));
        }
        var encodings = headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING);
        if (!encodings.isEmpty() && !encodings.equals(List.of("identity"))) {
            throw new ProblemException(
                    415,
                    "content-encoding.unsupported",
                    "content-encoding: %s (expected: none)".formatted(shown(headers, HttpHeaders.CONTENT_ENCODING)));
        }
    }

    private static boolean isOf(MediaType type, HttpHeaders headers) {
        try {
            var given = headers.getContentType();
            return given != null && given.equalsTypeAndSubtype(type);
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static String shown(HttpHeaders headers, String name) {
        @Nullable String given = headers.getFirst(name);
        return given == null ? "absent" : given;
    }

    private static byte[] bytes(DataBuffer buffer) {
        try {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
