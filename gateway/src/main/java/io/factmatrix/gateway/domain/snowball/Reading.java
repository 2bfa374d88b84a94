package io.factmatrix.gateway.domain.snowball;

import io.factmatrix.gateway.domain.estimate.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the meter tells of some days.
 *
 * @param refusal why the loop, or everything, is not told; null when all is
 * @param loop null when refused
 * @param prospects null when the days themselves do not allow for any
 */
public record Reading(
        @Nullable Refusal refusal,
        @Nullable Loop loop,
        @Nullable Prospects prospects) {

    /**
     * What is to come, with or without an answer on the loop: how good the forecast is is told by its misses.
     *
     * @param outlook all goes on as it was
     * @param funnel the same, if no traffic came of what came before
     * @param changed what was asked for is otherwise; null when nothing was
     * @param misses of each forecast that is made; null when there are too few days to hold some back
     * @param outliers days that are far from what all others say
     */
    public record Prospects(
            Outlook outlook,
            FunnelOutlook funnel,
            @Nullable Outlook changed,
            @Nullable Map<Backtest.Way, Map<Backtest.Series, Backtest.Miss>> misses,
            List<LocalDate> outliers) {}

    public static Reading refused(Refusal refusal) {
        return new Reading(refusal, null, null);
    }
}
