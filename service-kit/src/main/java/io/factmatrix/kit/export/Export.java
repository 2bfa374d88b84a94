package io.factmatrix.kit.export;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.ObjectMapper;

/**
 * Rows of one kind, as many as there are, as the body of an answer.
 *
 * <p>Memory does not grow with the rows, however slowly they are read: of the answer, the server holds what Reactor Netty asks for
 * at a time, 128 buffers, so 2 MB; of the rows, the page that is written and the one behind it. What fails in the midst breaks the
 * connection, and the closing line is missing.
 *
 * @param <T> what a row is made of
 */
public final class Export<T> {

    /** Bytes of a buffer: below, each costs more than what is in it; above, a slow reader holds more of them than it needs. */
    private static final int BUFFER = 16 * 1024;

    private final ObjectMapper json;
    private final Function<T, ? extends Map<String, ?>> members;
    private final List<Column> columns;

    /**
     * @param members a row as the object that it is in NDJSON, none of its members called {@code end}
     * @param columns of the CSV; what they name is text, a number, a flag, or absent
     */
    public Export(ObjectMapper json, Function<T, ? extends Map<String, ?>> members, List<Column> columns) {
        this.json = json;
        this.members = members;
        this.columns = List.copyOf(columns);
    }

    /**
     * Answers with a file: the rows, and the line that closes them.
     *
     * @param name of the file, without an extension
     * @param pages the rows in order; a page is asked for while the one before it is written
     * @param besides what the closing line says beside count and checksum, in plain ASCII
     */
    public Mono<Void> answer(
            ServerWebExchange exchange,
            ExportFormat format,
            String name,
            Flux<List<T>> pages,
            Map<String, String> besides) {
        return answer(exchange, format, name, pages, () -> besides);
    }

    /** The same, when what the closing line says besides is known only after the rows. */
    public Mono<Void> answer(
            ServerWebExchange exchange,
            ExportFormat format,
            String name,
            Flux<List<T>> pages,
            Supplier<Map<String, String>> besides) {
        var headers = exchange.getResponse().getHeaders();
        headers.setContentType(format.mediaType());
        headers.set(HttpHeaders.CONTENT_DISPOSITION, attachment(name + "." + format.word()));
        return send(exchange, buffers -> closed(format, pages, besides, buffers));
    }

    /** Answers with one object a line and nothing behind them: for who follows, and goes on behind the last that came. */
    public Mono<Void> answerOpen(ServerWebExchange exchange, Flux<List<T>> pages) {
        exchange.getResponse().getHeaders().setContentType(ExportFormat.NDJSON.mediaType());
        return send(exchange, buffers -> open(pages, buffers));
    }

    /** Who asks for the head alone has nothing read. */
    private static Mono<Void> send(ServerWebExchange exchange, Function<DataBufferFactory, Flux<DataBuffer>> body) {
        var response = exchange.getResponse();
        return HttpMethod.HEAD.equals(exchange.getRequest().getMethod())
                ? response.setComplete()
                : response.writeWith(body.apply(response.bufferFactory()));
    }

    /** In a name that every system takes. */
    private static String attachment(String file) {
        return "attachment; filename=\"" + file.replaceAll("[^A-Za-z0-9._-]", "-") + "\"";
    }

    /** The bytes of such a file. */
    Flux<DataBuffer> closed(
            ExportFormat format,
            Flux<List<T>> pages,
            Supplier<Map<String, String>> besides,
            DataBufferFactory buffers) {
        return Flux.defer(() -> {
            var writing = new Writing(format, buffers);
            return writing.rows(pages).concatWith(Mono.fromSupplier(() -> writing.end(besides.get())));
        });
    }

    private Flux<DataBuffer> open(Flux<List<T>> pages, DataBufferFactory buffers) {
        return Flux.defer(() -> {
            var writing = new Writing(ExportFormat.NDJSON, buffers);
            return writing.rows(pages).concatWith(Mono.fromSupplier(writing::rest));
        });
    }

    /** One export while it is written. */
    private final class Writing {

        private final ClosedBytes bytes = new ClosedBytes(BUFFER + BUFFER / 4);
        private final DataBufferFactory buffers;
        private final Rows rows;
        private long count;

        Writing(ExportFormat format, DataBufferFactory buffers) {
            this.buffers = buffers;
            this.rows = switch (format) {
                case NDJSON -> new NdjsonRows(json, bytes);
                case CSV -> new CsvRows(columns, bytes);
            };
            rows.writeHeader();
        }

        /** Written where neither connections nor the store wait for it. */
        Flux<DataBuffer> rows(Flux<List<T>> pages) {
            return pages.concatMap(
                    page -> Flux.<DataBuffer, Iterator<T>>generate(page::iterator, this::some)
                            .subscribeOn(Schedulers.parallel()),
                    1);
        }

        /** A buffer full of rows; what is left of a page goes with the next one. */
        private Iterator<T> some(Iterator<T> page, SynchronousSink<DataBuffer> sink) {
            while (page.hasNext() && bytes.length() < BUFFER) {
                rows.write(members.apply(page.next()));
                count++;
            }
            if (bytes.length() >= BUFFER) {
                sink.next(bytes.take(buffers));
            } else {
                sink.complete();
            }
            return page;
        }

        DataBuffer end(Map<String, String> besides) {
            rows.writeClosing(new Closing(count, bytes.checksum(), besides));
            return rest();
        }

        DataBuffer rest() {
            return bytes.take(buffers);
        }
    }
}
