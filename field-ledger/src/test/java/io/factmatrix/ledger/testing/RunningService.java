package io.factmatrix.ledger.testing;

import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.testing.OwnThreads;
import io.factmatrix.kit.testing.TestCursors;
import io.factmatrix.kit.testing.TestIssuer;
import io.factmatrix.kit.testing.TestStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A field service as in production, on a free port and a store of its own. */
public final class RunningService implements AutoCloseable {

    private final TestStore store;
    private final ConfigurableApplicationContext context;

    public RunningService(SpringApplicationBuilder application) {
        this(application, TestStore.create());
    }

    /** On that store, whatever is in it. */
    public RunningService(SpringApplicationBuilder application, TestStore store) {
        this.store = store;
        context = application
                .initializers(OwnThreads::of)
                .run(Stream.concat(Stream.of("--server.port=0"), settings(store).stream())
                        .toArray(String[]::new));
        awaitTokens();
    }

    /** The first token waits for the issuer's keys: on a busy machine for longer than a service does. */
    private void awaitTokens() {
        var asked = HttpRequest.newBuilder(URI.create(uri() + "/v1/merchants/nobody/audit-trail"))
                .header("Authorization", "Bearer " + TestIssuer.token(List.of("nobody"), "operator"))
                .build();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> HttpClient.newHttpClient()
                                .send(asked, BodyHandlers.discarding())
                                .statusCode()
                        != 503);
    }

    /** Of a service on that store. */
    static List<String> settings(TestStore store) {
        return List.of(
                "--management.server.port=0",
                "--spring.datasource.url=" + store.url(),
                "--spring.datasource.username=" + store.app(),
                "--spring.datasource.password=app",
                "--spring.flyway.user=" + store.owner(),
                "--spring.flyway.password=owner",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TestIssuer.uri(),
                "--" + TestCursors.SETTING,
                "--logging.level.root=warn");
    }

    public TestStore store() {
        return store;
    }

    public String uri() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Of the port for those who run it. */
    public String management() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(uri())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
