package io.factmatrix.deploy.local.demo;

import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Nine weeks of a merchant around the platform promotion of 18 June: live sessions every day, a shop, forty creators, the 618
 * campaign, two KOL events, three small shops on other platforms. The same seed, the same events.
 */
public final class DemoMerchant {

    public static final LocalDate FROM = Phase.ORDINARY.from();

    /** The day after the last. */
    public static final LocalDate TO = Phase.END;

    /** First day of the burst. */
    public static final LocalDate BURST_FROM = Phase.BURST.from();

    /** The day after the burst. */
    public static final LocalDate BURST_TO = Phase.BURST.to();

    /** Roughly how many events there are. */
    public static final int EVENTS = 300_000;

    private static final double STRAYS = 9;

    private final Chance chance;
    private final double scale;
    private final Outbox outbox = new Outbox(Day.of(TO).at(0));
    private final Trade trade;
    private final OwnGround ownGround;
    private final Creators creators;
    private final Campaign campaign;
    private final KolEvents kolEvents;
    private final SideShops sideShops;
    private Day day = Day.of(FROM);

    private DemoMerchant(long seed, double scale) {
        this.chance = new Chance(seed);
        this.scale = scale;
        this.trade = new Trade(chance, scale, outbox);
        this.ownGround = new OwnGround(trade, scale);
        this.creators = new Creators(trade, chance, scale);
        this.campaign = new Campaign(trade, scale);
        this.kolEvents = new KolEvents(trade, scale);
        this.sideShops = new SideShops(trade, scale);
    }

    /** Its events, one a line, in the order in which they are sent. They are made while they are read, a day at a time. */
    public static InputStream events(long seed) {
        return events(seed, 1);
    }

    /**
     * Those of a smaller merchant.
     *
     * @param scale how much happens at a touchpoint, of what happens at the whole merchant's; there are as many touchpoints
     */
    public static InputStream events(long seed, double scale) {
        return new Days(new DemoMerchant(seed, scale)::nextDay);
    }

    /** What is sent on the next day; null after the last. */
    private byte @Nullable [] nextDay() {
        if (!day.date().isBefore(TO)) {
            return null;
        }
        ownGround.play(day);
        creators.play(day);
        campaign.play(day);
        kolEvents.play(day);
        sideShops.play(day);
        strays();
        var lines = outbox.before(day.end());
        day = day.plus(1);
        return lines;
    }

    /** Orders that no touchpoint can claim. */
    private void strays() {
        for (var left = chance.count(chance.about(STRAYS * day.traffic() * scale, 0.5)); left > 0; left--) {
            trade.stray(day.at(chance.between(7, 23), chance.below(60)), day);
        }
    }
}
