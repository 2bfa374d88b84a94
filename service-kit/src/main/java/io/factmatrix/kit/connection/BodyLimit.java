package io.factmatrix.kit.connection;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** How long the bodies are that a method takes on a path, where that is not {@code fact.connection.longest-body}. */
public record BodyLimit(HttpMethod method, PathPattern path, long bytes) {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    /** Bodies up to that many bytes, handed on when they are there whole. */
    public static BodyLimit atMost(long bytes, HttpMethod method, String path) {
        return new BodyLimit(method, PathPatternParser.defaultInstance.parse(path), bytes);
    }

    /** Bodies that are read as they come, by a resource that bounds them itself. */
    public static BodyLimit streamed(HttpMethod method, String path) {
        return atMost(UNBOUNDED, method, path);
    }

    /** The bytes that this request may bring; the first limit that covers it says so. */
    static long of(List<BodyLimit> limits, long otherwise, RequestHead head) {
        var target = head.target();
        int query = target.indexOf('?');
        var path = PathContainer.parsePath(query < 0 ? target : target.substring(0, query));
        for (var limit : limits) {
            if (limit.method.name().equals(head.method()) && limit.path.matches(path)) {
                return limit.bytes;
            }
        }
        return otherwise;
    }

    static boolean isStreamed(long bytes) {
        return bytes == UNBOUNDED;
    }
}
