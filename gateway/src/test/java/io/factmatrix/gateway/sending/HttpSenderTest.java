package io.factmatrix.gateway.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.gateway.domain.webhook.Outcome;
import io.factmatrix.gateway.domain.webhook.Outside;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Receivers that answer as receivers do, and some that want to be led inside. */
class HttpSenderTest {

    private static final Outside LOOPBACK = new Outside(Set.of(443), true);
    private static final Outside OUTSIDE = new Outside(Set.of(443), false);
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");

    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
    private static DisposableServer receiver;

    @BeforeAll
    static void receive() {
        receiver = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                                "/fine",
                                (request, response) -> request.receive()
                                        .aggregate()
                                        .asString()
                                        .flatMap(body -> {
                                            RECEIVED.add(request.requestHeaders()
                                                            .get("host") + " "
                                                    + request.requestHeaders().get("webhook-id") + " "
                                                    + request.requestHeaders().get("content-type") + " " + body);
                                            return response.status(204).send().then();
                                        }))
                        .post(
                                "/broken",
                                (request, response) -> response.status(500).send())
                        .post(
                                "/gone",
                                (request, response) -> response.status(410).send())
                        .post(
                                "/inward",
                                (request, response) -> response.status(302)
                                        .header("Location", "http://127.0.0.1:" + receiver.port() + "/fine")
                                        .send())
                        .post(
                                "/later",
                                (request, response) -> response.status(503)
                                        .header("Retry-After", "Thu, 18 Jun 2026 12:10:00 GMT")
                                        .send())
                        .post(
                                "/confused",
                                (request, response) -> response.status(500)
                                        .header("Retry-After", "60")
                                        .send())
                        .post("/hanging", (request, response) -> Mono.never())
                        .post(
                                "/endless",
                                (request, response) -> response.send(
                                        Flux.interval(Duration.ofMillis(20))
                                                .map(tick -> Unpooled.copiedBuffer("x", UTF_8)),
                                        sent -> true))
                        .post(
                                "/closing",
                                (request, response) -> response.withConnection(connection -> connection.dispose())
                                        .then()))
                .bindNow();
    }

    @AfterAll
    static void stop() {
        receiver.disposeNow();
    }

    @BeforeEach
    void forget() {
        RECEIVED.clear();
    }

    private static Outcome send(Names names, Outside outside, UnaryOperator<HttpClient> tls, String url) {
        var checked = new CheckedNames(names, outside, Schedulers.boundedElastic());
        var sent = new HttpSender(checked, Duration.ofMillis(500), DEADLINE, () -> NOW, tls)
                .send(URI.create(url), Map.of("webhook-id", "msg_1"), "{}".getBytes(UTF_8))
                .block();
        return Objects.requireNonNull(sent);
    }

    private static Outcome send(String path) {
        return send(at("127.0.0.1"), LOOPBACK, HttpClient::secure, "http://receiver.example:" + receiver.port() + path);
    }

    private static Names at(String... addresses) {
        return host -> List.of(addresses).stream().map(HttpSenderTest::address).toList();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(notAnAddress);
        }
    }

    @Test
    void aReceiverThatAnswersIsAnswered() {
        assertThat(send("/fine")).isEqualTo(new Outcome(204, null, null));
        assertThat(RECEIVED).containsExactly("receiver.example:" + receiver.port() + " msg_1 application/json {}");
    }

    @Test
    void whatIsNoSuccessSaysWhatItWas() {
        assertThat(send("/broken")).isEqualTo(new Outcome(500, "status: 500 (expected: 2xx)", null));
        assertThat(send("/gone").isGone()).isTrue();
        assertThat(send("/hanging").error()).isEqualTo("answer: none (expected: one within 2 s)");
        assertThat(send("/closing").error()).startsWith("connection: ");
        assertThat(send(at("127.0.0.1"), LOOPBACK, HttpClient::secure, "http://receiver.example:1/")
                        .error())
                .startsWith("connection: ");
    }

    @Test
    void aReceiverIsLeftAloneForAsLongAsItAsks() {
        assertThat(send("/later")).isEqualTo(new Outcome(503, "status: 503 (expected: 2xx)", Duration.ofMinutes(10)));
        assertThat(send("/confused").retryAfter()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                               | PT2M
            0                                 | PT0S
            Thu, 18 Jun 2026 12:00:30 GMT     | PT30S
            Thursday, 18-Jun-26 12:00:30 GMT  | PT30S
            Thu Jun 18 12:00:30 2026          | PT30S
            Thu, 18 Jun 2026 11:00:00 GMT     |
            soon                              |
            -5                                |
            1.5                               |
            12 s                              |
            99999999999999999999              |
            Thu, 18 Jun 2026 12:00:30 GMT, and again at Thu, 18 Jun 2026 12:00:30 GMT |
            ''                                |
            """)
    void whenToComeAgainIsReadInEachFormOfHttpAndNonsenseIsNone(String header, @Nullable Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }

    @Test
    void anAnswerWithoutAnEndIsNotWaitedFor() {
        assertThat(send("/endless")).isEqualTo(new Outcome(200, null, null));
    }

    @Test
    void aRedirectLeadsNowhere() {
        assertThat(send("/inward"))
                .isEqualTo(new Outcome(302, "status: 302 (expected: 2xx; redirects are not followed)", null));
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void oneAddressThatIsInsideIsEnoughToCallNone() {
        for (var inside : List.of("10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "fd00::1", "192.168.1.1")) {
            assertThat(send(
                                    at("127.0.0.1", inside),
                                    LOOPBACK,
                                    HttpClient::secure,
                                    "http://receiver.example:" + receiver.port() + "/fine")
                            .error())
                    .as(inside)
                    .startsWith("address: not public");
        }
        assertThat(send(at("127.0.0.1"), OUTSIDE, HttpClient::secure, "https://receiver.example/fine")
                        .error())
                .startsWith("address: not public")
                .doesNotContain("127");
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void aNameThatLeadsInsideTheSecondTimeGainsNothing() {
        var looked = new AtomicInteger();
        // Loopback stands for the outside: it is what the first look finds.
        Names rebinding = host -> List.of(address(looked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1"));
        var url = "http://receiver.example:" + receiver.port() + "/fine";
        assertThat(send(rebinding, LOOPBACK, HttpClient::secure, url).isDelivered())
                .isTrue();
        assertThat(looked).hasValue(1);
        assertThat(send(rebinding, LOOPBACK, HttpClient::secure, url).error()).startsWith("address: not public");
    }

    @Test
    void aNameWithoutAddressSaysSo() {
        Names none = host -> {
            throw new UnknownHostException(host);
        };
        assertThat(send(none, OUTSIDE, HttpClient::secure, "https://receiver.example/")
                        .error())
                .isEqualTo("host: receiver.example has no address (expected: one)");
    }

    @Test
    void aCertificateMustBeTrustedAndOfTheNameThatIsCalled(@TempDir Path folder) throws Exception {
        var keys = keys(folder, "receiver.example");
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SslContext own = SslContextBuilder.forServer(managers).build();
        SslContext trusting =
                SslContextBuilder.forClient().trustManager(trusted).build();
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .secure(tls -> tls.sslContext(own))
                .route(routes -> routes.post("/fine", (request, response) -> {
                    RECEIVED.add("over TLS");
                    return response.status(204).send();
                }))
                .bindNow();
        try {
            UnaryOperator<HttpClient> trust = client -> client.secure(tls -> tls.sslContext(trusting));
            var url = "https://%s:" + server.port() + "/fine";
            assertThat(send(at("127.0.0.1"), LOOPBACK, trust, url.formatted("receiver.example"))
                            .status())
                    .isEqualTo(204);
            assertThat(send(at("127.0.0.1"), LOOPBACK, trust, url.formatted("other.example"))
                            .error())
                    .startsWith("TLS: failed");
            assertThat(send(at("127.0.0.1"), LOOPBACK, HttpClient::secure, url.formatted("receiver.example"))
                            .error())
                    .startsWith("TLS: failed");
            assertThat(RECEIVED).containsExactly("over TLS");
        } finally {
            server.disposeNow();
        }
    }

    private static KeyStore keys(Path folder, String host) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(file.toFile())) {
            keys.load(in, "changeit".toCharArray());
        }
        // A key's own certificate is trusted only when it stands by itself.
        keys.setCertificateEntry("trusted", keys.getCertificate("receiver"));
        return keys;
    }
}
