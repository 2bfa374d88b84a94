package io.factmatrix.kit.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.factmatrix.kit.testing.TestCursors;
import io.factmatrix.kit.testing.TestIssuer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same server behind TLS, which ends before the gate: what is refused, and how, does not depend on it. */
@SpringBootTest(
        classes = ConnectionTest.Server.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=kit",
            "fact.connection.head-within=3s",
            "server.ssl.key-store-password=" + TlsTest.PASSWORD,
            TestCursors.SETTING
        })
class TlsTest {

    static final String PASSWORD = "changeit";
    private static final String HOST = "Host: localhost\r\n";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private AtomicInteger handled;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer::uri);
        properties.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "fact-matrix");
        properties.add("server.ssl.key-store", () -> "file:" + keys());
    }

    @BeforeEach
    void nothingIsHandledYet() {
        handled.set(0);
    }

    /** Made by the tool that every JDK has, once. */
    private static Path keys() {
        var file = folder.resolve("keys.p12");
        try {
            if (Files.notExists(file)) {
                var made = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "edge",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                assertThat(made).isZero();
            }
            return file;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(keys().toFile(), PASSWORD.toCharArray()));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void aClientThatWouldSpeakHttp2IsAnsweredInHttp11() throws Exception {
        var client = HttpClient.newBuilder()
                .sslContext(trusting())
                .version(HttpClient.Version.HTTP_2)
                .build();
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/docs/echo"))
                .POST(BodyPublishers.ofString("a".repeat(50_000)))
                .build();
        for (int time = 0; time < 3; time++) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.body()).hasSize(50_000);
        }
        assertThat(handled).hasValue(3);
    }

    @Test
    void requestsAreReadAsStrictlyAndAnsweredInTheirOrder() throws Exception {
        var good = "POST /docs/echo HTTP/1.1\r\n" + HOST + "Content-Length: 3\r\n\r\none";
        var streamed = "POST /docs/lines HTTP/1.1\r\nContent-Type: application/x-ndjson\r\n" + HOST
                + "Transfer-Encoding: chunked\r\n\r\n4\r\na\nb\n\r\n0\r\n\r\n";
        var bad = "POST /docs/echo HTTP/1.1\r\n" + HOST
                + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n";
        assertThat(talk(good + streamed + bad + good))
                .containsSubsequence(
                        "\r\n\r\none", "\r\n\r\n2 lines", "HTTP/1.1 400 ", "\"code\":\"request.malformed\"")
                .doesNotContainPattern("(?s)HTTP/1.1 400 .*HTTP/1.1");
        assertThat(handled).hasValue(1);
        assertThat(talk("GET /docs/echo HTTP/1.1\r\n")).startsWith("HTTP/1.1 408 ");
    }

    /** Nor is one waited for who begins a handshake and does no more. */
    @Test
    void whoDoesNotSpeakTlsIsToldNothing() throws IOException {
        for (var bytes : new String[] {"GET /docs/echo HTTP/1.1\r\n" + HOST + "\r\n", "\u0016\u0003\u0001"}) {
            try (var client = new Socket("localhost", port)) {
                client.setSoTimeout(20_000);
                client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
                assertThat(new String(client.getInputStream().readAllBytes(), ISO_8859_1))
                        .doesNotContain("HTTP");
            }
        }
        assertThat(handled).hasValue(0);
    }

    /** All that comes back until the server ends the connection. */
    private String talk(String bytes) throws Exception {
        try (var client = (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
