package io.factmatrix.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** What a slow reader is told: taken here as Reactor Netty takes it, many pieces ahead, of which one is made at a time. */
class EventStreamTest {

    private final Sinks.Many<Written> views = Sinks.many().unicast().onBackpressureBuffer();
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final List<Flux<DataBuffer>> pieces = new ArrayList<>();
    private boolean ended;

    @Test
    void ofManyViewsWhileOnePieceIsTakenTheNewestIsLeft() {
        listen(null);
        for (int number = 1; number <= 20; number++) {
            tell(number);
        }
        assertThat(pieces).hasSizeGreaterThan(20);
        var told = pieces.stream().map(EventStreamTest::text).toList();
        assertThat(told.get(0)).matches(":\nretry: 1000\n\n");
        assertThat(told.get(1)).startsWith("id: \"").endsWith("\"\nevent: view\ndata: {\"number\":20}\n\n");
        assertThat(told.subList(2, told.size())).containsOnly("");
    }

    @Test
    void whatTheClientHasIsNotToldAndWhatComesBackIs() {
        listen(written(1).etag());
        tell(1);
        assertThat(text(pieces.get(1))).isEmpty();
        tell(2);
        assertThat(text(pieces.get(2))).contains("{\"number\":2}");
        tell(1);
        assertThat(text(pieces.get(3))).contains("{\"number\":1}");
    }

    @Test
    void theEndIsTheEndOfTheAnswer() {
        listen(null);
        tell(1);
        assertThat(ended).isFalse();
        end.tryEmitEmpty().orThrow();
        assertThat(ended).isTrue();
    }

    private void listen(@Nullable String has) {
        var stream = new EventStream(DefaultDataBufferFactory.sharedInstance, Duration.ofDays(1), has);
        stream.pieces(views.asFlux(), end.asMono(), Duration.ofSeconds(1))
                .doOnComplete(() -> ended = true)
                .subscribe(pieces::add);
    }

    private void tell(int number) {
        views.tryEmitNext(written(number)).orThrow();
    }

    private static Written written(int number) {
        return Written.of(Map.of("number", number), JsonMapper.shared());
    }

    private static String text(Flux<DataBuffer> piece) {
        return Objects.requireNonNull(piece.map(buffer -> buffer.toString(UTF_8))
                .collectList()
                .map(parts -> String.join("", parts))
                .block());
    }
}
