package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.campaign.Phase;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/**
 * How far the phase has come that is on.
 *
 * @param isLast whether no phase follows it
 * @param sold in it
 * @param blocks of its pace; none when that is not known
 * @param earlierPhases the same phase of earlier campaigns
 * @param earlierCampaigns these campaigns from their first phase on
 */
public record Progress(
        Phase phase,
        boolean isLast,
        Sold sold,
        Pace pace,
        List<Sold> blocks,
        EarlierCourses earlierPhases,
        EarlierCourses earlierCampaigns) {

    /** What the phase comes to. */
    Projection ofPhase(Function<Sold, BigInteger> measure) {
        var actual = measure.apply(sold);
        return earlierPhases.isKnown(measure)
                ? earlierPhases.project(actual, measure)
                : pace.project(actual, blocks.stream().map(measure).toList());
    }

    /**
     * What the campaign comes to: by its own pace only in its last phase, since none is like another.
     *
     * @param all that it has sold
     */
    Projection ofCampaign(Sold all, Function<Sold, BigInteger> measure) {
        if (earlierCampaigns.isKnown(measure)) {
            return earlierCampaigns.project(measure.apply(all), measure);
        }
        return isLast
                ? ofPhase(measure).plus(measure.apply(all.minus(sold)))
                : Projection.unknown("phases follow %s, and fewer than 3 earlier campaigns of its kind tell of them"
                        .formatted(phase.name().word()));
    }
}
