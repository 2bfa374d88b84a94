package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.util.List;

/** The small shops on other platforms: an hour or two live, and a shop that is open all day. */
final class SideShops {

    private static final double LIVE = 9_000;
    private static final double STORE = 5_500;
    private static final int QUARTERS = 8;

    /** In fen for a thousand impressions. */
    private static final double CPM = 9_000;

    private static final double COMMISSION = 0.12;

    /** The hour here at which it is evening there. */
    private static final List<SideShop> SHOPS = List.of(
            new SideShop(Shop.KUAISHOU, 20, 1.2),
            new SideShop(Shop.THAILAND, 21, 0.8),
            new SideShop(Shop.UNITED_STATES, 9, 0.6));

    private final Trade trade;
    private final double scale;

    SideShops(Trade trade, double scale) {
        this.trade = trade;
        this.scale = scale;
    }

    private record SideShop(Shop shop, int hour, double size) {

        Touchpoint live(Day day) {
            return new Touchpoint(Kind.OWN_LIVE, shop, shop.id() + "-live-" + day.label());
        }

        Touchpoint store() {
            return new Touchpoint(Kind.OWN_SHOP, shop, shop.id() + "-shop");
        }

        Touchpoint creator() {
            return new Touchpoint(Kind.CREATOR_VIDEO, shop, shop.id() + "-videos");
        }
    }

    void play(Day day) {
        for (var shop : SHOPS) {
            live(shop, day);
            var affiliated = Outcome.NONE;
            for (var hour = 0; hour < 24; hour += 3) {
                var part = shop.size() * day.traffic() * day.part(hour, 3);
                trade.play(Scene.hours(shop.store(), day, hour, 3, STORE * part, 0));
                affiliated = affiliated.plus(trade.play(Scene.hours(shop.creator(), day, hour, 3, STORE * part, 0)));
            }
            trade.costs()
                    .spend(
                            shop.creator(),
                            "commission",
                            day.at(23, 50),
                            affiliated.takings().gmv() * COMMISSION);
        }
    }

    private void live(SideShop shop, Day day) {
        var touchpoint = shop.live(day);
        var impressions = LIVE * shop.size() * day.traffic() / QUARTERS;
        var session = Outcome.NONE;
        for (var quarter = 0; quarter < QUARTERS; quarter++) {
            session = session.plus(trade.play(
                    Scene.quarter(touchpoint, day, shop.hour(), quarter, impressions * 0.75, impressions * 0.25)));
        }
        var end = day.at(shop.hour() + QUARTERS / 4);
        var cpm = shop.shop().price(Math.round(CPM));
        trade.costs().ads(touchpoint, end, session.counts().of(Counter.PAID_IMPRESSIONS) * (double) cpm / 1_000);
        trade.costs().spend(touchpoint, "staff", end, shop.shop().price(20_000) * scale);
    }
}
