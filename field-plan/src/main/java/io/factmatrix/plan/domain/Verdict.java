package io.factmatrix.plan.domain;

import io.factmatrix.kit.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an announcement.
 *
 * @param refused what speaks against it, and is there
 * @param contenders the ids of announcements that would speak against it, if they are kept
 * @param warned what is only told
 * @param unchecked fields that did not answer
 */
public record Verdict(
        List<PromiseConflict> refused,
        List<String> contenders,
        List<PromiseConflict> warned,
        List<Outcome.Unchecked> unchecked,
        KnownRules rules) {

    private static final int SHOWN = 20;

    /** Of that one among what is beside it. */
    public static Verdict of(Announcement mine, Surroundings surroundings) {
        var rules = surroundings.rules();
        var guard = PriceGuard.by(rules.book().limits());
        var kept = surroundings.kept().stream()
                .filter(promise ->
                        mine.promises().stream().noneMatch(own -> own.source().is(promise.source())))
                .toList();
        var others = surroundings.announced().stream()
                .filter(other -> !other.id().equals(mine.id()))
                .toList();
        var all = Stream.concat(kept.stream(), others.stream().flatMap(other -> other.promises().stream()))
                .toList();
        var possible = guard.of(mine.promises(), all);
        var reactions = rules.book().rules();
        return new Verdict(
                guard.of(mine.promises(), kept).stream()
                        .filter(conflict -> reactions.of(conflict.kind()) == Reaction.REFUSE)
                        .toList(),
                others.stream()
                        .filter(other -> possible.stream()
                                .filter(conflict -> reactions.of(conflict.kind()) == Reaction.REFUSE)
                                .anyMatch(conflict -> conflict.sides().stream().anyMatch(other.promises()::contains)))
                        .map(Announcement::id)
                        .toList(),
                possible.stream()
                        .filter(conflict -> reactions.of(conflict.kind()) == Reaction.WARN)
                        .toList(),
                surroundings.unchecked(),
                rules);
    }

    /** What is answered when it is not admitted; null when it is, as far as others let it. 409 {@code promise.conflict}, 503 {@code promise.unchecked}. */
    public @Nullable ProblemException refusal() {
        if (!refused.isEmpty()) {
            var more = refused.size() == 1 ? "" : "; and %d more".formatted(refused.size() - 1);
            return new ProblemException(
                    409, "promise.conflict", refused.get(0).detail() + more, Map.of("conflicts", shown(refused)));
        }
        if (!unchecked.isEmpty() && rules.book().rules().unchecked() == Reaction.REFUSE) {
            return new ProblemException(
                    503,
                    "promise.unchecked",
                    "%s (expected: an answer of every field; sending again is safe)"
                            .formatted(unchecked.get(0).reason()),
                    Map.of("unchecked", shownUnchecked()));
        }
        return null;
    }

    /** Whether it goes before all that are in its way. */
    public boolean isFirst(Announcement mine) {
        return contenders.stream().allMatch(other -> mine.id().compareTo(other) < 0);
    }

    /** What the client is told beside what was written: {@code guard}; nothing when there is nothing to say. */
    public Map<String, Object> remarks() {
        if (warned.isEmpty() && unchecked.isEmpty() && rules.isFresh()) {
            return Map.of();
        }
        var guard = new LinkedHashMap<String, Object>();
        guard.put("conflicts", shown(warned));
        guard.put("unchecked", shownUnchecked());
        guard.put("rules", rules.members());
        return Map.of("guard", guard);
    }

    private static List<Map<String, @Nullable Object>> shown(List<PromiseConflict> conflicts) {
        return conflicts.stream().limit(SHOWN).map(PromiseConflict::members).toList();
    }

    private List<Map<String, String>> shownUnchecked() {
        return unchecked.stream()
                .map(field -> Map.of("field", field.field().word(), "reason", field.reason()))
                .toList();
    }
}
