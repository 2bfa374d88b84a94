package io.factmatrix.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.factmatrix.kit.testing.TestCollector;
import io.factmatrix.ledger.testing.MerchantClient;
import io.factmatrix.ledger.testing.RunningService;
import org.junit.jupiter.api.Test;

/** A trace that the gateway began goes on here, down to the transactions. */
class TraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String[] TRACED = {"traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"};

    private static final class Client extends MerchantClient {
        Client(RunningService service, String merchant) {
            super(service::uri, merchant, "operator", "integration");
        }
    }

    @Test
    void aTraceGoesOnToTheTransactionsAndTellsNothingOfTheMerchant() {
        try (var collector = new TestCollector();
                var service = new RunningService(LivestreamService.application().properties(collector.settings()))) {
            var merchant = MerchantClient.freshMerchant();
            var client = new Client(service, merchant);

            assertThat(client.get("/events/order-4711?field=livestream", TRACED).status())
                    .isEqualTo(404);
            assertThat(client.post("/rooms", "{\"name\":\"Studio 4711\",\"platform\":\"douyin\"}", TRACED)
                            .status())
                    .isEqualTo(201);
            assertThat(client.post(
                                    "/events",
                                    "{\"id\":\"order-4711\",\"type\":\"audience\"}",
                                    "Content-Type",
                                    "application/x-ndjson",
                                    TRACED[0],
                                    TRACED[1])
                            .status())
                    .isEqualTo(200);

            await().until(() -> collector.holdsTrace(TRACE)
                    && collector.holds("transaction read")
                    && collector.holds("transaction write")
                    && collector.holds("/v1/merchants/{merchant}/events/{id}")
                    && collector.holds("http post /v1/merchants/{merchant}/events"));
            assertThat(collector.holds("merchants/" + merchant)).isFalse();
            assertThat(collector.holds("4711")).isFalse();
        }
    }
}
