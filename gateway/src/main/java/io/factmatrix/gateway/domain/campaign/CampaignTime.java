package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The times of a campaign by the clock of a zone: it runs, the 8 weeks before, the 14 days after. All of it in whole quarter-hours, in which figures are kept: what begins or ends within one takes
 * it in.
 *
 * @param phases of the campaign, at least one
 * @param now where what is known ends
 */
record CampaignTime(List<Campaign.Phase> phases, ZoneId zone, Instant now) {

    static final int DAYS_AFTER = 14;

    /** 409 {@code campaign.incomplete} when it has no phase. */
    static CampaignTime of(Campaign campaign, ZoneId zone, Instant now) {
        if (campaign.phases().isEmpty()) {
            throw new ProblemException(
                    409, "campaign.incomplete", "phases: none (expected: at least one, to say when it was)");
        }
        return new CampaignTime(campaign.phases(), zone, QuarterHour.of(now).start());
    }

    Instant start() {
        return QuarterHour.of(phases.get(0).start()).start();
    }

    Instant end() {
        return QuarterHour.from(phases.get(phases.size() - 1).end());
    }

    /** Now, or its end when that was before. */
    Instant until() {
        return now.isBefore(end()) ? now : end();
    }

    /** What has passed of it. */
    List<DayPart> window() {
        return DayPart.of(start(), until(), zone);
    }

    boolean hasBurst() {
        return phases.stream().anyMatch(Campaign.Phase::isBurst);
    }

    /** What has passed of its burst. */
    List<DayPart> burst() {
        return phases.stream()
                .filter(Campaign.Phase::isBurst)
                .flatMap(burst -> {
                    var last = QuarterHour.from(burst.end());
                    return DayPart.of(QuarterHour.of(burst.start()).start(), last.isBefore(now) ? last : now, zone)
                            .stream();
                })
                .toList();
    }

    /** The day on which it begins. */
    LocalDate first() {
        return DayPart.day(start(), zone);
    }

    /** The days after that on which it ends. */
    List<LocalDate> after() {
        var next = DayPart.day(end().minusMillis(1), zone).plusDays(1);
        return next.datesUntil(next.plusDays(DAYS_AFTER)).toList();
    }

    boolean isOver(LocalDate day) {
        return !DayPart.whole(day).end(zone).isAfter(now);
    }

    LocalDate earliest() {
        return Baseline.first(first());
    }

    /** The day behind the last one. */
    LocalDate latest() {
        return after().get(DAYS_AFTER - 1).plusDays(1);
    }

    /** Where each day begins, and where by the clock it is cut; in quarter-hours since the epoch. */
    List<Long> starts() {
        var edges = Stream.concat(
                        Stream.of(until()),
                        phases.stream()
                                .flatMap(phase -> Stream.of(
                                        QuarterHour.of(phase.start()).start(), QuarterHour.from(phase.end()))))
                .toList();
        var starts = new TreeSet<Long>();
        earliest().datesUntil(latest()).forEach(day -> starts.addAll(starts(day, edges)));
        return List.copyOf(starts);
    }

    private List<Long> starts(LocalDate day, Collection<Instant> edges) {
        return Stream.concat(
                        Stream.of((LocalTime) null),
                        edges.stream().map(edge -> edge.atZone(zone).toLocalTime()))
                .map(time -> new DayPart(day, time, null).start(zone))
                .map(start -> QuarterHour.of(start).number())
                .toList();
    }

    long ends() {
        return QuarterHour.of(DayPart.whole(latest()).start(zone)).number();
    }
}
