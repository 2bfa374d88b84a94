package io.factmatrix.deploy.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The plan of the 618 campaign, which is over and assisted whatever was sold, and offers that are claimed now. */
final class Promotion {

    private static final Map<Phase, String> PHASES = new EnumMap<>(Map.of(
            Phase.ACCUMULATION, "accumulation",
            Phase.WARM_UP, "warm-up",
            Phase.BURST, "burst",
            Phase.CONTINUATION, "continuation"));

    private static final int OFFERED = 3;
    private static final int STOCK = 60;
    private static final int CAP = 2;

    private final MerchantApi api;

    private Promotion(MerchantApi api) {
        this.api = api;
    }

    /**
     * Plans it, unless that is done already.
     *
     * @return the id of the campaign
     */
    static String run(MerchantApi api) throws IOException, InterruptedException {
        if (api.get("/campaigns?limit=1").path("items").isEmpty()) {
            new Promotion(api).run();
        }
        return api.get("/campaigns?state=ended&limit=1").at("/items/0/id").asString("");
    }

    private void run() throws IOException, InterruptedException {
        var campaign = api.post(
                "/campaigns",
                Map.of(
                        "kind", "platform-promotion",
                        "name", "618 大促",
                        "phases", phases(),
                        "goals", Map.of("gmv", Yuan.of(150_000_000), "newBuyers", 6_000),
                        "budgets",
                                List.of(
                                        Map.of("category", "ads", "amount", Yuan.of(18_000_000)),
                                        Map.of("category", "discount", "amount", Yuan.of(9_000_000))),
                        "pages",
                                Campaign.PAGES.stream()
                                        .map(page -> Map.of(
                                                "touchpoint", page.touchpoint().id()))
                                        .toList()));
        for (var state : List.of("scheduled", "running", "ended")) {
            api.post("/campaigns/" + campaign + "/transitions", Map.of("to", state));
        }
        for (var product : new Catalogue().first(OFFERED)) {
            claim(offer(product));
        }
    }

    private static List<Map<String, ?>> phases() {
        var phases = new ArrayList<Map<String, ?>>();
        PHASES.forEach((phase, name) -> phases.add(Map.of(
                "phase", name,
                "start", Day.of(phase.from()).at(0).toString(),
                "end", Day.of(phase.to()).at(0).toString())));
        return phases;
    }

    /** From today on, whenever that is. */
    private String offer(Catalogue.Product product) throws IOException, InterruptedException {
        var today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var offer = api.post(
                "/offers",
                Map.of(
                        "product", product.id(),
                        "price", Yuan.of(product.price() * 17 / 20),
                        "listPrice", Yuan.of(product.price()),
                        "stock", STOCK,
                        "capPerBuyer", CAP,
                        "start", today.toString(),
                        "end", today.plus(Duration.ofDays(30)).toString()));
        api.post("/offers/" + offer + "/transitions", Map.of("to", "open"));
        return offer;
    }

    /** Of three who claim, the first pays, the second changes his mind, the third still thinks. */
    private void claim(String offer) throws IOException, InterruptedException {
        for (var buyer = 0; buyer < STOCK / CAP; buyer++) {
            var claim = "/offers/%s/claims/c-%02d".formatted(offer, buyer);
            api.put(claim, Map.of("buyer", "fan-%02d".formatted(buyer), "quantity", CAP));
            if (buyer % 3 < 2) {
                api.post(claim + "/transitions", Map.of("to", buyer % 3 == 0 ? "confirmed" : "released"));
            }
        }
    }
}
