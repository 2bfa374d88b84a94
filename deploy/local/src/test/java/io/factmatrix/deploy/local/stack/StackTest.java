package io.factmatrix.deploy.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factmatrix.deploy.local.demo.Backstage;
import io.factmatrix.deploy.local.demo.DemoMerchant;
import io.factmatrix.deploy.local.demo.MerchantApi;
import io.factmatrix.deploy.local.failure.Failure;
import io.factmatrix.deploy.local.ingest.EventsEndpoint;
import io.factmatrix.deploy.local.ingest.FileImport;
import io.factmatrix.deploy.local.ingest.Meter;
import io.factmatrix.deploy.local.ingest.Patience;
import io.factmatrix.deploy.local.ingest.Report;
import io.factmatrix.deploy.local.issuer.Grant;
import io.factmatrix.deploy.local.server.FreePort;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.merchant.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StackTest {

    private static final Grant DEMO =
            new Grant(MerchantId.of("demo"), Set.of(Role.OPERATOR, Role.INTEGRATION), Duration.ofHours(1));

    private final Progress silent =
            new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    @Test
    void theDemoMerchantIsTakenWholeAndSeenThroughTheView() throws IOException, InterruptedException {
        var port = FreePort.any();
        var options = new StackOptions(folder.resolve("data"), "127.0.0.1", port);
        try (var stack = new Stack(options, silent)) {
            var running = stack.start(stack.open());
            assertThat(RunningStack.on(port)).isEqualTo(running);

            var report = new Report();
            try (var events = DemoMerchant.events(1, 0.05)) {
                var endpoint = new EventsEndpoint(running.uri(), "demo", () -> running.token(DEMO));
                new FileImport(endpoint, Patience.DEFAULT, Meter.none(), report).stream(events);
            }
            assertThat(report.codes()).isEmpty();
            // What was not answered in time was sent again, and had been stored.
            assertThat(report.stored() + report.duplicates())
                    .isEqualTo(report.received())
                    .isPositive();

            var view = whole(running);
            assertThat(view.at("/fields").propertyNames())
                    .containsExactlyInAnyOrder("livestream", "creator", "campaign", "kol", "unattributed");
            assertThat(view.at("/total/metrics/gmv").asString()).isGreaterThan("1");

            var api = new MerchantApi(running.uri(), "demo", () -> running.token(DEMO));
            var backstage = Backstage.of(api);
            assertThat(Stream.of(
                            backstage.session(), backstage.screening(), backstage.campaign(), backstage.engagement()))
                    .doesNotContain("");
            assertThat(Backstage.of(api)).as("told once").isEqualTo(backstage);

            for (var department : List.of("content", "goods", "creators", "ads", "service")) {
                var cockpit = get(running, "departments/" + department);
                assertThat(cockpit.get("deals"))
                        .allSatisfy(list -> assertThat(list.get("status").asString())
                                .as(list.toString())
                                .isEqualTo("fresh"));
            }
            assertThat(get(running, "departments/ads").at("/total/metrics/cost"))
                    .isEqualTo(view.at("/total/metrics/cost"));
            assertThat(get(running, "lenses/aipl")
                            .at("/letters/2/figures/0/value/value")
                            .asLong())
                    .isPositive();
        }
        assertThatThrownBy(() -> RunningStack.on(port)).isInstanceOf(Failure.class);
        assertThat(FreePort.isFree(InetAddress.getLoopbackAddress(), port)).isTrue();
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var stack = new Stack(
                        new StackOptions(folder.resolve("data"), "127.0.0.1", other.getLocalPort()), silent)) {
            assertThatThrownBy(stack::open)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " ");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    /** Fields that have only just begun to run may be late to take account of each other; the view says so. */
    private static JsonNode whole(RunningStack running) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        var view = view(running);
        while (!view.at("/complete").asBoolean() && Instant.now().isBefore(deadline)) {
            view = view(running);
        }
        assertThat(view.at("/complete").asBoolean()).as(view.toString()).isTrue();
        return view;
    }

    private static JsonNode view(RunningStack running) throws IOException, InterruptedException {
        return get(running, "operating-view");
    }

    /** Of all that the demo merchant did. */
    private static JsonNode get(RunningStack running, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(running.uri()
                        .resolve("/v1/merchants/demo/%s?from=%s&to=%s"
                                .formatted(path, DemoMerchant.FROM, DemoMerchant.TO)))
                .header("Authorization", "Bearer " + running.token(DEMO))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.builder().build().readTree(response.body());
    }
}
