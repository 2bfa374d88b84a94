package io.factmatrix.deploy.local.demo;

import java.time.Duration;

/** What the merchant's systems know better later, and send again in place of what they sent first. */
final class Corrections {

    private static final double TRAFFIC = 0.02;
    private static final double AGAIN = 0.06;
    private static final double PRICE = 0.003;
    private static final double RECOGNISED = 0.06;
    private static final double REFUND = 0.006;
    private static final double COST = 0.02;

    private final Chance chance;
    private final Outbox outbox;

    Corrections(Chance chance, Outbox outbox) {
        this.chance = chance;
        this.outbox = outbox;
    }

    /** Platforms count once more at night, and now and then the night after. */
    void traffic(DemoEvent event, Kind kind, Counts counts) {
        if (chance.happens(TRAFFIC)) {
            var first = event.correction();
            outbox.send(counts.times(chance.about(1.01, 0.05)).into(first, kind), hours(6, 30));
            if (chance.happens(AGAIN)) {
                outbox.send(counts.times(chance.about(1.01, 0.05)).into(first.correction(), kind), hours(31, 54));
            }
        }
    }

    /** Part of a coupon was the platform's; the line was not refunded, so that no refund exceeds what is left. */
    void price(DemoEvent paid, long amount) {
        if (chance.happens(PRICE)) {
            outbox.send(paid.correction().amount(amount * chance.between(85, 95) / 100), hours(2, 48));
        }
    }

    /** The buyer of a line that came without audience. */
    void buyer(DemoEvent paid, String audience) {
        if (chance.happens(RECOGNISED)) {
            outbox.send(paid.correction().with("audience", audience), hours(12, 72));
        }
    }

    void refund(DemoEvent refund, long amount) {
        if (chance.happens(REFUND)) {
            outbox.send(refund.correction().amount(Math.max(1, amount * chance.between(60, 95) / 100)), hours(3, 36));
        }
    }

    void cost(DemoEvent cost, long amount) {
        if (chance.happens(COST)) {
            outbox.send(cost.correction().amount(amount * chance.between(90, 104) / 100), hours(20, 90));
        }
    }

    private Duration hours(int least, int most) {
        return Duration.ofMinutes(chance.between(60 * least, 60 * most));
    }
}
