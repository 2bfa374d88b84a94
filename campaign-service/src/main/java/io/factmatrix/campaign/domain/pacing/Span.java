package io.factmatrix.campaign.domain.pacing;

import io.factmatrix.campaign.domain.campaign.Campaign;
import io.factmatrix.campaign.domain.campaign.Phase;
import io.factmatrix.campaign.domain.campaign.PhaseName;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.rollup.QuarterHour;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What has passed of a campaign.
 *
 * @param from its beginning, in whole quarter-hours
 * @param wholeTo excluded: the end of the last whole quarter-hour; not after {@code from} when nothing has passed
 * @param to excluded: to the minute in the burst; else the same
 */
public record Span(List<Phase> phases, Instant from, Instant wholeTo, Instant to) {

    /** Up to that moment, and not beyond the end. 409 {@code campaign.incomplete} of a campaign without phases. */
    public static Span of(Campaign campaign, Instant at) {
        var phases = campaign.plan().phases();
        if (phases.isEmpty()) {
            throw new ProblemException(
                    409, "campaign.incomplete", "phases: none (expected: at least one, to say how much has passed)");
        }
        var from = QuarterHour.of(phases.get(0).start()).start();
        var last = QuarterHour.from(phases.get(phases.size() - 1).end());
        var quarter = QuarterHour.of(at).start();
        var whole = new Span(phases, from, earlier(quarter, last), earlier(quarter, last));
        var minute = new Span(phases, from, whole.wholeTo, earlier(at.truncatedTo(ChronoUnit.MINUTES), last));
        return minute.phase().filter(phase -> phase.name() == PhaseName.BURST).isPresent() ? minute : whole;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether none of it has passed. */
    public boolean isEmpty() {
        return !to.isAfter(from);
    }

    boolean isOver() {
        return !to.isBefore(phases.get(phases.size() - 1).end());
    }

    /** The phase that is on; empty between two, before the first and behind the last. */
    public Optional<Phase> phase() {
        return phases.stream()
                .filter(phase -> !to.isBefore(phase.start()) && to.isBefore(phase.end()))
                .findFirst();
    }

    /** How much of all phases has passed. */
    Course course() {
        return Course.of(phases.get(0).start(), phases.get(phases.size() - 1).end(), to);
    }

    /** The same to the last whole quarter-hour. */
    Course wholeCourse() {
        return Course.of(phases.get(0).start(), phases.get(phases.size() - 1).end(), wholeTo);
    }
}
