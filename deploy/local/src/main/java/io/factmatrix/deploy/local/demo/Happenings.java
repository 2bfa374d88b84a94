package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays scenes, and writes down the events that come of them: traffic, orders, what follows an order. */
final class Happenings {

    private static final double SPREAD = 0.25;
    private static final double KNOWN_AUDIENCE = 0.93;
    private static final double SECOND_LINE = 0.12;
    private static final double REFUNDED = 0.08;
    private static final double COMPLAINS = 0.012;
    private static final double IS_NOTICED = 0.004;
    private static final List<String> REASONS = List.of("quality", "size", "late", "changed mind");

    private final Chance chance;
    private final Audience audience;
    private final Instant end;
    private final List<Product> products = Product.catalogue();
    private final List<DemoEvent> events = new ArrayList<>();
    private int orders;
    private int others;

    /**
     * @param end nothing is written down that would happen later
     */
    Happenings(Chance chance, Instant end) {
        this.chance = chance;
        this.audience = new Audience(chance);
        this.end = end;
    }

    List<DemoEvent> events() {
        return List.copyOf(events);
    }

    /** The traffic of a scene, and what its clicks lead to. */
    void play(Scene scene) {
        var funnel = scene.funnel();
        var impressions = chance.count(chance.about(scene.impressions(), SPREAD));
        var views = chance.count(impressions * chance.about(funnel.enter(), SPREAD));
        var shown = chance.count(views * chance.about(funnel.show(), SPREAD));
        var clicks = chance.count(shown * chance.about(funnel.click(), SPREAD));
        add(new DemoEvent(next("traffic"), "traffic", scene.field(), scene.end())
                .with("touchpoint", scene.touchpoint())
                .with("start", scene.start().toString())
                .with("end", scene.end().toString())
                .with("impressions", impressions)
                .with("paidImpressions", chance.count(impressions * scene.paidShare()))
                .with("views", views)
                .with("viewers", chance.count(views * 0.8))
                .with("productImpressions", shown)
                .with("productClicks", clicks)
                .with("watchSeconds", chance.count(views * chance.about(45, SPREAD)))
                .with("likes", chance.count(views * 0.06))
                .with("comments", chance.count(views * 0.01))
                .with("shares", chance.count(views * 0.004))
                .with("follows", chance.count(views * funnel.follow()))
                .with("fanJoins", chance.count(views * funnel.follow() / 6)));
        for (var left = chance.count(views * IS_NOTICED); left > 0; left--) {
            notice(scene);
        }
        for (var left = Math.min(clicks, chance.count(clicks * chance.about(funnel.order(), SPREAD)));
                left > 0;
                left--) {
            order(scene);
        }
    }

    /** An order that no touchpoint can claim. */
    void stray(Instant at) {
        pay("unattributed", null, orderId(), 1, audience.buyer(), at, 0);
    }

    void cost(String field, String touchpoint, String category, Instant at, long fen) {
        add(cost(next("cost"), field, touchpoint, category, at, fen));
    }

    /** A cost that is estimated first and settled later, a little off. */
    void settledCost(String field, String touchpoint, String category, Instant at, long fen, Duration later) {
        var estimate = next("cost");
        add(cost(estimate, field, touchpoint, category, at, fen).with("status", "estimated"));
        add(cost(next("cost"), field, touchpoint, category, at.plus(later), Math.round(chance.about((double) fen, 0.1)))
                .with("settles", estimate));
    }

    private static DemoEvent cost(String id, String field, String touchpoint, String category, Instant at, long fen) {
        return new DemoEvent(id, "cost", field, at)
                .with("touchpoint", touchpoint)
                .with("category", category)
                .amount(fen);
    }

    private void notice(Scene scene) {
        add(new DemoEvent(next("audience"), "audience", scene.field(), within(scene))
                .with("touchpoint", scene.touchpoint())
                .with("audience", audience.passerBy())
                .with("stage", chance.happens(0.3) ? "interacted" : "saw"));
    }

    private void order(Scene scene) {
        var order = orderId();
        var buyer = audience.buyer();
        var at = within(scene);
        pay(scene.field(), scene.touchpoint(), order, 1, buyer, at, scene.discount());
        if (chance.happens(SECOND_LINE)) {
            pay(scene.field(), scene.touchpoint(), order, 2, buyer, at, scene.discount());
        }
        if (chance.happens(COMPLAINS)) {
            add(new DemoEvent(next("ticket"), "service", scene.field(), at.plus(hours(4, 200)))
                    .with("touchpoint", scene.touchpoint())
                    .with("kind", chance.oneOf(List.of("complaint", "inquiry", "praise")))
                    .with("order", order));
        }
    }

    private void pay(
            String field,
            @Nullable String touchpoint,
            String order,
            int line,
            String buyer,
            Instant at,
            double discount) {
        var product = products.get(chance.early(products.size()));
        var quantity = chance.happens(0.15) ? chance.between(2, 3) : 1;
        var paid = Math.round(product.price() * (1 - discount)) * quantity;
        var event = new DemoEvent(order + "-" + line, "order.paid", field, at)
                .with("order", order)
                .with("line", Integer.toString(line))
                .with("product", product.id())
                .with("quantity", quantity)
                .amount(paid);
        if (touchpoint != null) {
            event.with("touchpoint", touchpoint);
        }
        if (chance.happens(KNOWN_AUDIENCE)) {
            event.with("audience", buyer);
        }
        add(event);
        if (chance.happens(REFUNDED)) {
            refund(field, order, line, at.plus(hours(20, 240)), chance.happens(0.2) ? paid / 2 : paid);
        }
    }

    private void refund(String field, String order, int line, Instant at, long fen) {
        add(new DemoEvent(order + "-" + line + "-refund", "order.refunded", field, at)
                .with("order", order)
                .with("line", Integer.toString(line))
                .with("reason", chance.oneOf(REASONS))
                .amount(fen));
    }

    private void add(DemoEvent event) {
        if (event.at().isBefore(end)) {
            events.add(event);
        }
    }

    private Instant within(Scene scene) {
        return scene.start().plusSeconds(chance.below((int) scene.length().toSeconds()));
    }

    private Duration hours(int least, int most) {
        return Duration.ofHours(chance.between(least, most));
    }

    private String orderId() {
        orders++;
        return "order-%06d".formatted(orders);
    }

    private String next(String kind) {
        others++;
        return "%s-%06d".formatted(kind, others);
    }
}
