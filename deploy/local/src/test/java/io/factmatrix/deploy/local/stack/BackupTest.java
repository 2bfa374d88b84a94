package io.factmatrix.deploy.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.deploy.local.demo.DemoMerchant;
import io.factmatrix.deploy.local.ingest.EventsEndpoint;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.server.BaseBackup;
import io.factmatrix.deploy.local.server.FreePort;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is lost with the servers comes back from a copy that was made while events came in, and from sending again. */
class BackupTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Grant DEMO =
            new Grant(MerchantId.of("demo"), Set.of(Role.OPERATOR, Role.INTEGRATION), Duration.ofHours(1));

    private final Progress silent =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void aBaseBackupDuringIngestAndTheEventsAgainComeToTheSameView() throws Exception {
        var events = events();
        var whileItIsCopied = events.subList(0, events.size() * 2 / 3);
        var afterIt = events.subList(events.size() * 2 / 3, events.size());
        JsonNode before;
        try (var stack = new Stack(options("lost"), silent)) {
            var running = stack.start(stack.open());
            var sending = CompletableFuture.runAsync(() -> sent(running, whileItIsCopied));
            var backup = new BaseBackup(folder.resolve("lost"));
            await().atMost(Duration.ofMinutes(2)).until(() -> sending.isDone() || backup.events() > 0);
            backup.copyTo(folder.resolve("restored"));
            sending.join();
            sent(running, afterIt);
            before = settled(running);
        }
        try (var stack = new Stack(options("restored"), silent)) {
            var running = stack.start(stack.open());
            var restored = new BaseBackup(folder.resolve("restored"));
            assertThat(restored.events()).isBetween(1, whileItIsCopied.size());

            sent(running, events);

            assertThat(restored.events()).isEqualTo(events.size());
            assertThat(settled(running)).isEqualTo(before);
        }
    }

    private StackOptions options(String data) {
        return new StackOptions(folder.resolve(data), "127.0.0.1", FreePort.any());
    }

    private static List<String> events() throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(DemoMerchant.events(1, 0.03), StandardCharsets.UTF_8))) {
            return lines.lines().limit(9_000).toList();
        }
    }

    private static void sent(RunningStack running, List<String> events) {
        var report = new Report();
        var endpoint = new EventsEndpoint(running.uri(), "demo", () -> running.token(DEMO));
        var body = String.join("\n", events).getBytes(StandardCharsets.UTF_8);
        try (var stream = new ByteArrayInputStream(body)) {
            new FileImport(endpoint, Patience.DEFAULT, Meter.none(), report).stream(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(report.codes()).isEmpty();
    }

    /** The view once every field has taken account of every other, without how far each had come by then. */
    private static JsonNode settled(RunningStack running) {
        var view = await().atMost(Duration.ofMinutes(2)).until(() -> view(running), BackupTest::isSettled);
        for (var how : List.of("asOf", "watermark", "settledTo")) {
            view.findParents(how).forEach(parent -> ((ObjectNode) parent).remove(how));
        }
        return view;
    }

    /** Not what is within the seconds that settling may take, either. */
    private static boolean isSettled(JsonNode view) {
        var fields = view.path("fields");
        return view.path("complete").asBoolean()
                && fields.valueStream()
                        .allMatch(field -> fields.propertyStream()
                                .allMatch(other -> field.path("settledTo")
                                                .path(other.getKey())
                                                .asLong(-1)
                                        >= other.getValue().path("watermark").asLong(0)));
    }

    private static JsonNode view(RunningStack running) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(running.uri()
                        .resolve("/v1/merchants/demo/operating-view?from=" + DemoMerchant.FROM + "&to="
                                + DemoMerchant.TO))
                .header("Authorization", "Bearer " + running.token(DEMO))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
