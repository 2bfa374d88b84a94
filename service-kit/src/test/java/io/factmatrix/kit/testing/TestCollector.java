package io.factmatrix.kit.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans (OTLP over HTTP), and tells what is in them: they are written so that texts and ids stand in them as they are. */
public final class TestCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public TestCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** What a program is told to send all of its spans here, and soon. */
    public String[] settings() {
        return new String[] {
            "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:%d/v1/traces"
                    .formatted(server.getAddress().getPort()),
            "management.opentelemetry.tracing.export.schedule-delay=50ms",
            "management.tracing.sampling.probability=1"
        };
    }

    public boolean holds(String text) {
        return bodies.stream().anyMatch(body -> body.contains(text));
    }

    /**
     * @param trace its id, as in a {@code traceparent}
     */
    public boolean holdsTrace(String trace) {
        return holds(new String(HexFormat.of().parseHex(trace), ISO_8859_1));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
