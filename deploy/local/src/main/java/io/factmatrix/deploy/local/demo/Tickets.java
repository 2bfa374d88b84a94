package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;

/** Customers turning to service: about an order, or before there is one. */
final class Tickets {

    private static final double ASKS = 0.020;
    private static final double COMPLAINS = 0.006;
    private static final double COMPLAINS_OF_REFUND = 0.060;
    private static final double PRAISES = 0.009;
    private static final double ASKS_FIRST = 0.0006;

    private final Chance chance;
    private final Outbox outbox;
    private long number;

    Tickets(Chance chance, Outbox outbox) {
        this.chance = chance;
        this.outbox = outbox;
    }

    /** What a scene makes people ask before they buy. */
    void before(Scene scene, long clicks) {
        for (var left = chance.count(clicks * ASKS_FIRST); left > 0; left--) {
            outbox.send(ticket("inquiry", scene.touchpoint(), scene.end().plus(minutes(1, 60))));
        }
    }

    void about(String order, Touchpoint touchpoint, Instant paidAt, boolean refunded) {
        if (chance.happens(ASKS)) {
            var at = paidAt.plus(minutes(10, 72 * 60));
            outbox.send(ticket("inquiry", touchpoint, at).with("order", order));
        }
        if (chance.happens(refunded ? COMPLAINS_OF_REFUND : COMPLAINS)) {
            var at = paidAt.plus(minutes(24 * 60, 240 * 60));
            outbox.send(ticket("complaint", touchpoint, at).with("order", order));
        }
        if (chance.happens(PRAISES)) {
            var at = paidAt.plus(minutes(72 * 60, 320 * 60));
            outbox.send(ticket("praise", touchpoint, at).with("order", order));
        }
    }

    private DemoEvent ticket(String kind, Touchpoint touchpoint, Instant at) {
        number++;
        return DemoEvent.of("ticket-%06d".formatted(number), "service", touchpoint, at)
                .with("kind", kind);
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(chance.between(least, most));
    }
}
