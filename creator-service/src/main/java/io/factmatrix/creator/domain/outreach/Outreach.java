package io.factmatrix.creator.domain.outreach;

import io.factmatrix.creator.domain.creator.CreatorId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A creator in the pipeline.
 *
 * @param stateSince when it came into its state
 */
public record Outreach(
        OutreachId id, CreatorId creator, OutreachPlan plan, OutreachState state, Instant stateSince, Version version)
        implements Resource<OutreachId> {

    /** A new one, invited. */
    public static Outreach begun(OutreachId id, CreatorId creator, OutreachPlan plan, Instant now) {
        return new Outreach(id, creator, plan, OutreachState.INVITED, now, Version.first(now));
    }

    /** By that plan; the same outreach when it had it already. 409 {@code outreach.over}. */
    public Outreach by(OutreachPlan other, Instant now) {
        if (other.equals(plan)) {
            return this;
        }
        if (!state.isOpen()) {
            throw new ProblemException(
                    409, "outreach.over", "outreach: %s is %s (expected: an open one)".formatted(id, state.word()));
        }
        return new Outreach(id, creator, other, state, stateSince, version.next(now));
    }

    /** In that state, if it may go there. */
    public Outreach to(OutreachState target, Instant now) {
        OutreachState.TRANSITIONS.check(state, target);
        return new Outreach(id, creator, plan, target, now, version.next(now));
    }

    /** By when its state is to be left; null when there is no such date, or nothing more to be done. */
    public @Nullable Instant dueAt() {
        return state.isOpen() ? plan.due().get(state) : null;
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("creator", creator);
        members.put("owner", plan.owner());
        members.put("note", plan.note());
        members.put("due", OutreachMembers.shown(plan.due()));
        members.put("state", state);
        members.put("stateSince", stateSince);
        members.put("dueAt", dueAt());
        return members;
    }
}
