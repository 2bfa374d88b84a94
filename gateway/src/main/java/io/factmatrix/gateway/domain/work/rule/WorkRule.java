package io.factmatrix.gateway.domain.work.rule;

import io.factmatrix.kit.json.Word;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.kit.revision.Revision;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a merchant. Every merchant has all of them from the beginning.
 *
 * @param revision 0 of one that nobody has changed
 * @param lookedAt when what it looks for was last compared with what is in the queue; null: never
 */
public record WorkRule(
        RuleKind kind,
        RuleSettings settings,
        Revision revision,
        @Nullable Instant lookedAt) {

    /** One that nobody has changed. */
    public static WorkRule usual(RuleKind kind) {
        return new WorkRule(kind, RuleSettings.usual(kind), new Revision(0), null);
    }

    /** The kind of that word: 404 {@code work-rule.unknown}. */
    public static RuleKind kind(String word) {
        return Word.of(RuleKind.class, word)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "work-rule.unknown",
                        "rule: %s (expected: %s)".formatted(word, Word.expected(RuleKind.class))));
    }

    /** With these settings; the same when it had them already. */
    public WorkRule with(RuleSettings other) {
        return other.equals(settings) ? this : new WorkRule(kind, other, revision.next(), lookedAt);
    }

    /** By the names of the API. */
    public Map<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("rule", kind);
        members.putAll(settings.members(kind));
        members.put("lookedAt", lookedAt);
        return members;
    }
}
