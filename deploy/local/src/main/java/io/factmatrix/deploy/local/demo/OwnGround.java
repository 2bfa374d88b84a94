package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.time.Duration;

/** The merchant's own: live sessions every day, the shop, short videos. Here the snowball rolls. */
final class OwnGround {

    private static final double FREE = 192_000;
    private static final double PAID = 105_000;
    private static final double SHOP = 88_000;
    private static final double VIDEO = 47_000;

    /** In fen for a thousand impressions. */
    private static final double CPM = 9_500;

    private static final double STAFF_HOUR = 32_000;
    private static final double VIDEO_MADE = 90_000;
    private static final double INSURANCE_ORDER = 130;
    /** Where everything lies that is put into a cart. */
    static final Touchpoint STORE = Touchpoint.main(Kind.OWN_SHOP, "shop");

    /** A video is seen for four days. */
    private static final double[] FADING = {1, 0.55, 0.3, 0.15};

    private final Trade trade;
    private final Costs costs;
    private final double scale;
    private final Snowball snowball = new Snowball(FREE);

    OwnGround(Trade trade, double scale) {
        this.trade = trade;
        this.costs = trade.costs();
        this.scale = scale;
    }

    void play(Day day) {
        var lives = Outcome.NONE;
        for (var slot : LiveSlot.ALL) {
            lives = lives.plus(session(day, slot));
        }
        var sold = lives.plus(shop(day)).plus(videos(day)).takings();
        costs.spend(STORE, "discount", day.at(23, 40), sold.discount() * 0.5);
        costs.spend(STORE, "other", day.at(23, 45), sold.orders() * INSURANCE_ORDER);
        snowball.roll(lives, day.traffic(), scale);
    }

    private Outcome session(Day day, LiveSlot slot) {
        var touchpoint = slot.touchpoint(day);
        var free = snowball.free() * day.traffic() * slot.share() / slot.quarters();
        var paid = PAID * day.phase().ads() * slot.share() / slot.quarters();
        var session = Outcome.NONE;
        for (var quarter = 0; quarter < slot.quarters(); quarter++) {
            // A room fills, is fullest after two thirds, and empties.
            var filled = 1.35 - 1.05 * Math.abs((quarter + 0.5) / slot.quarters() - 0.66);
            session = session.plus(
                    trade.play(Scene.quarter(touchpoint, day, slot.hour(), quarter, free * filled, paid * filled)));
        }
        var end = slot.end(day);
        trade.review(touchpoint, slot.start(day), end, session);
        costs.ads(touchpoint, end, session.counts().of(Counter.PAID_IMPRESSIONS) * CPM / 1_000);
        costs.spend(touchpoint, "staff", end, slot.quarters() / 4.0 * STAFF_HOUR * scale);
        return session;
    }

    private Outcome shop(Day day) {
        var sold = Outcome.NONE;
        for (var hour = 0; hour < 24; hour++) {
            var free = SHOP * snowball.size() * day.traffic() * day.part(hour, 1);
            sold = sold.plus(trade.play(Scene.hours(STORE, day, hour, 1, free, 0)));
        }
        return sold;
    }

    /** Two new ones every day. */
    private Outcome videos(Day day) {
        var sold = Outcome.NONE;
        for (var age = 0; age < FADING.length; age++) {
            for (var which = 1; which <= 2; which++) {
                var touchpoint = Touchpoint.main(
                        Kind.OWN_VIDEO, "video-" + day.plus(-age).label() + "-" + which);
                for (var hour = 0; hour < 24; hour += 3) {
                    var free = VIDEO * FADING[age] * snowball.size() * day.traffic() * day.part(hour, 3);
                    sold = sold.plus(trade.play(Scene.hours(touchpoint, day, hour, 3, free, 0)));
                }
                if (age == 0) {
                    costs.estimate(
                            touchpoint,
                            "production",
                            day.at(10),
                            VIDEO_MADE * scale,
                            VIDEO_MADE * scale,
                            Duration.ofDays(7));
                }
            }
        }
        return sold;
    }
}
