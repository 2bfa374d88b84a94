package io.factmatrix.livestream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sessions of two shops, one a day, whose touchpoints have the same names. */
record SentHistory(List<SentEvent> events) {

    static final int SESSIONS = 5;
    static final List<String> SHOPS = List.of("main", "cn");
    static final Duration LASTS = Duration.ofMinutes(100);
    private static final Instant FIRST = Instant.parse("2026-06-01T12:00:20Z");
    private static final List<String> COUNTERS = List.of(
            "impressions",
            "paidImpressions",
            "views",
            "viewers",
            "productImpressions",
            "productClicks",
            "watchSeconds",
            "likes",
            "comments",
            "shares",
            "follows",
            "fanJoins");
    private static final List<String> PEOPLE = List.of("exposed", "entered", "sawProduct", "clickedProduct", "bought");

    static Instant start(int session) {
        return FIRST.plus(Duration.ofDays(session));
    }

    static SentHistory random(Random random) {
        var events = new ArrayList<SentEvent>();
        for (var shop : SHOPS) {
            for (int order = 0; order < 90; order++) {
                var audience = random.nextInt(6) == 0 ? null : "a-" + random.nextInt(40);
                for (int line = 1; line <= 1 + random.nextInt(3); line++) {
                    addLine(random, events, shop, "o-" + order, line, audience);
                }
            }
            for (int report = 0; report < 60; report++) {
                addTraffic(random, events, shop, shop + "-t-" + report);
            }
            for (int cost = 0; cost < 20; cost++) {
                addCost(random, events, shop, shop + "-c-" + cost);
            }
        }
        return new SentHistory(events);
    }

    /** Paid within the session, before or after; corrected, perhaps to another session; refunded at once or weeks later. */
    private static void addLine(
            Random random, List<SentEvent> events, String shop, String order, int line, @Nullable String audience) {
        var currency = random.nextInt(5) == 0 ? "JPY" : "CNY";
        var id = "%s-%s-%d".formatted(shop, order, line);
        @Nullable String replaced = null;
        for (int version = 0; version <= Math.max(0, random.nextInt(5) - 2); version++) {
            int session = random.nextInt(SESSIONS);
            var at = start(session).plusSeconds(random.nextInt(10_000) - 2_000L);
            events.add(SentEvent.paid(
                            id + "-v" + version,
                            shop,
                            "s-" + session,
                            order,
                            at,
                            1_000 + random.nextInt(9_000),
                            currency)
                    .with("line", String.valueOf(line))
                    .with("product", "p-" + random.nextInt(4))
                    .with("quantity", 1 + random.nextInt(3))
                    .with("audience", audience)
                    .with("replaces", replaced)
                    .with("sample", random.nextInt(8) == 0 ? true : null));
            replaced = id + "-v" + version;
        }
        for (int refund = 0; refund < random.nextInt(4) - 1; refund++) {
            var at = start(random.nextInt(SESSIONS)).plusSeconds(random.nextInt(20) * 86_400L);
            var name = id + "-r" + refund;
            // Two of them, corrected or not, are never more than what was paid.
            events.add(SentEvent.refund(name, shop, order, at, 1 + random.nextInt(450), currency)
                    .with("line", String.valueOf(line)));
            if (random.nextInt(3) == 0) {
                events.add(SentEvent.refund(name + "-b", shop, order, at, 1 + random.nextInt(450), currency)
                        .with("line", String.valueOf(line))
                        .with("replaces", name));
            }
        }
    }

    private static void addTraffic(Random random, List<SentEvent> events, String shop, String id) {
        int session = random.nextInt(SESSIONS);
        @Nullable String replaced = null;
        for (int version = 0; version <= Math.max(0, random.nextInt(4) - 2); version++) {
            var from = start(session).plusSeconds(random.nextInt(8_000) - 1_000L);
            var event = SentEvent.traffic(
                            id + "-v" + version,
                            shop,
                            "s-" + session,
                            from,
                            Duration.ofSeconds(1 + random.nextInt(4_000)))
                    .with("product", random.nextInt(3) == 0 ? "p-" + random.nextInt(4) : null)
                    .with("replaces", replaced)
                    // At least one of the counters is told.
                    .with("watchSeconds", random.nextInt(500));
            for (int counter = 0; counter < COUNTERS.size(); counter++) {
                // What the first session reports of the later counters nobody reports of the last one.
                if (random.nextInt(3) == 0 && counter < 6 + 2 * (SESSIONS - 1 - session)) {
                    event = event.with(COUNTERS.get(counter), random.nextInt(900));
                }
            }
            if (random.nextInt(3) == 0) {
                var people = new TreeMap<String, Object>();
                PEOPLE.forEach(step -> {
                    if (random.nextInt(3) > 0) {
                        people.put(step, random.nextInt(900));
                    }
                });
                event = people.isEmpty() ? event : event.with("people", people);
            }
            events.add(event);
            replaced = id + "-v" + version;
        }
    }

    private static void addCost(Random random, List<SentEvent> events, String shop, String id) {
        // The last session has no cost.
        int session = random.nextInt(SESSIONS - 1);
        var currency = random.nextInt(5) == 0 ? "JPY" : "CNY";
        var category = random.nextBoolean() ? "ads" : "staff";
        var at = start(session).minusSeconds(random.nextInt(200_000));
        events.add(SentEvent.cost(id, shop, "s-" + session, category, at, 1 + random.nextInt(90_000), currency)
                .with("status", "estimated"));
        if (random.nextBoolean()) {
            events.add(SentEvent.cost(
                            id + "-s",
                            shop,
                            "s-" + session,
                            category,
                            at.plusSeconds(900_000),
                            1 + random.nextInt(90_000),
                            currency)
                    .with("settles", id));
        }
    }
}
