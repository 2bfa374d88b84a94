package io.factmatrix.deploy.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Forty creators: videos that are seen for six days, lives, samples before, commission after. */
final class Creators {

    private static final double[] FADING = {1, 0.6, 0.35, 0.2, 0.12, 0.08};
    private static final int LIVE_HOURS = 3;
    private static final int SAMPLE_AHEAD = 5;
    private static final double SAMPLE_COST = 3_800;
    private static final Duration SETTLED_AFTER = Duration.ofDays(15);

    private final Trade trade;
    private final double scale;
    private final List<Creator> creators = new ArrayList<>();

    Creators(Trade trade, Chance chance, double scale) {
        this.trade = trade;
        this.scale = scale;
        for (var tier : Tier.values()) {
            for (var left = tier.creators(); left > 0; left--) {
                creators.add(new Creator(creators.size() + 1, tier, chance.about(1, 0.35)));
            }
        }
    }

    /**
     * Somebody with followers.
     *
     * @param pull reach, of what is usual for the tier
     */
    record Creator(int number, Tier tier, double pull) {

        /** All that is seen of it in these weeks. */
        List<Touchpoint> content() {
            var content = new ArrayList<Touchpoint>();
            for (var day = Day.of(DemoMerchant.FROM).plus(1 - FADING.length);
                    day.date().isBefore(DemoMerchant.TO);
                    day = day.plus(1)) {
                if (publishes(day)) {
                    content.add(video(day));
                }
                if (isLive(day) && !day.date().isBefore(DemoMerchant.FROM)) {
                    content.add(live(day));
                }
            }
            return content;
        }

        boolean publishes(Day day) {
            return (day.number() + number) % tier.videoEvery() == 0;
        }

        boolean isLive(Day day) {
            return tier.liveEvery() > 0 && (day.number() + 2 * number) % tier.liveEvery() == 0;
        }

        String name() {
            return Creators.name(number);
        }

        Touchpoint video(Day published) {
            return Touchpoint.main(Kind.CREATOR_VIDEO, "c%02d-video-%s".formatted(number, published.label()));
        }

        Touchpoint live(Day day) {
            return Touchpoint.main(Kind.CREATOR_LIVE, "c%02d-live-%s".formatted(number, day.label()));
        }
    }

    static String name(int number) {
        return "creator-%02d".formatted(number);
    }

    void play(Day day) {
        for (var creator : creators) {
            videos(creator, day);
            if (creator.isLive(day)) {
                live(creator, day);
            }
            sample(creator, day.plus(SAMPLE_AHEAD), day);
        }
    }

    private void videos(Creator creator, Day day) {
        for (var age = 0; age < FADING.length; age++) {
            var published = day.plus(-age);
            if (creator.publishes(published)) {
                var impressions = creator.tier().video() * creator.pull() * FADING[age] * day.traffic();
                video(creator, creator.video(published), day, impressions);
                if (age == 0) {
                    trade.costs()
                            .spend(
                                    creator.video(day),
                                    "slotFee",
                                    day.at(11),
                                    creator.tier().fee() * scale);
                }
            }
        }
    }

    private void video(Creator creator, Touchpoint touchpoint, Day day, double impressions) {
        var taken = Takings.NONE;
        for (var hour = 0; hour < 24; hour += 3) {
            taken = taken.plus(trade.play(Scene.hours(touchpoint, day, hour, 3, impressions * day.part(hour, 3), 0))
                    .takings());
        }
        commission(creator, touchpoint, day, taken);
    }

    private void live(Creator creator, Day day) {
        var touchpoint = creator.live(day);
        var taken = Takings.NONE;
        for (var hour = 20; hour < 20 + LIVE_HOURS; hour++) {
            var impressions = creator.tier().live() * creator.pull() * day.traffic() / LIVE_HOURS;
            taken = taken.plus(trade.play(Scene.hours(touchpoint, day, hour, 1, impressions, 0))
                    .takings());
        }
        commission(creator, touchpoint, day, taken);
    }

    /** Estimated of what was paid, settled of what was kept. */
    private void commission(Creator creator, Touchpoint touchpoint, Day day, Takings taken) {
        var rate = creator.tier().rate();
        trade.costs()
                .estimate(
                        touchpoint,
                        "commission",
                        day.at(23, 50),
                        taken.gmv() * rate,
                        taken.kept() * rate,
                        SETTLED_AFTER);
    }

    /** Every second video shows something that was not shown before. */
    private void sample(Creator creator, Day shown, Day day) {
        if (creator.publishes(shown) && (shown.number() / creator.tier().videoEvery()) % 2 == 0) {
            var touchpoint = creator.video(shown);
            trade.sales().sample(touchpoint, day.at(15, creator.number()), creator.name());
            trade.costs().spend(touchpoint, "sample", day.at(15, creator.number()), SAMPLE_COST * scale);
        }
    }
}
