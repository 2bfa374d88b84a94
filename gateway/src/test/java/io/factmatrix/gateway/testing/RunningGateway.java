package io.factmatrix.gateway.testing;

import io.factmatrix.gateway.Gateway;
import io.factmatrix.kit.testing.OwnThreads;
import io.factmatrix.kit.testing.TestCursors;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.kit.testing.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;

/** The gateway on a free port, before four stand-ins for its services. */
public final class RunningGateway implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final StubService livestream = new StubService();
    private final StubService creator = new StubService();
    private final StubService campaign = new StubService();
    private final StubService kol = new StubService();
    private final TestStore store;
    private final ConfigurableApplicationContext application;

    public RunningGateway(String... settings) {
        this(TestStore.create(), settings);
    }

    /** On that store, whatever is in it. */
    public RunningGateway(TestStore store, String... settings) {
        this.store = store;
        var properties = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--fact.fields.livestream=" + livestream.uri(),
                "--fact.fields.creator=" + creator.uri(),
                "--fact.fields.campaign=" + campaign.uri(),
                "--fact.fields.kol=" + kol.uri(),
                "--fact.fields.token-uri=" + TestIssuer.uri() + "/token",
                "--fact.fields.client-id=gateway",
                "--fact.fields.client-secret=secret",
                "--fact.webhooks.key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "--spring.datasource.url=" + store.url(),
                "--spring.datasource.username=" + store.app(),
                "--spring.datasource.password=app",
                "--spring.flyway.user=" + store.owner(),
                "--spring.flyway.password=owner"));
        properties.addAll(List.of(settings));
        application = Gateway.application()
                .initializers(OwnThreads::of)
                // Nobody listens there: a gateway needs no Redis.
                .properties(
                        "spring.data.redis.port=1",
                        TestCursors.SETTING,
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri())
                .run(properties.toArray(String[]::new));
    }

    public TestStore store() {
        return store;
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public StubService livestream() {
        return livestream;
    }

    public StubService creator() {
        return creator;
    }

    public StubService campaign() {
        return campaign;
    }

    public StubService kol() {
        return kol;
    }

    public <T> T bean(String name, Class<T> type) {
        return application.getBean(name, type);
    }

    public <T> T bean(ParameterizedTypeReference<T> type) {
        return application.getBeanProvider(type).getObject();
    }

    public int port() {
        return Integer.parseInt(setting("local.server.port"));
    }

    public String setting(String name) {
        return application.getEnvironment().getRequiredProperty(name);
    }

    public String token() {
        return TestIssuer.token(List.of("m1"), "integration", "operator");
    }

    public String token(String role) {
        return TestIssuer.token(List.of("m1"), role);
    }

    /** Puts all stand-ins back to where they began. */
    public void reset() {
        List.of(livestream, creator, campaign, kol).forEach(StubService::reset);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> ingest(String type, String body) {
        return ingest(type, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> ingest(String type, Map<String, String> headers, byte[] body) {
        var request = request("/v1/merchants/m1/events").header("Content-Type", type);
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofByteArray(body)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        List.of(livestream, creator, campaign, kol).forEach(StubService::close);
    }
}
