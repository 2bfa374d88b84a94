package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One connection's stream of server-sent events. A piece is made when the one before it was taken, and not earlier: of what
 * changed meanwhile only the newest view is left, however slow the reader.
 */
final class EventStream {

    private static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private final DataBufferFactory buffers;
    private final Duration commentEvery;

    /** The last view that was written out, or that the client had when it came. */
    private volatile @Nullable String has;

    private volatile @Nullable Written newest;

    private enum Due {
        VIEW,
        COMMENT
    }

    /**
     * @param has the tag of the view that the client has already; null for none
     */
    EventStream(DataBufferFactory buffers, Duration commentEvery, @Nullable String has) {
        this.buffers = buffers;
        this.commentEvery = commentEvery;
        this.has = has;
    }

    /**
     * What is written, piece by piece, each flushed.
     *
     * @param reconnectAfter what the client is told to wait when the stream has ended
     */
    Flux<Flux<DataBuffer>> pieces(Flux<Written> views, Mono<Void> end, Duration reconnectAfter) {
        var due = Flux.merge(
                        views.doOnNext(view -> newest = view).map(view -> Due.VIEW),
                        Flux.interval(commentEvery).onBackpressureDrop().map(tick -> Due.COMMENT))
                .takeUntilOther(end)
                .onBackpressureLatest();
        // A comment at once, so that whatever lies between lets the answer through.
        var opening = ":\nretry: %d\n\n".formatted(reconnectAfter.toMillis()).getBytes(UTF_8);
        return Flux.just(Flux.just(buffers.wrap(opening))).concatWith(due.map(this::piece));
    }

    /** The newest view, whatever it was that came; unless the client has it. */
    private Flux<DataBuffer> piece(Due due) {
        return Flux.defer(() -> {
            var view = newest;
            if (view != null && !view.etag().equals(has)) {
                has = view.etag();
                return Flux.just(event(view));
            }
            return due == Due.COMMENT ? Flux.just(buffers.wrap(COMMENT)) : Flux.empty();
        });
    }

    private DataBuffer event(Written view) {
        var head = "id: %s\nevent: view\ndata: ".formatted(view.etag()).getBytes(UTF_8);
        return buffers.join(List.of(buffers.wrap(head), buffers.wrap(view.json()), buffers.wrap(END)));
    }
}
