package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.campaign.CampaignPage;
import io.factmatrix.campaign.domain.pacing.Pace;
import io.factmatrix.campaign.domain.pacing.Sold;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.Window;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import io.factmatrix.ledger.domain.touchpoint.Place;
import io.factmatrix.ledger.domain.touchpoint.SalesPoint;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What the pages of a campaign sold: from sums of whole quarter-hours as far as there are any, from facts at the edges. */
record PageSales(FieldSums sums, Touchpoints touchpoints, LedgerId ledger, List<CampaignPage> pages, String currency) {

    /** The same of other pages. */
    PageSales of(List<CampaignPage> others) {
        return new PageSales(sums, touchpoints, ledger, others, currency);
    }

    /** All figures, of whole quarter-hours. */
    Figures figures(Instant from, Instant to) {
        return pages.stream()
                .map(page -> sums.figures(ledger, window(page, from, to)))
                .reduce(Figures.NONE, Figures::plus);
    }

    private Window window(CampaignPage page, Instant from, Instant to) {
        return new Window(from, to, currency, page.shop(), null, page.touchpoint());
    }

    /** From one moment to another, whatever they are. */
    Sold sold(Instant from, Instant to) {
        var first = QuarterHour.from(from);
        var last = QuarterHour.of(to).start();
        return first.isBefore(last)
                ? byFacts(from, first).plus(bySums(first, last)).plus(byFacts(last, to))
                : byFacts(from, to);
    }

    private Sold bySums(Instant from, Instant to) {
        return pages.stream()
                .flatMap(page -> sums.series(ledger, window(page, from, to), List.of(from), false).stream())
                .map(point -> new Sold(point.figures().gmv(), point.figures().orders()))
                .reduce(Sold.NOTHING, Sold::plus);
    }

    /** The same from facts alone: of a short time. */
    Sold byFacts(Instant from, Instant to) {
        // One second longer, so that there is one piece, whatever parts of a second the ends have.
        var whole = Duration.between(from, to).plusSeconds(1);
        return from.isBefore(to)
                ? pieces(from, to, whole).map(PageSales::sold).reduce(Sold.NOTHING, Sold::plus)
                : Sold.NOTHING;
    }

    /** What each block of that pace sold, those without sales too. */
    List<Sold> blocks(Pace pace, Instant now) {
        var blocks = new ArrayList<Sold>(Collections.nCopies(pace.number(), Sold.NOTHING));
        var from = pace.from(now);
        pieces(from, now, pace.length()).forEach(piece -> {
            int block = (int) Duration.between(from, piece.start()).dividedBy(pace.length());
            blocks.set(block, blocks.get(block).plus(sold(piece)));
        });
        return blocks;
    }

    private Stream<SalesPoint> pieces(Instant from, Instant to, Duration length) {
        return pages.stream()
                .flatMap(page ->
                        touchpoints
                                .sales(ledger, new Place(page.shop(), page.touchpoint()), currency, from, to, length)
                                .stream());
    }

    private static Sold sold(SalesPoint piece) {
        return new Sold(piece.gmv(), piece.orders());
    }
}
