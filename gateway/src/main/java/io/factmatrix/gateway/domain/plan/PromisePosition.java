package io.factmatrix.gateway.domain.plan;

import io.factmatrix.gateway.domain.ConflictQuestion;
import io.factmatrix.gateway.domain.Listing;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.PromiseConflict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come with conflicts of promises. Those of a field that did not answer are read afterwards, when it does.
 *
 * @param of only those with a side in one of these fields; empty: all
 * @param after the key behind which to go on; empty for the first
 * @param missed fields that did not answer since the first
 */
public record PromisePosition(Set<Field> of, String after, Set<Field> missed) {

    public static final PromisePosition FIRST = new PromisePosition(Set.of(), "", Set.of());

    /**
     * A part of them.
     *
     * @param next null when all is read
     */
    public record Part(
            List<PromiseConflict> conflicts, @Nullable PromisePosition next) {}

    /** The next, at most so many. */
    public Part read(PromiseConflicts all, ConflictQuestion question, int limit) {
        var missing = EnumSet.noneOf(Field.class);
        missing.addAll(missed);
        missing.addAll(all.missing().keySet());
        var left = all.conflicts().stream()
                .filter(conflict -> question.covers(conflict)
                        && (of.isEmpty() || hasSideIn(conflict, of))
                        && conflict.key().compareTo(after) > 0)
                .toList();
        if (left.size() > limit) {
            var last = left.get(limit - 1).key();
            return new Part(left.subList(0, limit), new PromisePosition(of, last, missing));
        }
        return new Part(left, missing.isEmpty() ? null : new PromisePosition(missing, "", Set.of()));
    }

    private static boolean hasSideIn(PromiseConflict conflict, Set<Field> fields) {
        return conflict.sides().stream()
                .anyMatch(side -> fields.contains(side.source().field()));
    }

    /** That page, with what was read. */
    public static Listing add(Listing page, Part part, PromiseConflicts all) {
        return page.with(part.conflicts().stream().map(PromiseConflict::members).toList(), all.missing());
    }
}
