package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.util.Arrays;

/** The counters of a scene, in the order of {@link Counter}. */
final class Counts {

    static final Counts NONE = new Counts(new long[Counter.values().length]);

    private static final double SPREAD = 0.12;

    private final long[] values;

    private Counts(long[] values) {
        this.values = values;
    }

    /**
     * Follows the people of a scene through its funnel.
     *
     * @param scale of the merchant
     */
    static Counts of(Chance chance, Scene scene, double scale) {
        var funnel = scene.kind().funnel();
        var paid = chance.count(chance.about(scene.paid() * scale, SPREAD));
        var impressions = paid + chance.count(chance.about(scene.free() * scale, SPREAD));
        var views = chance.count(impressions * chance.about(funnel.enter(), SPREAD));
        var shown = chance.count(views * chance.about(funnel.show(), SPREAD));
        var clicks = chance.count(shown * chance.about(funnel.click(), SPREAD));
        return new Counts(new long[] {
            impressions,
            paid,
            views,
            chance.count(views * chance.about(0.80, 0.05)),
            shown,
            clicks,
            chance.count(views * chance.about(48, SPREAD)),
            chance.count(views * chance.about(0.060, SPREAD)),
            chance.count(views * chance.about(0.012, SPREAD)),
            chance.count(views * chance.about(0.004, SPREAD)),
            chance.count(views * chance.about(funnel.follow(), SPREAD)),
            chance.count(views * chance.about(funnel.follow() / 6, SPREAD))
        });
    }

    long of(Counter counter) {
        return values[counter.ordinal()];
    }

    Counts plus(Counts other) {
        var sums = values.clone();
        Arrays.setAll(sums, i -> values[i] + other.values[i]);
        return new Counts(sums);
    }

    /** All of them revised by one factor, so that what is a part of another stays one. */
    Counts times(double factor) {
        return new Counts(
                Arrays.stream(values).map(value -> Math.round(value * factor)).toArray());
    }

    /** Writes down those that are reported at that kind of touchpoint; the others are unknown. */
    DemoEvent into(DemoEvent event, Kind kind) {
        for (var counter : Counter.values()) {
            if (kind.reports(counter.member())) {
                event.with(counter.member(), of(counter));
            }
        }
        return event;
    }
}
