package io.factmatrix.deploy.bench;

import io.factmatrix.deploy.bench.load.LoadClient;
import io.factmatrix.deploy.bench.load.Sent;
import io.factmatrix.deploy.bench.mix.Days;
import io.factmatrix.deploy.bench.mix.FieldSums;
import io.factmatrix.deploy.local.failure.Failure;
import java.math.BigDecimal;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the views against what was sent: a benchmark that loses an event has measured nothing. */
final class Shown {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MINOR_DIGITS = 2;

    private final URI gateway;
    private final LoadClient client;

    Shown(URI gateway, LoadClient client) {
        this.gateway = gateway;
        this.client = client;
    }

    /** The view of all days. */
    static URI view(URI gateway, String merchant) {
        return gateway.resolve("/v1/merchants/%s/operating-view?from=%s&to=%s&zone=UTC&currency=CNY"
                .formatted(merchant, Days.from(), Days.to()));
    }

    /** How many events the views were found to show; fails when a figure is another than what was sent. */
    long verify(Sent sent) {
        long events = 0;
        for (var merchant : sent.sums().entrySet()) {
            var view = JSON.readTree(client.get(view(gateway, merchant.getKey()), merchant.getKey()));
            for (var field : merchant.getValue().entrySet()) {
                verify(merchant.getKey(), field.getKey(), field.getValue(), view.at("/fields/" + field.getKey()));
                events += field.getValue().events();
            }
        }
        return events;
    }

    private static void verify(String merchant, String field, FieldSums sums, JsonNode section) {
        var where = merchant + "/" + field + ".";
        same(where + "status", section.path("status").asString(), "fresh");
        same(where + "watermark", section.path("watermark").asString(), Long.toString(sums.events()));
        var metrics = section.path("metrics");
        same(where + "gmv", metrics.path("gmv").asString(), money(sums.gmv()));
        same(where + "refunds", metrics.path("refunds").asString(), money(sums.refunds()));
        same(where + "cost", metrics.path("cost").asString(), money(sums.cost()));
        same(where + "units", metrics.path("units").asLong(), sums.units());
        same(where + "orders", metrics.path("orders").asLong(), sums.orders());
        same(where + "impressions", metrics.path("impressions").asLong(0), sums.impressions());
    }

    private static String money(long fen) {
        return BigDecimal.valueOf(fen, MINOR_DIGITS).toPlainString();
    }

    private static void same(String what, Object shown, Object sent) {
        if (!shown.equals(sent)) {
            throw new Failure("%s: the view shows %s (expected: %s, as sent)".formatted(what, shown, sent));
        }
    }
}
