package io.factmatrix.deploy.bench.limit;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The least that a view made by asking the services can be: a gateway of WebFlux that knows nothing, asks each service for some
 * small JSON at once, and puts the answers into one object. It checks no token; the services do.
 */
public final class FanOut implements AutoCloseable {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final String PATH = "/fan-out";

    private final LoopResources threads = LoopResources.create("fan-out", 2, true);
    private final ConnectionProvider connections = ConnectionProvider.create("fan-out");
    private final List<URI> asked;
    private final WebClient client;
    private final DisposableServer server;

    /**
     * @param asked one resource of each service
     */
    public FanOut(List<URI> asked) {
        this.asked = asked;
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(
                        HttpClient.create(connections).runOn(threads)))
                .build();
        var routes = RouterFunctions.route(RequestPredicates.GET(PATH), this::merged);
        this.server = HttpServer.create()
                .runOn(threads)
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + PATH);
    }

    private Mono<ServerResponse> merged(ServerRequest request) {
        var token = String.valueOf(request.headers().firstHeader(HttpHeaders.AUTHORIZATION));
        return Flux.fromIterable(asked)
                .flatMapSequential(uri -> client.get()
                        .uri(uri)
                        .header(HttpHeaders.AUTHORIZATION, token)
                        .retrieve()
                        .bodyToMono(OBJECT))
                .collectList()
                .flatMap(answers -> ServerResponse.ok().bodyValue(Map.of("services", answers)));
    }

    @Override
    public void close() {
        server.disposeNow();
        connections.dispose();
        threads.dispose();
    }
}
