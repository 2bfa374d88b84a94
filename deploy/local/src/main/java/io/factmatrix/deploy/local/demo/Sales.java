package io.factmatrix.deploy.local.demo;

import io.factmatrix.deploy.local.demo.Catalogue.Product;
import io.factmatrix.deploy.local.demo.Refunds.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Orders, their lines, and what follows a line. */
final class Sales {

    private static final double KNOWN_AUDIENCE = 0.94;
    private static final double ONE_MORE_LINE = 0.28;
    private static final int MOST_LINES = 6;
    private static final double SEVERAL = 0.12;
    /** Of the orders with several lines: one lay in the cart already, from a visit to the own shop. */
    private static final double ACROSS = 0.02;
    /** Of the lines that are cancelled within hours: the notice of payment comes after that of the refund. */
    private static final double LATE = 0.04;

    private static final Duration SOON = Duration.ofHours(6);

    private final Chance chance;
    private final Outbox outbox;
    private final Corrections corrections;
    private final Refunds refunds;
    private final Tickets tickets;
    private final Catalogue catalogue = new Catalogue();
    private final Map<Shop, Audience> audiences = new EnumMap<>(Shop.class);
    private long number;

    Sales(Chance chance, Outbox outbox, Corrections corrections, Tickets tickets) {
        this.chance = chance;
        this.outbox = outbox;
        this.corrections = corrections;
        this.refunds = new Refunds(chance);
        this.tickets = tickets;
    }

    Audience audience(Shop shop) {
        return audiences.computeIfAbsent(shop, unknown -> new Audience(chance, shop.people()));
    }

    /** An order, paid at that moment. */
    Takings order(Touchpoint touchpoint, Day day, Instant at) {
        var order = nextOrder();
        var buyer = buyer(touchpoint);
        var isKnown = chance.happens(KNOWN_AUDIENCE);
        var products = catalogue.choose(chance, basket(day));
        var taken = new Takings(1, 0, 0, 0);
        for (var line = 1; line <= products.size(); line++) {
            var place = line > 1 && line == products.size() ? across(touchpoint) : touchpoint;
            taken = taken.plus(new Sold(place, day, at, order, line, products.get(line - 1), buyer, isKnown).send());
        }
        tickets.about(order, touchpoint, at, taken.refunded() > 0);
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

    /** A line being sold. */
    private final class Sold {

        private final Touchpoint touchpoint;
        private final Instant at;
        private final String order;
        private final int line;
        private final long list;
        private final long paid;
        private final List<Refund> back;
        private final DemoEvent event;
        private final String buyer;
        private final boolean isKnown;

        Sold(
                Touchpoint touchpoint,
                Day day,
                Instant at,
                String order,
                int line,
                Product product,
                String buyer,
                boolean isKnown) {
            this.touchpoint = touchpoint;
            this.at = at;
            this.order = order;
            this.line = line;
            this.buyer = buyer;
            this.isKnown = isKnown;
            var quantity = chance.happens(SEVERAL) ? chance.between(2, 3) : 1;
            list = touchpoint.shop().price(product.price()) * quantity;
            paid = Math.round(list * (1 - day.phase().discount()));
            back = refunds.of(touchpoint, day, at, paid, quantity);
            event = DemoEvent.of(id(), "order.paid", touchpoint, at)
                    .with("product", product.id())
                    .with("order", order)
                    .with("line", Integer.toString(line))
                    .with("quantity", quantity)
                    .amount(paid);
            if (isKnown) {
                event.with("audience", buyer);
            }
        }

        Takings send() {
            outbox.send(event, delay());
            if (!isKnown) {
                corrections.buyer(event, buyer);
            } else if (back.isEmpty()) {
                corrections.price(event, paid);
            }
            long refunded = 0;
            for (var refund : back) {
                refunded += refund.amount();
                send(refund, back.indexOf(refund) + 1);
            }
            return new Takings(0, paid, list - paid, refunded);
        }

        private void send(Refund refund, int which) {
            var sent = DemoEvent.of(id() + "-refund-" + which, "order.refunded", touchpoint, refund.at())
                    .with("order", order)
                    .with("line", Integer.toString(line))
                    .amount(refund.amount())
                    .with("reason", refund.reason());
            if (refund.quantity() > 0) {
                sent.with("quantity", refund.quantity());
            }
            outbox.send(sent);
            corrections.refund(sent, refund.amount());
        }

        private Duration delay() {
            var isCancelled = !back.isEmpty() && back.get(0).at().isBefore(at.plus(SOON));
            return isCancelled && chance.happens(LATE)
                    ? Duration.between(at, back.get(0).at()).plusMinutes(chance.between(5, 180))
                    : Duration.ofSeconds(chance.between(1, 40));
        }

        private String id() {
            return order + "-" + line;
        }
    }
}
