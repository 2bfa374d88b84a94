package io.factmatrix.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.gateway.testing.RunningGateway;
import io.factmatrix.kit.testing.TestCollector;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces begin here, and go on in the services. */
class TraceTest {

    private static final String CLIENTS = "0af7651916cd43dd8448eb211c80319c";

    private static RunningGateway traced(TestCollector collector) {
        return new RunningGateway(Arrays.stream(collector.settings())
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/merchants/m1/operating-view?from=2026-06-01&to=2026-07-01&touchpoint=secret-4711",
                "/v1/merchants/m1/events/secret-4711?field=livestream"
            })
    void whatIsAskedOfAServiceBelongsToATraceOfOurOwn(String path) {
        try (var collector = new TestCollector();
                var gateway = traced(collector)) {
            gateway.send(gateway.request(path)
                    .header("traceparent", "00-" + CLIENTS + "-b7ad6b7169203331-01")
                    .header("tracestate", "a=4711")
                    .header("baggage", "a=4711")
                    .build());

            var told = gateway.livestream().lastHeaders();
            var parent = header(told, "traceparent");
            assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]").doesNotContain(CLIENTS);
            assertThat(told.toString()).doesNotContain("a=4711");
            await().until(() -> collector.holdsTrace(parent.split("-", -1)[1]));
            assertThat(collector.holdsTrace(CLIENTS)).isFalse();
            assertThat(collector.holds("4711")).isFalse();
            assertThat(collector.holds("merchants/m1")).isFalse();
        }
    }

    @Test
    void withoutACollectorNothingIsSentAndATraceIsNamedAllTheSame() {
        try (var gateway = new RunningGateway("--management.tracing.sampling.probability=0")) {
            gateway.get("/v1/merchants/m1/events/e-1?field=livestream");

            assertThat(header(gateway.livestream().lastHeaders(), "traceparent"))
                    .matches(".*-0[02]");
        }
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + headers));
    }
}
