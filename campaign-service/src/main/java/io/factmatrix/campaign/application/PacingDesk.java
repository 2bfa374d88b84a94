package io.factmatrix.campaign.application;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.CampaignFilter;
import io.factmatrix.campaign.domain.campaign.CampaignId;
import io.factmatrix.campaign.domain.campaign.CampaignState;
import io.factmatrix.campaign.domain.campaign.Campaigns;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.campaign.domain.pacing.EarlierCourses;
import io.factmatrix.campaign.domain.pacing.EarlierCourses.EarlierCourse;
import io.factmatrix.campaign.domain.pacing.Pace;
import io.factmatrix.campaign.domain.pacing.Pacing;
import io.factmatrix.campaign.domain.pacing.Progress;
import io.factmatrix.campaign.domain.pacing.Sold;
import io.factmatrix.campaign.domain.pacing.Span;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.write.Register;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldSums;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.settlement.Standing;
import io.factmatrix.ledger.domain.touchpoint.Touchpoints;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How campaigns come on: of one moment of the ledger, inside one transaction of the merchant. */
public final class PacingDesk {

    /** Campaigns that are looked through for earlier ones of a kind, and those that are compared with. */
    private static final int LOOKED_THROUGH = 200;

    private static final int COMPARED = 8;

    private final Register<CampaignId, Campaign> register;
    private final Campaigns campaigns;
    private final FieldSums sums;
    private final Touchpoints touchpoints;

    public PacingDesk(
            Register<CampaignId, Campaign> register, Campaigns campaigns, FieldSums sums, Touchpoints touchpoints) {
        this.register = register;
        this.campaigns = campaigns;
        this.sums = sums;
        this.touchpoints = touchpoints;
    }

    /** 404 {@code campaign.unknown}, 409 {@code campaign.incomplete}. */
    public Pacing pacing(MerchantId merchant, CampaignId id, Instant at) {
        var campaign = register.find(merchant, id);
        var span = Span.of(campaign, at);
        var standing = sums.standings(merchant, Set.of(Field.CAMPAIGN)).getOrDefault(Field.CAMPAIGN, Standing.START);
        var plan = campaign.plan();
        var pages =
                new PageSales(sums, touchpoints, new LedgerId(merchant, Field.CAMPAIGN), plan.pages(), plan.currency());
        var figures = span.isEmpty() ? Figures.NONE : pages.figures(span.from(), span.wholeTo());
        var sold = new Sold(figures.gmv(), figures.orders()).plus(pages.byFacts(span.wholeTo(), span.to()));
        var progress = span.phase().map(phase -> progress(pages, span, phase, earlier(merchant, campaign)));
        return new Pacing(campaign, span, figures, sold, progress.orElse(null), standing);
    }

    private static Progress progress(PageSales pages, Span span, Phase phase, List<Campaign> earlier) {
        var now = span.to();
        var pace = Pace.of(phase.start(), phase.end(), now);
        var phases = new ArrayList<EarlierCourse>();
        var wholes = new ArrayList<EarlierCourse>();
        for (var other : earlier) {
            var theirs = pages.of(other.plan().pages());
            var same = other.plan().phase(phase.name()).orElseThrow();
            var there = there(phase, now, same);
            var others = other.plan().phases();
            var start = others.get(0).start();
            phases.add(new EarlierCourse(theirs.sold(same.start(), there), theirs.sold(same.start(), same.end())));
            wholes.add(new EarlierCourse(
                    theirs.sold(start, there),
                    theirs.sold(start, others.get(others.size() - 1).end())));
        }
        var all = span.phases();
        return new Progress(
                phase,
                phase.equals(all.get(all.size() - 1)),
                pages.sold(phase.start(), now),
                pace,
                pace.isKnown() ? pages.blocks(pace, now) : List.of(),
                new EarlierCourses(phases),
                new EarlierCourses(wholes));
    }

    /** The moment at which as much of that phase had passed. */
    private static Instant there(Phase phase, Instant now, Phase same) {
        double share = (double) Duration.between(phase.start(), now).toMillis()
                / Duration.between(phase.start(), phase.end()).toMillis();
        long passed =
                Math.round(share * Duration.between(same.start(), same.end()).toMillis());
        return same.start().plusMillis(passed).truncatedTo(ChronoUnit.MINUTES);
    }

    /** The last ones of its kind that were over before it began, and had phases of the same names. */
    private List<Campaign> earlier(MerchantId merchant, Campaign campaign) {
        var plan = campaign.plan();
        var start = plan.phases().get(0).start();
        var filter = new CampaignFilter(plan.kind(), null, null, start);
        return campaigns.list(merchant, filter, null, LOOKED_THROUGH).stream()
                .filter(other -> other.state() != CampaignState.CANCELLED)
                .filter(other -> !end(other).isAfter(start))
                .filter(other -> names(other).equals(names(campaign)))
                .sorted(Comparator.comparing(PacingDesk::end).reversed())
                .limit(COMPARED)
                .toList();
    }

    private static List<?> names(Campaign campaign) {
        return campaign.plan().phases().stream().map(Phase::name).toList();
    }

    private static Instant end(Campaign campaign) {
        var phases = campaign.plan().phases();
        return phases.get(phases.size() - 1).end();
    }
}
