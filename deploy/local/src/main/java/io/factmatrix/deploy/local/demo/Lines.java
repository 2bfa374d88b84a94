package io.factmatrix.deploy.local.demo;

import io.factmatrix.deploy.local.demo.Catalogue.Product;
import io.factmatrix.deploy.local.demo.Refunds.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lines of orders, and what comes back of them. */
final class Lines {

    private static final double SEVERAL = 0.12;

    /** Of the lines that are cancelled soon: the notice of payment comes after that of the refund. */
    private static final double LATE = 0.04;

    private static final Duration SOON = Duration.ofHours(6);

    private final Chance chance;
    private final Outbox outbox;
    private final Corrections corrections;
    private final Refunds refunds;

    Lines(Chance chance, Outbox outbox, Corrections corrections) {
        this.chance = chance;
        this.outbox = outbox;
        this.corrections = corrections;
        this.refunds = new Refunds(chance);
    }

    /**
     * An order being paid.
     *
     * @param isKnown whether its lines tell the buyer
     */
    record Checkout(String order, Touchpoint touchpoint, Day day, Instant at, String buyer, boolean isKnown) {}

    /**
     * Sells one line.
     *
     * @param touchpoint where it was put into the cart
     */
    Takings sell(Checkout checkout, int line, Touchpoint touchpoint, Product product) {
        var quantity = chance.happens(SEVERAL) ? chance.between(2, 3) : 1;
        var list = touchpoint.shop().price(product.price()) * quantity;
        var paid = Math.round(list * (1 - checkout.day().phase().discount()));
        var back = refunds.of(touchpoint, checkout.day(), checkout.at(), paid, quantity);
        var event = line("order.paid", checkout.order() + "-" + line, touchpoint, checkout.at(), checkout.order(), line)
                .with("product", product.id())
                .with("quantity", quantity)
                .amount(paid);
        if (checkout.isKnown()) {
            event.with("audience", checkout.buyer());
        }
        outbox.send(event, delay(checkout.at(), back));
        correct(event, checkout, paid, back);
        return new Takings(0, paid, list - paid, sendBack(checkout, line, touchpoint, back));
    }

    private void correct(DemoEvent event, Checkout checkout, long paid, List<Refund> back) {
        if (!checkout.isKnown()) {
            corrections.buyer(event, checkout.buyer());
        } else if (back.isEmpty()) {
            corrections.price(event, paid);
        }
    }

    private long sendBack(Checkout checkout, int line, Touchpoint touchpoint, List<Refund> back) {
        long refunded = 0;
        for (var refund : back) {
            var id = "%s-%d-refund-%d".formatted(checkout.order(), line, back.indexOf(refund) + 1);
            var event = line("order.refunded", id, touchpoint, refund.at(), checkout.order(), line)
                    .amount(refund.amount())
                    .with("reason", refund.reason());
            if (refund.quantity() > 0) {
                event.with("quantity", refund.quantity());
            }
            outbox.send(event);
            corrections.refund(event, refund.amount());
            refunded += refund.amount();
        }
        return refunded;
    }

    private static DemoEvent line(String type, String id, Touchpoint touchpoint, Instant at, String order, int line) {
        return DemoEvent.of(id, type, touchpoint, at).with("order", order).with("line", Integer.toString(line));
    }

    private Duration delay(Instant paidAt, List<Refund> back) {
        var isCancelled = !back.isEmpty() && back.get(0).at().isBefore(paidAt.plus(SOON));
        return isCancelled && chance.happens(LATE)
                ? Duration.between(paidAt, back.get(0).at()).plusMinutes(chance.between(5, 180))
                : Duration.ofSeconds(chance.between(1, 40));
    }
}
