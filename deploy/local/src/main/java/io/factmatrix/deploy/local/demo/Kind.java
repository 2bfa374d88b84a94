package io.factmatrix.deploy.local.demo;

import java.util.Set;

/**
 * A kind of touchpoint: how people go through it, what becomes of what they buy, and what the platform tells of it.
 *
 * @param unknown counters that nobody reports
 */
record Kind(String field, Funnel funnel, Habits habits, Set<String> unknown) {

    static final Kind OWN_LIVE = new Kind(
            "livestream", new Funnel(0.18, 1.60, 0.110, 0.036, 0.011), new Habits(0.0060, 0.38, 0.30), Set.of());

    static final Kind OWN_SHOP = new Kind(
            "livestream",
            new Funnel(0.12, 2.40, 0.130, 0.045, 0.003),
            new Habits(0.0100, 0.42, 0.115),
            Set.of("watchSeconds", "likes", "comments", "fanJoins"));

    static final Kind OWN_VIDEO = new Kind(
            "livestream",
            new Funnel(0.62, 0.12, 0.090, 0.040, 0.004),
            new Habits(0.0006, 0.22, 0.15),
            Set.of("fanJoins"));

    static final Kind CREATOR_VIDEO = new Kind(
            "creator", new Funnel(0.55, 0.16, 0.100, 0.045, 0.001), new Habits(0.0006, 0.14, 0.20), Set.of("fanJoins"));

    /** The platform tells a shop next to nothing of a creator's own live: unknown, and not 0. */
    static final Kind CREATOR_LIVE = new Kind(
            "creator",
            new Funnel(0.20, 1.30, 0.090, 0.034, 0),
            new Habits(0.0040, 0.16, 0.33),
            Set.of(
                    "impressions",
                    "paidImpressions",
                    "productImpressions",
                    "productClicks",
                    "watchSeconds",
                    "shares",
                    "follows",
                    "fanJoins"));

    static final Kind CAMPAIGN_PAGE = new Kind(
            "campaign",
            new Funnel(0.35, 2.60, 0.150, 0.032, 0.001),
            new Habits(0.0100, 0.36, 0.165),
            Set.of("watchSeconds", "likes", "comments", "fanJoins"));

    static final Kind KOL_LIVE = new Kind(
            "kol", new Funnel(0.24, 1.40, 0.130, 0.050, 0.006), new Habits(0.0110, 0.07, 0.38), Set.of("fanJoins"));

    /** A KOL whose contract does not grant the shop the figures of the room. */
    static final Kind KOL_LIVE_WITHOUT_FIGURES = new Kind(
            "kol",
            new Funnel(0.24, 1.40, 0.130, 0.050, 0.006),
            new Habits(0.0110, 0.07, 0.38),
            Set.of("impressions", "paidImpressions", "productImpressions", "follows", "fanJoins"));

    /** Where orders come from that no touchpoint can claim. */
    static final Kind NOWHERE =
            new Kind("unattributed", new Funnel(0, 0, 0, 0, 0), new Habits(0, 0.30, 0.12), Set.of());

    boolean reports(String counter) {
        return !unknown.contains(counter);
    }

    /**
     * How much of each step goes on to the next.
     *
     * @param enter views of an impression
     * @param show product impressions of a view
     * @param click clicks of a product impression
     * @param order orders of a click
     * @param follow follows of a view
     */
    record Funnel(double enter, double show, double click, double order, double follow) {}

    /**
     * What people do here.
     *
     * @param noticed audience events of a view: only some of the people are recognised
     * @param comesBack the part of orders whose buyer has bought before
     * @param refunded the part of lines that come back, whole or in part
     */
    record Habits(double noticed, double comesBack, double refunded) {}
}
