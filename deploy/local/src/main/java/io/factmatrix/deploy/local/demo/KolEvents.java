package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Two evenings with a top KOL: a first one to break out of the circle, and the eve of the promotion day. */
final class KolEvents {

    private static final int HOUR = 19;

    /** How much of the impressions is paid. */
    private static final double PAID = 0.08;

    /** In fen for a thousand impressions. */
    private static final double CPM = 9_000;

    private static final Duration SETTLED_AFTER = Duration.ofDays(15);

    static final List<Evening> EVENINGS = List.of(
            new Evening(
                    LocalDate.of(2026, 6, 5),
                    Touchpoint.main(Kind.KOL_LIVE_WITHOUT_FIGURES, "kol-luna-0605"),
                    16,
                    850_000,
                    9_000_000,
                    0.20),
            new Evening(
                    LocalDate.of(2026, 6, 17),
                    Touchpoint.main(Kind.KOL_LIVE, "kol-ming-0617"),
                    20,
                    1_050_000,
                    20_000_000,
                    0.20));

    private final Trade trade;
    private final double scale;

    KolEvents(Trade trade, double scale) {
        this.trade = trade;
        this.scale = scale;
    }

    /**
     * An engagement.
     *
     * @param slotFee in fen
     * @param rate the commission
     */
    record Evening(LocalDate date, Touchpoint touchpoint, int quarters, double impressions, long slotFee, double rate) {

        Instant start() {
            return Day.of(date).at(HOUR);
        }

        Instant end() {
            return start().plus(Scene.QUARTER.multipliedBy(quarters));
        }
    }

    void play(Day day) {
        for (var evening : EVENINGS) {
            if (day.date().equals(evening.date())) {
                play(evening, day);
            }
        }
    }

    private void play(Evening evening, Day day) {
        var event = Outcome.NONE;
        for (var quarter = 0; quarter < evening.quarters(); quarter++) {
            // The offers come one after the other; the best are not the first.
            var crowd = 0.7 + 0.6 * quarter / (evening.quarters() - 1);
            var impressions = evening.impressions() / evening.quarters() * crowd;
            event = event.plus(trade.play(Scene.quarter(
                    evening.touchpoint(), day, HOUR, quarter, impressions * (1 - PAID), impressions * PAID)));
        }
        if (evening.touchpoint().kind().equals(Kind.KOL_LIVE)) {
            trade.review(evening.touchpoint(), evening.start(), evening.end(), event);
        }
        var taken = event.takings();
        var costs = trade.costs();
        costs.spend(evening.touchpoint(), "slotFee", day.at(12), evening.slotFee() * scale);
        costs.spend(evening.touchpoint(), "production", day.at(15), 1_200_000 * scale);
        costs.ads(evening.touchpoint(), evening.end(), event.counts().of(Counter.PAID_IMPRESSIONS) * CPM / 1_000);
        costs.estimate(
                evening.touchpoint(),
                "commission",
                evening.end(),
                taken.gmv() * evening.rate(),
                taken.kept() * evening.rate(),
                SETTLED_AFTER);
    }
}
