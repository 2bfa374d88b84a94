package io.factmatrix.deploy.local.issuer;

import io.factmatrix.deploy.local.data.DataDirectory;
import io.factmatrix.deploy.local.data.PrivateFile;
import io.factmatrix.deploy.local.data.Secrets;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/**
 * An OpenID Connect issuer as small as the services need one: its configuration and its public keys. The services find both
 * by the issuer's name, which therefore holds its port; the port is kept in the data folder, so that the name, and with it
 * every token, stays good across restarts. Should another program have taken the port meanwhile, a new one is chosen and
 * tokens are to be fetched anew.
 */
public final class LocalIssuer implements AutoCloseable {

    /** The client that the services are to each other. */
    public static final String LEDGERS = "ledgers";

    private static final String CONFIGURATION = """
            {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s/token","response_types_supported":["token"],\
            "grant_types_supported":["client_credentials"],\
            "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""";

    private static final Duration TTL = Duration.ofMinutes(15);

    private final LoopResources threads;
    private final DisposableServer server;
    private final String clientSecret;

    private LocalIssuer(LoopResources threads, DisposableServer server, String clientSecret) {
        this.threads = threads;
        this.server = server;
        this.clientSecret = clientSecret;
    }

    public static LocalIssuer start(DataDirectory data) {
        var key = SigningKey.of(data.path());
        var port = port(data.path().resolve("issuer.port"));
        var clientSecret = Secrets.of(data).password(LEDGERS);
        // Its own threads: the services' end with the services.
        var threads = LoopResources.create("issuer", 1, true);
        var server = HttpServer.create()
                .runOn(threads)
                .host(InetAddress.getLoopbackAddress().getHostAddress())
                .port(port)
                .route(routes -> routes.get(
                                "/.well-known/openid-configuration",
                                (request, response) -> json(response, CONFIGURATION.formatted(name(port))))
                        .get("/jwks", (request, response) -> json(response, key.publicKeys()))
                        .post("/token", (request, response) -> token(request, response, clientSecret, key, name(port))))
                .bindNow();
        return new LocalIssuer(threads, server, clientSecret);
    }

    /** Its name in tokens, and where it answers. */
    public String name() {
        return name(server.port());
    }

    /** Where the services get their own tokens. */
    public String tokenUri() {
        return name() + "/token";
    }

    /** With which they do. */
    public String clientSecret() {
        return clientSecret;
    }

    /** Client credentials by HTTP Basic (RFC 6749, 4.4); what else the request says does not matter to the one client there is. */
    private static Publisher<Void> token(
            HttpServerRequest request, HttpServerResponse response, String secret, SigningKey key, String issuer) {
        var expected = HttpHeaders.encodeBasicAuth(LEDGERS, secret, StandardCharsets.UTF_8);
        var given = String.valueOf(request.requestHeaders().get(HttpHeaders.AUTHORIZATION));
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Basic " + expected).getBytes(StandardCharsets.UTF_8))) {
            return json(response.status(401), "{\"error\":\"invalid_client\"}");
        }
        var token = key.sign(Grant.ofLedgers(TTL), issuer, Instant.now());
        return json(
                response,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(token, TTL.toSeconds()));
    }

    private static String name(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static Publisher<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(body));
    }

    private static int port(Path file) {
        try {
            var kept =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            if (kept != 0 && FreePort.isFree(InetAddress.getLoopbackAddress(), kept)) {
                return kept;
            }
            var port = FreePort.any();
            PrivateFile.write(file, Integer.toString(port));
            return port;
        } catch (NumberFormatException e) {
            throw new Failure(file + " is broken (expected: a port)", e);
        } catch (IOException e) {
            throw Failure.of("issuer", e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
        threads.dispose();
    }
}
