package io.factmatrix.deploy.local.demo;

import io.factmatrix.ledger.domain.event.Counter;
import java.util.List;
import java.util.Map;

/** The 618 campaign's own pages, from accumulation to continuation. What it does to the other fields, {@link Phase} tells. */
final class Campaign {

    private static final double PAID = 0.5;

    /** In fen for a thousand impressions. */
    private static final double CPM = 11_000;

    private static final double PAGES_MADE = 4_500_000;
    private static final double PRIZES_DAY = 120_000;

    /** How the pages share the impressions of a phase. */
    static final List<Page> PAGES = List.of(
            new Page("618-presale", Map.of(Phase.ACCUMULATION, 1.0, Phase.WARM_UP, 0.4)),
            new Page("618-hall", Map.of(Phase.WARM_UP, 0.6, Phase.BURST, 0.7, Phase.CONTINUATION, 0.6)),
            new Page("618-coupons", Map.of(Phase.BURST, 0.3, Phase.CONTINUATION, 0.4)));

    private final Trade trade;
    private final double scale;

    Campaign(Trade trade, double scale) {
        this.trade = trade;
        this.scale = scale;
    }

    record Page(Touchpoint touchpoint, Map<Phase, Double> shares) {

        Page(String id, Map<Phase, Double> shares) {
            this(Touchpoint.main(Kind.CAMPAIGN_PAGE, id), shares);
        }

        double share(Phase phase) {
            return shares.getOrDefault(phase, 0.0);
        }
    }

    void play(Day day) {
        if (day.phase().pages() == 0) {
            return;
        }
        for (var page : PAGES) {
            if (page.share(day.phase()) > 0) {
                play(page, day);
            }
        }
        var presale = PAGES.get(0).touchpoint();
        if (day.date().equals(Phase.ACCUMULATION.from())) {
            trade.costs().spend(presale, "production", day.at(9), PAGES_MADE * scale);
        }
        trade.costs().spend(PAGES.get(1).touchpoint(), "other", day.at(21), PRIZES_DAY * scale);
    }

    private void play(Page page, Day day) {
        var impressions = day.phase().pages() * page.share(day.phase());
        var sold = Outcome.NONE;
        for (var hour = 0; hour < 24; hour++) {
            var now = impressions * day.part(hour, 1);
            sold = sold.plus(trade.play(Scene.hours(page.touchpoint(), day, hour, 1, now * (1 - PAID), now * PAID)));
        }
        trade.costs().ads(page.touchpoint(), day.at(23, 30), sold.counts().of(Counter.PAID_IMPRESSIONS) * CPM / 1_000);
        trade.costs()
                .spend(
                        page.touchpoint(),
                        "discount",
                        day.at(23, 40),
                        sold.takings().discount() * 0.5);
    }
}
