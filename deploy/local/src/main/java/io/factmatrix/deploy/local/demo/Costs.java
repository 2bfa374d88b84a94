package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.time.Instant;

/** Money spent: at once, or estimated first and settled when the bill comes. Amounts in minor units of the shop's currency. */
final class Costs {

    private final Chance chance;
    private final Outbox outbox;
    private final Corrections corrections;
    private long number;

    Costs(Chance chance, Outbox outbox, Corrections corrections) {
        this.chance = chance;
        this.outbox = outbox;
        this.corrections = corrections;
    }

    void spend(Touchpoint touchpoint, String category, Instant at, double amount) {
        var minor = Math.round(amount);
        if (minor > 0) {
            var cost = cost(touchpoint, category, at, minor);
            outbox.send(cost);
            corrections.cost(cost, minor);
        }
    }

    /** Shown by the ad platform at once, billed the next day, a little off. */
    void ads(Touchpoint touchpoint, Instant at, double amount) {
        estimate(touchpoint, "ads", at, amount, chance.about(amount, 0.04), Duration.ofHours(chance.between(9, 16)));
    }

    /**
     * A cost whose bill is awaited.
     *
     * @param settled what the bill will say
     */
    void estimate(Touchpoint touchpoint, String category, Instant at, double amount, double settled, Duration later) {
        var minor = Math.round(amount);
        if (minor > 0) {
            var estimate = "cost-%06d".formatted(number + 1);
            outbox.send(cost(touchpoint, category, at, minor).with("status", "estimated"));
            outbox.send(cost(touchpoint, category, at.plus(later), Math.round(settled))
                    .with("settles", estimate));
        }
    }

    private DemoEvent cost(Touchpoint touchpoint, String category, Instant at, long minor) {
        number++;
        return DemoEvent.of("cost-%06d".formatted(number), "cost", touchpoint, at)
                .with("category", category)
                .amount(minor);
    }
}
