package io.factmatrix.gateway.domain.work;

import io.factmatrix.kit.json.Members;
import io.factmatrix.kit.json.Refused;
import io.factmatrix.kit.json.Word;
import org.jspecify.annotations.Nullable;

/**
 * Where a work item is to go.
 *
 * @param reason that one who dismisses must give
 * @param assignee who takes it; null where nobody is named, and where it is not taken
 */
public record WorkMove(
        WorkState to, @Nullable String reason, @Nullable String assignee) {

    private static final int LONGEST_REASON = 500;

    public static WorkMove read(Members members) throws Refused {
        var to = members.word("to", word -> Word.of(WorkState.class, word), Word.all(WorkState.class));
        var reason = members.optionalProse("reason", LONGEST_REASON);
        var assignee = members.optionalText("assignee");
        if (to == WorkState.DISMISSED) {
            members.present("reason", reason);
        }
        if (assignee != null && to != WorkState.TAKEN) {
            throw members.invalid("assignee", assignee, "none but of an item that is taken");
        }
        return new WorkMove(to, reason, assignee);
    }

    /** The same by that one, who takes it where nobody else is named; null: by nobody who has a name. */
    public WorkMove by(@Nullable String subject) {
        return to == WorkState.TAKEN && assignee == null ? new WorkMove(to, reason, subject) : this;
    }
}
