package io.factmatrix.deploy.local.demo;

import io.factmatrix.deploy.local.demo.Lines.Checkout;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Orders: who buys, and how much at once. */
final class Sales {

    private static final double KNOWN_AUDIENCE = 0.94;
    private static final double ONE_MORE_LINE = 0.28;
    private static final int MOST_LINES = 6;

    /** Of the orders with several lines: one lay in the cart already, from a visit to the own shop. */
    private static final double ACROSS = 0.02;

    private final Chance chance;
    private final Outbox outbox;
    private final Lines lines;
    private final Tickets tickets;
    private final Catalogue catalogue = new Catalogue();
    private final Map<Shop, Audience> audiences = new EnumMap<>(Shop.class);
    private long number;

    Sales(Chance chance, Outbox outbox, Corrections corrections, Tickets tickets) {
        this.chance = chance;
        this.outbox = outbox;
        this.lines = new Lines(chance, outbox, corrections);
        this.tickets = tickets;
    }

    Audience audience(Shop shop) {
        return audiences.computeIfAbsent(shop, unknown -> new Audience(chance, shop.people()));
    }

    /** An order, paid at that moment. */
    Takings order(Touchpoint touchpoint, Day day, Instant at) {
        var checkout =
                new Checkout(nextOrder(), touchpoint, day, at, buyer(touchpoint), chance.happens(KNOWN_AUDIENCE));
        var products = catalogue.choose(chance, basket(day));
        var taken = new Takings(1, 0, 0, 0);
        for (var line = 1; line <= products.size(); line++) {
            var place = line > 1 && line == products.size() ? across(touchpoint) : touchpoint;
            taken = taken.plus(lines.sell(checkout, line, place, products.get(line - 1)));
        }
        tickets.about(checkout.order(), touchpoint, at, taken.refunded() > 0);
        return taken;
    }

    /** What a creator gets to show: an order of nothing, which counts in no figure. */
    void sample(Touchpoint touchpoint, Instant at, String creator) {
        var product = catalogue.choose(chance, 1).get(0);
        var order = nextOrder();
        outbox.send(DemoEvent.of(order + "-1", "order.paid", touchpoint, at)
                .with("product", product.id())
                .with("audience", creator)
                .with("order", order)
                .with("quantity", 1)
                .amount(0)
                .with("sample", true));
    }

    private String nextOrder() {
        number++;
        return "order-%07d".formatted(number);
    }

    private String buyer(Touchpoint touchpoint) {
        return audience(touchpoint.shop()).buyer(touchpoint.kind().habits().comesBack());
    }

    private int basket(Day day) {
        var more = ONE_MORE_LINE * day.phase().basket();
        var lines = 1;
        while (lines < MOST_LINES && chance.happens(more)) {
            lines++;
        }
        return lines;
    }

    private Touchpoint across(Touchpoint touchpoint) {
        var isOther = touchpoint.shop() == Shop.MAIN
                && !touchpoint.field().equals(OwnGround.STORE.field())
                && !touchpoint.kind().equals(Kind.NOWHERE);
        return isOther && chance.happens(ACROSS) ? OwnGround.STORE : touchpoint;
    }
}
