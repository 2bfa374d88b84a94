package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.time.Instant;

/** Makes a scene into events: its traffic, the people noticed, the orders, the questions. */
final class Trade {

    private static final double INTERACTED = 0.35;

    private final Chance chance;
    private final double scale;
    private final Outbox outbox;
    private final Corrections corrections;
    private final Tickets tickets;
    private final Sales sales;
    private final Costs costs;
    private long reports;
    private long notices;

    Trade(Chance chance, double scale, Outbox outbox) {
        this.chance = chance;
        this.scale = scale;
        this.outbox = outbox;
        this.corrections = new Corrections(chance, outbox);
        this.tickets = new Tickets(chance, outbox);
        this.sales = new Sales(chance, outbox, corrections, tickets);
        this.costs = new Costs(chance, outbox, corrections);
    }

    Sales sales() {
        return sales;
    }

    Costs costs() {
        return costs;
    }

    Outcome play(Scene scene) {
        var counts = Counts.of(chance, scene, scale);
        report(scene, counts);
        notice(scene, counts.of(Counter.VIEWS));
        tickets.before(scene, counts.of(Counter.PRODUCT_CLICKS));
        return new Outcome(counts, sell(scene, counts.of(Counter.PRODUCT_CLICKS)));
    }

    /** The review of a live session: how many people came how far, each counted once. */
    void review(Touchpoint touchpoint, Instant start, Instant end, Outcome session) {
        var exposed = chance.count(session.counts().of(Counter.IMPRESSIONS) * 0.71);
        var entered = Math.min(exposed, chance.count(session.counts().of(Counter.VIEWERS) * 0.88));
        var saw = chance.count(entered * chance.about(0.62, 0.1));
        var clicked = chance.count(saw * chance.about(0.17, 0.1));
        var people = new People(
                exposed,
                entered,
                saw,
                clicked,
                Math.min(clicked, session.takings().orders()));
        outbox.send(traffic(touchpoint, start, end).with("people", people));
    }

    /** Orders that no touchpoint can claim. */
    void stray(Instant at, Day day) {
        sales.order(Touchpoint.main(Kind.NOWHERE, "none"), day, at);
    }

    private record People(long exposed, long entered, long sawProduct, long clickedProduct, long bought) {}

    private void report(Scene scene, Counts counts) {
        var event = counts.into(traffic(scene.touchpoint(), scene.start(), scene.end()), scene.kind());
        outbox.send(event);
        corrections.traffic(event, scene.kind(), counts);
    }

    private DemoEvent traffic(Touchpoint touchpoint, Instant start, Instant end) {
        reports++;
        return DemoEvent.of("traffic-%06d".formatted(reports), "traffic", touchpoint, end)
                .time("start", start)
                .time("end", end);
    }

    private void notice(Scene scene, long views) {
        var audience = sales.audience(scene.touchpoint().shop());
        for (var left = chance.count(views * scene.kind().habits().noticed()); left > 0; left--) {
            notices++;
            outbox.send(DemoEvent.of("audience-%06d".formatted(notices), "audience", scene.touchpoint(), within(scene))
                    .with("audience", audience.passerBy())
                    .with("stage", chance.happens(INTERACTED) ? "interacted" : "saw"));
        }
    }

    private Takings sell(Scene scene, long clicks) {
        var ordered = clicks * scene.kind().funnel().order() * scene.day().conversion();
        var taken = Takings.NONE;
        for (var left = Math.min(clicks, chance.count(chance.about(ordered, 0.15))); left > 0; left--) {
            taken = taken.plus(sales.order(scene.touchpoint(), scene.day(), within(scene)));
        }
        return taken;
    }

    private Instant within(Scene scene) {
        return scene.start().plusSeconds(chance.below((int) scene.length().toSeconds()));
    }
}
