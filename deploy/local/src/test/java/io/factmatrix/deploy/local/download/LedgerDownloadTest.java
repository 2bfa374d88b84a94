package io.factmatrix.deploy.local.download;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.kit.export.ExportFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Against a gateway that tells the truth, one that lies, and one that breaks off. */
class LedgerDownloadTest {

    private static final String ROWS = "{\"n\":1}\n{\"n\":2}\n";

    @TempDir
    private Path folder;

    private DisposableServer gateway = HttpServer.create().bindNow();

    @AfterEach
    void stop() {
        gateway.disposeNow();
    }

    private void answering(int status, Flux<String> body) {
        gateway.disposeNow();
        gateway = HttpServer.create()
                .host("127.0.0.1")
                .route(routes -> routes.get(
                        "/v1/merchants/m1/exports/ledger",
                        (request, response) -> response.status(status).sendString(body)))
                .bindNow();
    }

    private Path file() {
        return folder.resolve("kol.ndjson");
    }

    private void download() {
        var closing = new LedgerDownload(
                        URI.create("http://127.0.0.1:" + gateway.port()), "m1", "kol", "0", ExportFormat.NDJSON, "t")
                .into(file());
        assertThat(closing.rows()).isEqualTo(2);
        assertThat(closing.besides()).containsEntry("watermark", "2");
    }

    private static String end(int rows, String of) {
        try {
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(of.getBytes(UTF_8)));
            return "{\"end\":{\"rows\":%d,\"sha256\":\"%s\",\"watermark\":\"2\"}}\n".formatted(rows, sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsWholeTakesThePlaceOfWhatWasThere() throws IOException {
        Files.writeString(file(), "old");
        Files.writeString(folder.resolve("kol.ndjson.part"), "left behind by one that was cut, and longer ".repeat(9));
        answering(200, Flux.just(ROWS, end(2, ROWS)));
        download();
        assertThat(file()).hasContent(ROWS + end(2, ROWS));
        assertThat(folder.resolve("kol.ndjson.part")).doesNotExist();
    }

    @Test
    void whatIsCutOrWrongIsToldAndLeavesWhatWasThere() throws IOException {
        Files.writeString(file(), "old");
        var broken = Flux.just(ROWS).concatWith(Mono.error(new IOException("broken off")));
        refuses(broken, "kol.ndjson.part is not whole, of 16 bytes: the connection ended");
        assertThat(folder.resolve("kol.ndjson.part")).hasContent(ROWS);
        refuses(Flux.just(ROWS), "its closing line is missing");
        refuses(Flux.just(ROWS, end(3, ROWS)), "2 rows (expected: 3, as its closing line says)");
        refuses(Flux.just(ROWS, end(2, "others")), "its bytes are others than those");
    }

    private void refuses(Flux<String> body, String why) {
        answering(200, body);
        assertThatThrownBy(this::download).isInstanceOf(Failure.class).hasMessageContaining(why);
        assertThat(file()).hasContent("old");
    }

    @Test
    void aRefusalIsTold() {
        answering(403, Flux.just("{\"code\":\"role.missing\"}"));
        assertThatThrownBy(this::download)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("answers 403: {\"code\":\"role.missing\"}");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPlaceThatIsNoneIsToldBeforeAnythingIsAsked() {
        for (var place : new Path[] {folder.resolve("no-such-folder/f"), folder}) {
            var download =
                    new LedgerDownload(URI.create("http://127.0.0.1:1"), "m1", "kol", "0", ExportFormat.CSV, "t");
            assertThatThrownBy(() -> download.into(place))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith(place.toString());
        }
    }
}
