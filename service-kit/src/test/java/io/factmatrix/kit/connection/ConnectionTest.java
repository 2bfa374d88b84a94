package io.factmatrix.kit.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.KitConfiguration;
import io.factmatrix.kit.lines.EventLines;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.testing.TestCursors;
import io.factmatrix.kit.testing.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A whole server, and clients that write bytes. Times are short here, sizes as they are. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=kit",
            "fact.connection.head-within=400ms",
            "fact.connection.body-grace=400ms",
            "fact.connection.unread-for=1s",
            TestCursors.SETTING
        })
class ConnectionTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String HOST = "Host: localhost\r\n";
    private static final String LAST = HOST + "Connection: close\r\n";
    private static final String STREAM = "POST /docs/lines HTTP/1.1\r\nContent-Type: application/x-ndjson\r\n" + HOST;

    @LocalServerPort
    private int port;

    @Autowired
    private AtomicInteger handled;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer::uri);
        properties.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "fact-matrix");
    }

    @BeforeEach
    void nothingIsHandledYet() {
        handled.set(0);
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTheirOrder() {
        var answers = talk("POST /docs/echo HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\none"
                + "POST /docs/echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n"
                + STREAM + "Content-Length: 4\r\n\r\na\nb\n"
                + "GET /docs/echo HTTP/1.1\r\n" + LAST + "\r\n");
        assertThat(answers).containsSubsequence("\r\n\r\none", "\r\n\r\ntwo", "\r\n\r\n2 lines", "\r\n\r\nnothing");
        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 4\r\nContent-Length: 0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\n\n",
                "Transfer-Encoding: chunked\r\n\r\n0_\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "X: y\n\n"
            })
    void aRequestHiddenBehindABadOneIsNotHandled(String badly) {
        var hidden = "GET /docs/echo HTTP/1.1\r\n" + HOST + "\r\n";
        for (var resource : new String[] {"/docs/echo", "/docs/lines"}) {
            var answers = talk(
                    "POST " + resource + " HTTP/1.1\r\nContent-Type: application/x-ndjson\r\n" + HOST + badly + hidden);
            assertThat(answers)
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("application/problem+json", "\"code\":\"request.malformed\"")
                    .containsIgnoringCase("connection: close")
                    .containsOnlyOnce("HTTP/1.1");
        }
        assertThat(handled).as("beginnings of a streamed body").hasValueLessThanOrEqualTo(1);
    }

    @Test
    void anUpgradeIsNotTakenUp() {
        assertThat(
                        talk(
                                "GET /docs/echo HTTP/1.1\r\n" + HOST
                                        + "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void aSlowHeadAndASlowBodyAreToldSo() {
        assertThat(talk("GET /docs/echo HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 408 ")
                .contains("request.timeout");
        assertThat(talk("POST /docs/echo HTTP/1.1\r\n" + HOST + "Content-Length: 100\r\n\r\nabc"))
                .startsWith("HTTP/1.1 408 ")
                .contains("request.timeout");
        assertThat(handled).hasValue(0);
        assertThat(talk("")).isEmpty();
    }

    /** The resource ends it, since it alone knows what became of the lines before. */
    @Test
    void aStreamedBodyThatStandsStillEndsInAProblem() {
        assertThat(talk(STREAM + "Content-Length: 100\r\n\r\na\nb\nc"))
                .startsWith("HTTP/1.1 408 ")
                .contains("\"code\":\"request.timeout\"", "after 2 lines")
                .containsIgnoringCase("connection: close");
    }

    @Test
    void whoIsRefusedBeforeTheBodyNeedNotSendIt() {
        assertThat(talk("POST /v1/elsewhere HTTP/1.1\r\n" + LAST + "Content-Length: 60000\r\n\r\n"
                        + "a".repeat(60_000)))
                .startsWith("HTTP/1.1 401 ");
        assertThat(talk(STREAM.replace("x-ndjson", "xml") + "Content-Length: 1000000000\r\n\r\nabc"))
                .startsWith("HTTP/1.1 415 ")
                .containsIgnoringCase("connection: close");
    }

    /** Its window is closed: the answer waits in our memory. */
    @Test
    void whoReadsNothingOfAnAnswerIsDisconnected() throws IOException {
        try (var client = asking("/docs/long?megabytes=16", 1024)) {
            await().until(() -> isReset(client));
        }
    }

    /** The whole answer takes several times as long as one may read nothing, and so does what the kernel would take in of it at once. */
    @Test
    void whoReadsSlowlyGetsTheWholeAnswer() throws IOException {
        try (var client = asking("/docs/long?megabytes=6", 64 * 1024)) {
            var read = new AtomicLong();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> hasEndedAfter(client, 80 * 1024, read));
            assertThat(read).hasValueGreaterThan(6 * MEGABYTE);
        }
    }

    private Socket asking(String target, int window) throws IOException {
        var client = new Socket();
        client.setReceiveBufferSize(window);
        client.connect(new InetSocketAddress("localhost", port));
        client.getOutputStream().write(("GET " + target + " HTTP/1.1\r\n" + LAST + "\r\n").getBytes(ISO_8859_1));
        return client;
    }

    private static boolean hasEndedAfter(Socket client, int bytes, AtomicLong all) throws IOException {
        int read = client.getInputStream().readNBytes(bytes).length;
        all.addAndGet(read);
        return read < bytes;
    }

    /** What is sent to a closed connection comes back as a reset; nothing is read meanwhile. */
    private static boolean isReset(Socket client) {
        try {
            client.getOutputStream().write('\n');
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** All that comes back until the server ends the connection. */
    private String talk(String bytes) {
        try (var client = new Socket("localhost", port)) {
            client.setSoTimeout(20_000);
            var answers = new StringBuilder();
            try {
                client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                for (int next = client.getInputStream().read();
                        next >= 0;
                        next = client.getInputStream().read()) {
                    answers.append((char) next);
                }
            } catch (SocketException reset) {
                answers.append("(reset)");
            }
            return answers.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @Import(KitConfiguration.class)
    static class Server {

        @Bean
        AtomicInteger handled() {
            return new AtomicInteger();
        }

        @Bean
        Resources resources(AtomicInteger handled) {
            return new Resources(handled);
        }

        @Bean
        BodyLimit lines() {
            return BodyLimit.streamed(HttpMethod.POST, "/docs/lines");
        }
    }

    /** On paths that need no token. */
    @RestController
    static final class Resources {

        private final AtomicInteger handled;

        Resources(AtomicInteger handled) {
            this.handled = handled;
        }

        @RequestMapping("/docs/echo")
        String echo(@RequestBody(required = false) String body) {
            handled.incrementAndGet();
            return body == null ? "nothing" : body;
        }

        @RequestMapping("/docs/long")
        byte[] endless(@RequestParam int megabytes) {
            return new byte[megabytes * MEGABYTE];
        }

        @PostMapping("/docs/lines")
        Mono<String> lines(ServerHttpRequest request) {
            var read = new AtomicInteger();
            return EventLines.read(request)
                    .doOnNext(chunk -> read.addAndGet(chunk.lines().size()))
                    .onErrorMap(
                            ProblemException.class,
                            broken -> new ProblemException(
                                    broken.status(), broken.code(), "after %d lines".formatted(read.get())))
                    .then(Mono.fromSupplier(() -> read.get() + " lines"));
        }
    }
}
