package io.factmatrix.deploy.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The KOLs whom the merchant knows, and what was agreed about the two evenings with them, and about one to come. */
final class Head {

    private static final Duration GUARANTEED_FOR = Duration.ofDays(7);

    /** Of what was paid in kept goods. */
    private static final BigDecimal GOODS_COST = new BigDecimal("0.32");

    private static final int PROMISED = 6;

    /** Less than the evening and the own live session beside it promise together. */
    private static final int IN_STOCK = 4_000;

    private final MerchantApi api;

    private Head(MerchantApi api) {
        this.api = api;
    }

    /**
     * Engages them, unless that is done already.
     *
     * @return the id of the last engagement that was settled
     */
    static String run(MerchantApi api) throws IOException, InterruptedException {
        if (api.get("/engagements?limit=1").path("items").isEmpty()) {
            new Head(api).run();
        }
        return api.get("/engagements?state=settled&limit=1").at("/items/0/id").asString("");
    }

    private void run() throws IOException, InterruptedException {
        limit();
        var luna = kol(
                "露娜",
                "luna",
                9_000_000,
                Map.of(
                        "followers",
                        Map.of("value", 6_200_000),
                        "gmv",
                        Map.of("lower", Yuan.of(40_000_000), "upper", Yuan.of(90_000_000))));
        var ming = kol(
                "老明",
                "ming",
                20_000_000,
                Map.of("followers", Map.of("value", 18_500_000), "returnRate", Map.of("lower", 0.2, "upper", 0.35)));
        var aria = kol("Aria", "aria", 15_000_000, Map.of());
        away(luna, Day.of(DemoMerchant.TO).at(0), "休假");
        var evenings = KolEvents.EVENINGS;
        hold(luna, evenings.get(0), 30_000_000);
        hold(ming, evenings.get(1), 50_000_000);
        next(aria);
    }

    /** What nobody may undercut, and what there is. */
    private void limit() throws IOException, InterruptedException {
        for (var product : new Catalogue().first(PROMISED)) {
            api.post(
                    "/product-limits",
                    Map.of(
                            "product",
                            product.id(),
                            "floors",
                            List.of(Yuan.of(product.price() * 4 / 5)),
                            "stock",
                            IN_STOCK));
        }
    }

    private String kol(String name, String handle, long slotFee, Map<String, ?> past)
            throws IOException, InterruptedException {
        return api.post(
                "/kols",
                Map.of(
                        "name",
                        name,
                        "platform",
                        "douyin",
                        "handle",
                        handle,
                        "categories",
                        List.of("护肤", "彩妆"),
                        "slotFee",
                        Yuan.of(slotFee),
                        "pastFigures",
                        past));
    }

    private void away(String kol, Instant from, String reason) throws IOException, InterruptedException {
        api.post(
                "/kols/" + kol + "/unavailabilities",
                Map.of(
                        "start", from.toString(),
                        "end", from.plus(Duration.ofDays(14)).toString(),
                        "reason", reason));
    }

    /** From the signature to the last payment; what is short of the guarantee is given back of the fee. */
    private void hold(String kol, KolEvents.Evening evening, long guaranteed) throws IOException, InterruptedException {
        var engagement = api.post(
                "/engagements",
                Map.ofEntries(
                        Map.entry("kol", kol),
                        Map.entry("title", "专场 " + evening.date()),
                        Map.entry("start", evening.start().toString()),
                        Map.entry("end", evening.end().toString()),
                        Map.entry("touchpoint", evening.touchpoint().id()),
                        Map.entry("slotFee", Yuan.of(evening.slotFee())),
                        Map.entry("commission", BigDecimal.valueOf(evening.rate())),
                        Map.entry("guaranteedGmv", Yuan.of(guaranteed)),
                        Map.entry(
                                "guaranteeWindow",
                                Map.of(
                                        "from", evening.start().toString(),
                                        "to", evening.end().plus(GUARANTEED_FOR).toString())),
                        Map.entry("goodsCostShare", GOODS_COST),
                        Map.entry("products", products()),
                        Map.entry("clauses", List.of(protection(evening))),
                        Map.entry("payments", payments(evening))));
        for (var state : List.of("signed", "live", "settled")) {
            api.post("/engagements/" + engagement + "/transitions", Map.of("to", state));
        }
        var shortfall = api.get("/engagements/" + engagement + "/economics").at("/guarantee/shortfall");
        if (shortfall.isString() && new BigDecimal(shortfall.asString()).signum() > 0) {
            api.post(
                    "/engagements/" + engagement + "/make-goods",
                    Map.of("kind", "refund-of-fee", "amount", Yuan.of(evening.slotFee() / 4), "note", "保量未达成"));
        }
    }

    /** A tenth below what they cost elsewhere. */
    private static List<Map<String, ?>> products() {
        return new Catalogue()
                .first(PROMISED).stream()
                        .<Map<String, ?>>map(product -> Map.of(
                                "product",
                                product.id(),
                                "category",
                                "护肤",
                                "price",
                                Yuan.of(product.price() * 9 / 10),
                                "stock",
                                3_000))
                        .toList();
    }

    private static Map<String, ?> protection(KolEvents.Evening evening) {
        return Map.of(
                "kind",
                "price-protection",
                "products",
                new Catalogue()
                        .first(PROMISED).stream().map(Catalogue.Product::id).toList(),
                "from",
                evening.start().minus(Duration.ofDays(1)).toString(),
                "to",
                evening.end().plus(Duration.ofDays(3)).toString());
    }

    /** Half before, half after. */
    private static List<Map<String, ?>> payments(KolEvents.Evening evening) {
        return List.of(
                Map.of(
                        "amount", Yuan.of(evening.slotFee() / 2),
                        "due", evening.start().minus(Duration.ofDays(7)).toString()),
                Map.of(
                        "amount", Yuan.of(evening.slotFee() / 2),
                        "due", evening.end().plus(Duration.ofDays(15)).toString()));
    }

    /** Beside the own session of that evening: together they promise more than there is, which the guard says and does not forbid. */
    private void next(String kol) throws IOException, InterruptedException {
        var day = Day.of(DemoMerchant.TO);
        var engagement = api.post(
                "/engagements",
                Map.of(
                        "kol", kol,
                        "title", "七月专场",
                        "start", day.at(19).toString(),
                        "end", day.at(23).toString(),
                        "slotFee", Yuan.of(15_000_000),
                        "commission", new BigDecimal("0.2"),
                        "products", products()));
        api.post("/engagements/" + engagement + "/transitions", Map.of("to", "signed"));
    }
}
