package io.factmatrix.gateway.domain.work;

import io.factmatrix.gateway.domain.work.rule.RuleKind;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.resource.Resource;
import io.factmatrix.kit.revision.Version;
import io.factmatrix.ledger.domain.event.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a department has to do. It stands as long as its cause does, whatever became of it: of one cause there is one.
 *
 * @param found as it was when it was opened
 * @param reason that the one who moved it last gave
 * @param reopenedOf the item that the same cause had before; null of the first
 * @param goneAt when its cause was seen to stand no more; null while it stands
 * @param goneBecause how that was seen
 */
public record WorkItem(
        WorkItemId id,
        RuleKind rule,
        Finding found,
        WorkState state,
        @Nullable String assignee,
        @Nullable String reason,
        Instant dueAt,
        @Nullable WorkItemId reopenedOf,
        @Nullable Instant goneAt,
        @Nullable String goneBecause,
        Version version)
        implements Resource<WorkItemId> {

    /** What has become half as bad again is another matter than the one that was dismissed. */
    private static final BigDecimal WORSE = new BigDecimal("1.5");

    /** A new one. */
    public static WorkItem opened(
            WorkItemId id, RuleKind rule, Finding found, Instant dueAt, @Nullable WorkItemId reopenedOf, Instant now) {
        return new WorkItem(
                id, rule, found, WorkState.OPEN, null, null, dueAt, reopenedOf, null, null, Version.first(now));
    }

    /** There, if it may go there. 409 {@code transition.refused}, {@code work-item.gone} when its cause stands no more. */
    public WorkItem to(WorkMove move, Instant now) {
        WorkState.TRANSITIONS.check(state, move.to());
        if (goneAt != null) {
            throw new ProblemException(
                    409,
                    "work-item.gone",
                    "work-item: the cause of %s stands no more since %s (expected: one that stands)"
                            .formatted(id, goneAt));
        }
        return new WorkItem(
                id,
                rule,
                found,
                move.to(),
                move.assignee(),
                move.reason(),
                dueAt,
                reopenedOf,
                null,
                null,
                version.next(now));
    }

    /** The same when its cause stands no more: closed, if nobody was done with it. */
    public WorkItem gone(String because, Instant now) {
        return new WorkItem(
                id,
                rule,
                found,
                state.isLive() ? WorkState.CLOSED : state,
                assignee,
                reason,
                dueAt,
                reopenedOf,
                now,
                because,
                version.next(now));
    }

    /** Whether somebody was done with it, and what is found now is another matter. */
    boolean isOutdoneBy(Finding now) {
        return !state.isLive()
                && (!now.mark().equals(found.mark())
                        || now.weight().compareTo(found.weight().multiply(WORSE)) > 0);
    }

    @Override
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rule", rule);
        members.putAll(found.members());
        members.put("state", state);
        members.put("assignee", assignee);
        members.put("reason", reason);
        members.put("dueAt", dueAt);
        members.put("reopenedOf", reopenedOf);
        members.put("goneAt", goneAt);
        members.put("goneBecause", goneBecause);
        return members;
    }

    /** Whether it is about what could not be read. */
    boolean isAboutAny(Set<Field> unread) {
        return found.fields().stream().anyMatch(unread::contains);
    }
}
