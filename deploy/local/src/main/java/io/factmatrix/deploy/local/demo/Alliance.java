package io.factmatrix.deploy.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The directory of creators: the forty who sell, what is agreed with them and paid to them, and sixty who might; whom a screening finds, and who is being won over. */
final class Alliance {

    private static final int CANDIDATES = 60;
    private static final int WOOED = 8;

    private static final List<String> CATEGORIES = List.of("护肤", "彩妆", "香水", "个护");
    private static final List<String> PIPELINE =
            List.of("contacted", "negotiating", "sample-sent", "agreed", "content-live");

    private final MerchantApi api;

    private Alliance(MerchantApi api) {
        this.api = api;
    }

    /**
     * Fills it, unless that is done already.
     *
     * @return the id of the screening
     */
    static String run(MerchantApi api) throws IOException, InterruptedException {
        if (api.get("/creators?limit=1").path("items").isEmpty()) {
            new Alliance(api).run();
        }
        return api.get("/screenings?limit=1").at("/items/0/id").asString("");
    }

    private void run() throws IOException, InterruptedException {
        var ids = api.importCreators(directory());
        var number = 0;
        for (var tier : Tier.values()) {
            var creators = new LinkedHashMap<Integer, String>();
            for (var left = tier.creators(); left > 0; left--) {
                creators.put(number + 1, ids.get(number++));
            }
            collaborate(tier, creators);
        }
        screen();
    }

    /** With those of a tier, as long as the demo goes. */
    private void collaborate(Tier tier, Map<Integer, String> creators) throws IOException, InterruptedException {
        var from = Day.of(DemoMerchant.FROM).at(0).toString();
        var targeted = tier.fee() > 0;
        var collaboration = api.post(
                "/collaborations",
                Map.of(
                        "name",
                        "达人分销 " + tier.word(),
                        "kind",
                        targeted ? "targeted" : "open",
                        "creators",
                        targeted ? List.copyOf(creators.values()) : List.of(),
                        "window",
                        Map.of(
                                "start",
                                from,
                                "end",
                                Day.of(DemoMerchant.TO).at(0).toString()),
                        "rates",
                        List.of(Map.of("from", from, "tiers", rates(tier)))));
        api.post("/collaborations/" + collaboration + "/transitions", Map.of("to", "active"));
        for (var creator : creators.entrySet()) {
            api.post(
                    "/participations",
                    Map.of(
                            "collaboration", collaboration,
                            "creator", creator.getValue(),
                            "sample", Map.of("shipped", from, "received", from),
                            "touchpoints",
                                    new Creators.Creator(creator.getKey(), tier, 1)
                                            .content().stream()
                                                    .map(Touchpoint::id)
                                                    .toList()));
            if (targeted) {
                settle(creator.getValue());
            }
        }
    }

    /** A point more for what a month brings above 50,000. */
    private static List<Map<String, ?>> rates(Tier tier) {
        var rate = BigDecimal.valueOf(tier.rate());
        return List.of(
                Map.of("above", Yuan.of(0), "rate", rate),
                Map.of("above", Yuan.of(5_000_000), "rate", rate.add(new BigDecimal("0.01"))));
    }

    /** Of July the refunds of June are still to come. */
    private void settle(String creator) throws IOException, InterruptedException {
        for (var month : List.of("2026-05", "2026-06")) {
            var statement =
                    api.post("/settlement-statements", Map.of("creator", creator, "month", month, "currency", "CNY"));
            api.post("/settlement-statements/" + statement + "/transitions", Map.of("to", "closed"));
        }
        api.post("/settlement-statements", Map.of("creator", creator, "month", "2026-07", "currency", "CNY"));
    }

    private void screen() throws IOException, InterruptedException {
        var screening = api.post(
                "/screenings",
                Map.of(
                        "name", "七月护肤",
                        "criteria", Map.of("tiers", List.of("mid", "tail"), "categories", List.of("护肤")),
                        "weights",
                                Map.of(
                                        "gpm", Map.of("weight", 50, "basis", "view", "full", Yuan.of(100_000)),
                                        "reach", Map.of("weight", 30, "full", 1_000_000),
                                        "returnRate", Map.of("weight", 20))));
        var found = api.get("/screenings/" + screening + "/results?limit=" + WOOED);
        var step = 0;
        for (var result : found.path("items")) {
            woo(result.path("creator").asString(""), step++);
        }
    }

    private static List<Map<String, ?>> directory() {
        var creators = new ArrayList<Map<String, ?>>();
        for (var tier : Tier.values()) {
            for (var left = tier.creators(); left > 0; left--) {
                creators.add(creator(creators.size() + 1, tier));
            }
        }
        for (var left = CANDIDATES; left > 0; left--) {
            creators.add(creator(creators.size() + 1, left % 3 == 0 ? Tier.MIDDLE : Tier.TAIL));
        }
        return creators;
    }

    /** Of every fourth nobody knows how much he sells, of every third it is known roughly. */
    private static Map<String, ?> creator(int number, Tier tier) {
        var creator = new LinkedHashMap<String, Object>();
        creator.put("name", "达人%02d".formatted(number));
        creator.put("platform", "douyin");
        creator.put("handle", Creators.name(number));
        creator.put("tier", tier.word());
        creator.put("categories", List.of(CATEGORIES.get(0), CATEGORIES.get(1 + number % 3)));
        creator.put("audience", Map.of("followers", Math.round(tier.video() * 6) + 1_000L * number));
        if (tier.fee() > 0) {
            creator.put("prices", Map.of("video", Yuan.of(Math.round(tier.fee()))));
        }
        var past = new LinkedHashMap<String, Object>();
        if (number % 4 > 0) {
            var gpm = 300 + 17 * (number % 31);
            past.put(
                    "gpm",
                    number % 3 == 0
                            ? Map.of("basis", "view", "lower", decimal(gpm * 0.8), "upper", decimal(gpm * 1.3))
                            : Map.of("basis", "view", "value", decimal(gpm)));
            past.put("returnRate", Map.of("value", decimal(0.05 + 0.01 * (number % 20))));
        }
        creator.put("past", past);
        return creator;
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(Math.round(number * 100), 2).toPlainString();
    }

    /** Everyone one step further than the one before; some should have answered long ago. */
    private void woo(String creator, int step) throws IOException, InterruptedException {
        var since = Day.of(DemoMerchant.TO).at(10);
        var outreach = api.post(
                "/outreaches", Map.of("creator", creator, "owner", step % 2 == 0 ? "阿丽" : "小周", "due", due(since)));
        for (var state : PIPELINE.subList(0, step % (PIPELINE.size() + 1))) {
            api.post("/outreaches/" + outreach + "/transitions", Map.of("to", state));
        }
    }

    private static Map<String, String> due(Instant since) {
        var due = new LinkedHashMap<String, String>();
        due.put("invited", since.plus(Duration.ofDays(2)).toString());
        for (var at = 0; at < PIPELINE.size(); at++) {
            due.put(PIPELINE.get(at), since.plus(Duration.ofDays(5 + 4L * at)).toString());
        }
        return due;
    }
}
