package io.factmatrix.deploy.local.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who and what stands behind the live sessions of the last weeks: rooms, hosts and their shifts, rundowns and gates, all through the public API. */
final class Studio {

    /** As many as a review compares with, and one week more. */
    private static final int DAYS = 35;

    /** Of the last two days nobody has reviewed a session yet. */
    private static final int UNREVIEWED = 2;

    private static final int OFFERS = 12;

    private final MerchantApi api;

    private Studio(MerchantApi api) {
        this.api = api;
    }

    /**
     * Runs them, unless that is done already.
     *
     * @return the id of the last session that was reviewed
     */
    static String run(MerchantApi api) throws IOException, InterruptedException {
        if (api.get("/sessions?limit=1").path("items").isEmpty()) {
            new Studio(api).run();
        }
        return api.get("/sessions?state=reviewed&limit=1").at("/items/0/id").asString("");
    }

    private void run() throws IOException, InterruptedException {
        gates();
        var template = api.post("/rundown-templates", Map.of("name", "常规排品", "lines", rundown()));
        var hall = room("大直播间");
        var booth = room("小直播间");
        var hosts = List.of(host("小李"), host("阿杰"), host("苏苏"));
        for (var day = Day.of(DemoMerchant.TO).plus(-DAYS); day.date().isBefore(DemoMerchant.TO); day = day.plus(1)) {
            for (var slot : LiveSlot.ALL) {
                var room = slot.name().equals("evening") ? hall : booth;
                shift(hosts.get(LiveSlot.ALL.indexOf(slot)), room, slot.start(day), slot.end(day));
                var session = plan(room, day, slot);
                api.post("/sessions/" + session + "/rundown/copies", Map.of("template", template));
                move(session, "ready");
                move(session, "live", slot.start(day));
                move(session, "ended", slot.end(day));
                if (day.date().isBefore(DemoMerchant.TO.minusDays(UNREVIEWED))) {
                    move(session, "reviewed");
                }
            }
        }
        next(hall, template);
    }

    /** One that is still to come, and may not go live as it is. */
    private void next(String room, String template) throws IOException, InterruptedException {
        var session = plan(room, Day.of(DemoMerchant.TO), LiveSlot.ALL.get(LiveSlot.ALL.size() - 1));
        api.post("/sessions/" + session + "/rundown/copies", Map.of("template", template));
        api.post(
                "/sessions/" + session + "/rundown/lines",
                Map.of("title", "返场", "segments", List.of(Map.of("text", "家人们，全 网 最 低，错过等一年！", "seconds", 20))));
    }

    private void gates() throws IOException, InterruptedException {
        gate(
                "极限词",
                "script",
                "改成：限时好价",
                Map.of("kind", "forbidden-phrases", "phrases", List.of("全网最低", "国家级", "史上第一")));
        gate("理性消费", "script", "开场说一次", Map.of("kind", "mandatory-phrases", "phrases", List.of("理性消费")));
        gate("封面", "brand", "上传封面", Map.of("kind", "required-assets", "assets", List.of("cover")));
        gate("最低五折", "discount", "提高价格", Map.of("kind", "discount-bounds", "ceiling", new BigDecimal("0.5")));
    }

    private void gate(String name, String gate, String fix, Map<String, ?> condition)
            throws IOException, InterruptedException {
        api.post("/gate-rules", Map.of("name", name, "gate", gate, "fix", fix, "condition", condition));
    }

    private String room(String name) throws IOException, InterruptedException {
        return api.post("/rooms", Map.of("name", name, "platform", "douyin"));
    }

    private String host(String name) throws IOException, InterruptedException {
        return api.post("/hosts", Map.of("name", name));
    }

    private void shift(String host, String room, Instant start, Instant end) throws IOException, InterruptedException {
        api.post("/shifts", Map.of("host", host, "room", room, "start", start.toString(), "end", end.toString()));
    }

    private String plan(String room, Day day, LiveSlot slot) throws IOException, InterruptedException {
        return api.post(
                "/sessions",
                Map.of(
                        "room", room,
                        "title", "自播 " + day.date(),
                        "start", slot.start(day).toString(),
                        "end", slot.end(day).toString(),
                        "touchpoint", slot.touchpoint(day).id(),
                        "assets", List.of(Map.of("kind", "cover", "reference", "cover.png"))));
    }

    private void move(String session, String to) throws IOException, InterruptedException {
        api.post("/sessions/" + session + "/transitions", Map.of("to", to));
    }

    private void move(String session, String to, Instant at) throws IOException, InterruptedException {
        api.post("/sessions/" + session + "/transitions", Map.of("to", to, "at", at.toString()));
    }

    private static List<Map<String, Object>> rundown() {
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(Map.of("title", "开场", "segments", List.of(Map.of("text", "欢迎来到直播间，喜欢再下单，理性消费。", "seconds", 60))));
        for (var product : new Catalogue().first(OFFERS)) {
            var line = new LinkedHashMap<String, Object>();
            line.put("product", product.id());
            line.put("price", Yuan.of(product.price()));
            // A fifth is off.
            line.put("listPrice", Yuan.of(product.price() * 5 / 4));
            line.put("stock", 2_000);
            line.put("segments", List.of(Map.of("text", "看这款，今天直播间有券。", "seconds", 240)));
            lines.add(line);
        }
        return lines;
    }
}
