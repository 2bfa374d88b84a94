package io.factmatrix.deploy.acceptance;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A seeded random history of one merchant in the order of its happening: every event type in every field, corrections of
 * corrections, refunds of samples, estimates settled twice over. Of its events none is rejected and none is invalid in
 * whatever order they arrive: every refund ever sent, corrected ones included, fits into the smallest amount its line ever had.
 */
public final class History {

    private static final List<String> CATEGORIES =
            List.of("ads", "commission", "slotFee", "sample", "staff", "production", "discount", "other");

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "UTC",
            "America/New_York",
            "Europe/Berlin",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "Pacific/Chatham",
            "Pacific/Kiritimati");

    private final List<Event> events = new ArrayList<>();
    private final Draw draw;
    private int orders;

    private History(long seed) {
        draw = new Draw(seed);
    }

    /** At least that many events: whole orders are finished. */
    public static List<Event> random(long seed, int size) {
        var history = new History(seed);
        while (history.events.size() < size) {
            history.addSomething();
        }
        return List.copyOf(history.events);
    }

    /** The same events in another order. */
    public static List<Event> shuffled(List<Event> events, long seed) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Windows, zones, currencies and filters to ask such a history for; the first is the whole of it. */
    public static List<ViewQuery> queries(long seed, int size) {
        var draw = new Draw(seed);
        var queries = new ArrayList<ViewQuery>();
        queries.add(ViewQuery.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 1), "Asia/Shanghai", "CNY"));
        while (queries.size() < size) {
            queries.add(query(draw));
        }
        return queries;
    }

    private static ViewQuery query(Draw draw) {
        var from = Draw.BASE.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(draw.between(-2, Draw.DAYS + 1));
        var to = from.plusDays(draw.chance(0.4) ? 1 : draw.between(1, 60));
        var currency = draw.chance(0.05) ? "EUR" : draw.currency();
        return new ViewQuery(
                from,
                to,
                ZoneId.of(draw.one(ZONES)),
                currency,
                filter(draw, Draw.SHOPS),
                filter(draw, Draw.PRODUCTS),
                filter(draw, Draw.TOUCHPOINTS),
                null,
                null);
    }

    private static @Nullable String filter(Draw draw, List<String> values) {
        if (!draw.chance(0.25)) {
            return null;
        }
        return draw.chance(0.05) ? "nobody has this" : draw.one(values);
    }

    private void addSomething() {
        switch (draw.between(0, 9)) {
            case 0, 1, 2, 3 -> addOrder();
            case 4, 5, 6 -> addTraffic();
            case 7 -> addCost();
            case 8 -> addService();
            default -> addAudience();
        }
    }

    private Event start(String type, String field, String shop) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", draw.id(field));
        members.put("type", type);
        members.put("field", field);
        if (!shop.equals("main") || draw.chance(0.2)) {
            members.put("shop", shop);
        }
        return new Event(members);
    }

    /** Any touchpoint; an unattributed event often has none. */
    private Event placed(Event event) {
        return event.field().equals("unattributed") && draw.chance(0.7)
                ? event
                : event.with("touchpoint", draw.one(Draw.TOUCHPOINTS));
    }

    private Event maybe(Event event, double probability, String member, Supplier<Object> value) {
        return draw.chance(probability) ? event.with(member, value.get()) : event;
    }

    private Event at(Event event, Instant moment) {
        return event.with("occurredAt", draw.spelled(moment));
    }

    /** Adds versions of one fact, each replacing the one before; returns how many. */
    private int addChain(Supplier<Event> version) {
        int versions = draw.chance(0.8) ? 1 : draw.between(2, 4);
        var last = version.get();
        events.add(last);
        for (int i = 1; i < versions; i++) {
            last = version.get().with("replaces", last.id());
            events.add(last);
        }
        return versions;
    }

    // Orders and their refunds

    private void addOrder() {
        var shop = draw.shop();
        var order = "o-" + orders++ / 3 + (draw.chance(0.5) ? "" : "/x");
        // Two orders of one number in different shops are two; in one shop they are one, and lines must not collide.
        var number = order + "#" + orders;
        var moment = draw.moment();
        var buyer = draw.chance(0.75) ? draw.buyer() : null;
        var field = draw.one(Event.FIELDS);
        for (int line = draw.between(1, 4), index = 1; index <= line; index++) {
            var itsField = draw.chance(0.7) ? field : draw.one(Event.FIELDS);
            addLine(itsField, shop, collides(index) ? order : number, lineName(index), moment, buyer);
            var another = draw.one(Event.FIELDS);
            if (draw.chance(0.2) && !another.equals(itsField)) {
                addLine(another, shop, collides(index) ? order : number, lineName(index), moment, draw.buyer());
            }
        }
    }

    /** Lines named by a number of their own may share an order id with other orders' lines. */
    private static boolean collides(int index) {
        return index == 3;
    }

    private String lineName(int index) {
        return collides(index) ? "l-" + orders : Integer.toString(index);
    }

    private void addLine(String field, String shop, String order, String line, Instant moment, @Nullable String buyer) {
        var currency = draw.currency();
        var itsMoment = draw.chance(0.6) ? moment : draw.after(moment, Duration.ofHours(30));
        boolean sample = draw.chance(0.06);
        var smallest = new BigInteger[] {BigInteger.valueOf(Long.MAX_VALUE)};
        addChain(() -> {
            var minor = draw.minor();
            smallest[0] = smallest[0].min(minor);
            var paid = numbered(placed(start("order.paid", field, shop)), order, line)
                    .with("product", draw.one(Draw.PRODUCTS))
                    .with("quantity", draw.between(1, 9))
                    .with("amount", draw.money(minor, currency));
            paid = maybe(paid, 0.02, "sample", () -> false);
            paid = draw.chance(0.05) != sample ? paid.with("sample", true) : paid;
            paid = buyer == null ? paid : paid.with("audience", buyer);
            return at(paid, draw.chance(0.8) ? itsMoment : draw.moment());
        });
        if (draw.chance(0.35)) {
            addRefunds(field, shop, order, line, itsMoment, currency, smallest[0]);
        }
    }

    private Event numbered(Event event, String order, String line) {
        var numbered = event.with("order", order);
        return line.equals("1") && draw.chance(0.5) ? numbered : numbered.with("line", line);
    }

    private void addRefunds(
            String field, String shop, String order, String line, Instant paidAt, String currency, BigInteger paid) {
        var left = new BigInteger[] {paid};
        for (int refunds = draw.between(1, 3); refunds > 0 && left[0].signum() > 0; refunds--) {
            var share =
                    draw.chance(0.2) ? left[0] : left[0].divide(BigInteger.TWO).max(BigInteger.ONE);
            left[0] = left[0].subtract(share);
            var itsLeft = new BigInteger[] {share};
            var refundedAt = draw.after(paidAt, Duration.ofDays(draw.chance(0.1) ? 400 : 20));
            addRefund(field, shop, order, line, refundedAt, currency, itsLeft);
        }
    }

    /** A refund and its corrections together stay within what is left, so that no order of arrival exceeds it. */
    private void addRefund(
            String field, String shop, String order, String line, Instant moment, String currency, BigInteger[] left) {
        int versions = draw.chance(0.8) ? 1 : draw.between(2, 4);
        @Nullable Event last = null;
        for (int i = 0; i < versions && left[0].signum() > 0; i++) {
            var amount =
                    i == versions - 1 ? left[0] : left[0].divide(BigInteger.TWO).max(BigInteger.ONE);
            left[0] = left[0].subtract(amount);
            var refund = numbered(start("order.refunded", field, shop), order, line)
                    .with("amount", draw.money(amount, currency));
            refund = maybe(refund, 0.3, "touchpoint", () -> draw.one(Draw.TOUCHPOINTS));
            refund = maybe(refund, 0.3, "product", () -> draw.one(Draw.PRODUCTS));
            refund = maybe(refund, 0.3, "quantity", () -> draw.between(1, 3));
            refund = maybe(refund, 0.3, "reason", () -> "尺码不合 \"too small\"");
            refund = at(refund, moment);
            last = last == null ? refund : refund.with("replaces", last.id());
            events.add(last);
        }
    }

    // The rest

    private void addTraffic() {
        var field = draw.one(Event.FIELDS);
        var shop = draw.shop();
        var touchpoint = draw.chance(0.3) && field.equals("unattributed") ? null : draw.one(Draw.TOUCHPOINTS);
        addChain(() -> {
            var start = draw.moment();
            var end = start.plusMillis(
                    1 + (long) (draw.random().nextDouble() * longest().toMillis()));
            var traffic = start("traffic", field, shop).with("touchpoint", touchpoint);
            traffic = maybe(traffic, 0.3, "product", () -> draw.one(Draw.PRODUCTS));
            traffic = at(traffic, end).with("start", draw.spelled(start)).with("end", draw.spelled(end));
            for (var counter : Facts.COUNTERS) {
                traffic = maybe(traffic, 0.6, counter, draw::count);
            }
            return draw.chance(0.2) ? traffic.with("people", people()) : traffic;
        });
    }

    private Duration longest() {
        return draw.one(List.of(
                Duration.ofMinutes(1), Duration.ofHours(2), Duration.ofHours(24).minusMillis(1)));
    }

    private Object people() {
        var people = new LinkedHashMap<String, Object>();
        long left = draw.count();
        for (var step : List.of("exposed", "entered", "sawProduct", "clickedProduct", "bought")) {
            people.put(step, left);
            left = left / 2;
        }
        return people;
    }

    private Event costVersion(String field, String shop, String currency) {
        var cost = placed(start("cost", field, shop))
                .with("category", draw.one(CATEGORIES))
                .with("amount", draw.money(draw.minor(), currency));
        cost = maybe(cost, 0.3, "product", () -> draw.one(Draw.PRODUCTS));
        return at(cost, draw.moment());
    }

    /** A settled cost, or an estimate that is settled later, each corrected or not. */
    private void addCost() {
        var field = draw.one(Event.FIELDS);
        var shop = draw.shop();
        var currency = draw.currency();
        if (draw.chance(0.5)) {
            addChain(() -> maybe(costVersion(field, shop, currency), 0.5, "status", () -> "settled"));
            return;
        }
        addChain(() -> costVersion(field, shop, currency).with("status", "estimated"));
        if (draw.chance(0.6)) {
            var estimate = events.get(events.size() - 1).id();
            var settled = costVersion(field, shop, currency).with("settles", estimate);
            events.add(settled);
            if (draw.chance(0.3)) {
                events.add(costVersion(field, shop, currency).with("replaces", settled.id()));
            }
        }
    }

    private void addService() {
        var field = draw.one(Event.FIELDS);
        var shop = draw.shop();
        addChain(() -> {
            var service = placed(start("service", field, shop))
                    .with("kind", draw.one(List.of("complaint", "inquiry", "praise")));
            service = maybe(service, 0.3, "order", () -> "o-" + draw.between(0, 20));
            service = maybe(service, 0.3, "product", () -> draw.one(Draw.PRODUCTS));
            service = maybe(service, 0.5, "audience", draw::buyer);
            return at(service, draw.moment());
        });
    }

    private void addAudience() {
        var field = draw.one(Event.FIELDS);
        var shop = draw.shop();
        addChain(() -> {
            var audience = placed(start("audience", field, shop))
                    .with("audience", draw.buyer())
                    .with("stage", draw.one(List.of("saw", "interacted")));
            return at(maybe(audience, 0.3, "product", () -> draw.one(Draw.PRODUCTS)), draw.moment());
        });
    }
}
