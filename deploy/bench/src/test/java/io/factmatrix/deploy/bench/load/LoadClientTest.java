package io.factmatrix.deploy.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.bench.mix.Mix;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.server.FreePort;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

class LoadClientTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"received\":3,\"stored\":2,\"duplicates\":1,\"rejected\":0,\"errors\":[],\"watermarks\":{}}",
                "200 | {\"received\":2,\"stored\":2,\"duplicates\":0,\"rejected\":0,\"errors\":[],\"watermarks\":{}}",
                "503 | {\"received\":3,\"stored\":3,\"duplicates\":0,\"rejected\":0,\"errors\":[],\"watermarks\":{}}",
                "200 | {}",
            })
    void anAnswerOtherThanAllStoredEndsTheBenchmark(int status, String answer) {
        var body = new Mix(10, 10, 1).bodiesOfOneField(List.of("m1"), 1, 3).get(0);
        var sent = new Sent();
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.status(status).sendString(Mono.just(answer)))
                .bindNow();
        try (var client = new LoadClient(merchant -> "token")) {
            var uri = URI.create("http://127.0.0.1:" + server.port());

            assertThatThrownBy(() -> client.sendNow(uri, body, sent))
                    .isInstanceOf(Failure.class)
                    .hasMessage("ingest: %d %s (expected: 3 events stored)".formatted(status, answer));
            assertThat(sent.sums()).isEmpty();
        } finally {
            server.disposeNow();
        }
    }

    @Test
    void aServiceThatIsGoneEndsTheBenchmark() {
        var body = new Mix(10, 10, 1).bodiesOfOneField(List.of("m1"), 1, 3).get(0);
        try (var client = new LoadClient(merchant -> "token")) {
            var uri = URI.create("http://127.0.0.1:" + FreePort.any());

            assertThatThrownBy(() -> client.sendNow(uri, body, new Sent()))
                    .isInstanceOf(Failure.class)
                    .hasMessageStartingWith(uri + ": ");
        }
    }
}
