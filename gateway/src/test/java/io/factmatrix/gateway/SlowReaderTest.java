package io.factmatrix.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.gateway.testing.StubService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whoever reads gets all of an export, however slowly; whoever does not is let go, and meanwhile the service is not read far ahead of him. */
@TestInstance(Lifecycle.PER_CLASS)
class SlowReaderTest {

    private static final String EXPORT = "/v1/merchants/m1/exports/ledger?field=kol";
    private static final int MEGABYTE = 1024 * 1024;

    /** Bytes on their way that are held for one client: by the kernel on three sockets, Reactor Netty for each of two programs. */
    private static final int HELD = 12 * MEGABYTE;

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = new RunningGateway("--fact.connection.unread-for=1s");
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.reset();
    }

    @Test
    void whoReadsSlowlyGetsTheWholeExport() throws IOException {
        int blocks = 8 * MEGABYTE / StubService.BLOCK.length();
        gateway.kol().exports(blocks);
        try (var client = asking()) {
            var read = new AtomicLong();
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> hasEndedAfter(client, 120 * 1024, read));
            assertThat(read).hasValueGreaterThan((long) blocks * StubService.BLOCK.length());
        }
    }

    @Test
    void whoReadsNothingIsLetGoAndTheServiceIsNotReadFarAhead() throws IOException {
        gateway.kol().exports(1_000_000);
        try (var client = asking()) {
            await().until(() -> gateway.kol().isExporting());
            await().until(() -> !gateway.kol().isExporting());
            assertThat((long) gateway.kol().blocksTaken() * StubService.BLOCK.length())
                    .isLessThan(HELD);
            assertThat(client.isConnected()).isTrue();
        }
    }

    private static boolean hasEndedAfter(Socket client, int bytes, AtomicLong all) throws IOException {
        int read = client.getInputStream().readNBytes(bytes).length;
        all.addAndGet(read);
        return read < bytes;
    }

    private Socket asking() throws IOException {
        var client = new Socket();
        client.setReceiveBufferSize(64 * 1024);
        client.connect(new InetSocketAddress("localhost", gateway.port()));
        client.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                        .formatted(EXPORT, gateway.token())
                        .getBytes(US_ASCII));
        return client;
    }
}
