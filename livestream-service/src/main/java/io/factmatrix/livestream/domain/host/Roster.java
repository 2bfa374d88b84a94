package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/**
 * The planned shifts of one host, among which another one must find its place.
 *
 * @param shifts all that lie within {@link #REACH} of it
 */
public record Roster(Host host, List<Shift> shifts) {

    /** How far before and behind a shift another one may count against it: its weeks, and a break of a day at most. */
    public static final Duration REACH = Duration.ofDays(8);

    public Roster {
        shifts = List.copyOf(shifts);
    }

    /**
     * Goes on only if the host can work that shift, too: 409 {@code shift.overlap} in two places at once, {@code working-time.exceeded} longer than the
     * working time allows, and which of its limits does not.
     */
    public void admit(Shift shift) {
        var others =
                shifts.stream().filter(other -> !other.id().equals(shift.id())).toList();
        others.forEach(other -> requireApart(shift, other));
        var limits = host.profile().workingTime();
        requireAtMost(
                "minutesPerShift",
                limits.minutesPerShift(),
                Duration.between(shift.plan().start(), shift.plan().end()),
                "in this shift");
        var zone = host.profile().zone();
        var first = shift.plan().start().atZone(zone).toLocalDate();
        var last = shift.plan().end().minusNanos(1).atZone(zone).toLocalDate();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            requireAtMost("minutesPerDay", limits.minutesPerDay(), worked(shift, others, day, 1), "on " + day);
        }
        var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (var week = monday; !week.isAfter(last); week = week.plusWeeks(1)) {
            requireAtMost(
                    "minutesPerWeek",
                    limits.minutesPerWeek(),
                    worked(shift, others, week, 7),
                    "in the week of " + week);
        }
    }

    private Duration worked(Shift shift, List<Shift> others, LocalDate day, int days) {
        var zone = host.profile().zone();
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(days).atStartOfDay(zone).toInstant();
        return others.stream().map(other -> other.within(from, to)).reduce(shift.within(from, to), Duration::plus);
    }

    private void requireApart(Shift shift, Shift other) {
        if (!shift.within(other.plan().start(), other.plan().end()).isZero()) {
            throw new ProblemException(
                    409,
                    "shift.overlap",
                    "host: %s works shift %s from %s to %s (expected: no shift between %s and %s)"
                            .formatted(
                                    host.id(),
                                    other.id(),
                                    other.plan().start(),
                                    other.plan().end(),
                                    shift.plan().start(),
                                    shift.plan().end()),
                    Map.of("shift", other.id().value()));
        }
        var pause = pause(shift, other);
        long least = host.profile().workingTime().breakMinutes();
        if (pause.compareTo(Duration.ofMinutes(least)) < 0) {
            throw exceeded(
                    "breakMinutes",
                    "breakMinutes: %d between this shift and %s (expected: at least %d)"
                            .formatted(pause.toMinutes(), other.id(), least));
        }
    }

    private static Duration pause(Shift shift, Shift other) {
        return other.plan().start().isBefore(shift.plan().start())
                ? Duration.between(other.plan().end(), shift.plan().start())
                : Duration.between(shift.plan().end(), other.plan().start());
    }

    private static void requireAtMost(String limit, long most, Duration worked, String when) {
        if (worked.compareTo(Duration.ofMinutes(most)) > 0) {
            throw exceeded(limit, "%s: %d %s (expected: at most %d)".formatted(limit, minutes(worked), when, most));
        }
    }

    /** Begun minutes: what is over a limit shows as more than it. */
    private static long minutes(Duration duration) {
        return duration.plusMinutes(1).minusNanos(1).toMinutes();
    }

    private static ProblemException exceeded(String limit, String detail) {
        return new ProblemException(409, "working-time.exceeded", detail, Map.of("limit", limit));
    }

    /** Between which moments the others lie that count against that plan. */
    public static Instant from(ShiftPlan plan) {
        return plan.start().minus(REACH);
    }

    /** Between which moments the others lie that count against that plan. */
    public static Instant to(ShiftPlan plan) {
        return plan.end().plus(REACH);
    }
}
