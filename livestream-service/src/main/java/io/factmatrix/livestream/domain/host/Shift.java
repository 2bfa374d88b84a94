package io.factmatrix.livestream.domain.host;

import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host's time in a room. */
public record Shift(ShiftId id, ShiftPlan plan, ShiftState state, Version version) implements Resource<ShiftId> {

    /** A new one, planned. */
    public static Shift planned(ShiftId id, ShiftPlan plan, Instant now) {
        return new Shift(id, plan, ShiftState.PLANNED, Version.first(now));
    }

    /** By that plan; the same shift when it had it already. 409 {@code shift.cancelled}. */
    public Shift by(ShiftPlan other, Instant now) {
        if (other.equals(plan)) {
            return this;
        }
        if (state != ShiftState.PLANNED) {
            throw new ProblemException(
                    409, "shift.cancelled", "shift: %s is cancelled (expected: a planned one)".formatted(id));
        }
        return new Shift(id, other, state, version.next(now));
    }

    /** In that state, if it may go there. */
    public Shift to(ShiftState target, Instant now) {
        ShiftState.TRANSITIONS.check(state, target);
        return new Shift(id, plan, target, version.next(now));
    }

    /** How much of it lies between these. */
    Duration within(Instant from, Instant to) {
        var begin = plan.start().isBefore(from) ? from : plan.start();
        var end = plan.end().isAfter(to) ? to : plan.end();
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("host", plan.host());
        members.put("room", plan.room());
        members.put("start", plan.start());
        members.put("end", plan.end());
        members.put("state", state);
        return members;
    }
}
