package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.Section.Fresh;
import io.factmatrix.gateway.domain.Section.Missing;
import io.factmatrix.gateway.domain.Section.Stale;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldAnswer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every field's answer to a question, or what there is in its place.
 *
 * @param <A> what a field answers
 */
public record Sections<A extends FieldAnswer<A>>(Question question, Map<Field, Section<A>> sections) {

    /** The order in which fields are shown. */
    public static final List<Field> FIELDS =
            List.of(Field.LIVESTREAM, Field.CREATOR, Field.CAMPAIGN, Field.KOL, Field.UNATTRIBUTED);

    /** Every field answered as it is at present, and none of them settles still. */
    public boolean isComplete() {
        return isComplete(FIELDS);
    }

    /** The same of these fields alone. */
    public boolean isComplete(Collection<Field> of) {
        return of.stream()
                .allMatch(field -> sections.get(field) instanceof Fresh<A> fresh && !isSettling(fresh.answer()));
    }

    /** Of the past, until all of it is taken in: no moment later makes up for it. */
    private boolean isSettling(A answer) {
        var settlement = settlement(answer);
        return question.asOf() == null ? settlement.isUnderWay() : !settlement.isDone();
    }

    /** Whether that field has answered, but not yet takes account of all that the others hold. */
    boolean isSettling(Field field) {
        return sections.get(field) instanceof Fresh<A> fresh && isSettling(fresh.answer());
    }

    private Settlement settlement(A answer) {
        return new Settlement(answer, known(), present());
    }

    private Set<Field> present() {
        return sections.entrySet().stream()
                .filter(section -> section.getValue() instanceof Fresh)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The answers there are, present or last known, in the order of the fields. */
    public Map<Field, A> known() {
        var known = new LinkedHashMap<Field, A>();
        for (var field : FIELDS) {
            var section = sections.get(field);
            if (section instanceof Fresh<A> fresh) {
                known.put(field, fresh.answer());
            } else if (section instanceof Stale<A> stale) {
                known.put(field, stale.lastKnown());
            }
        }
        return known;
    }

    /**
     * The fields by name: the state of each, and what it answers.
     *
     * @param told what is told of an answer
     */
    public Map<String, @Nullable Object> body(Function<A, Map<String, @Nullable Object>> told) {
        return body(FIELDS, told);
    }

    /** These fields by name. */
    public Map<String, @Nullable Object> body(Collection<Field> of, Function<A, Map<String, @Nullable Object>> told) {
        var fields = new Members();
        of.forEach(field -> fields.add(field.word(), body(field, told)));
        return fields.object();
    }

    /** One of them. */
    public Map<String, @Nullable Object> body(Field field, Function<A, Map<String, @Nullable Object>> told) {
        return section(sections.get(field), told);
    }

    private Map<String, @Nullable Object> section(
            @Nullable Section<A> section, Function<A, Map<String, @Nullable Object>> told) {
        if (section instanceof Fresh<A> fresh) {
            return state("fresh", fresh.answer())
                    .addAll(told.apply(fresh.answer()))
                    .object();
        }
        if (section instanceof Stale<A> stale) {
            return state("stale", stale.lastKnown())
                    .addAll(told.apply(stale.lastKnown()))
                    .add("reason", stale.reason())
                    .object();
        }
        var reason = section instanceof Missing<A> missing ? missing.reason() : "not asked";
        return new Members().add("status", "missing").add("reason", reason).object();
    }

    private Members state(String status, A answer) {
        var recorded = answer.position().recordedAt();
        return new Members()
                .add("status", status)
                .add("asOf", recorded == null ? null : recorded.toString())
                .add("watermark", Long.toString(answer.position().watermark()))
                .add("settledTo", settlement(answer).settledTo())
                .add("settling", isSettling(answer));
    }
}
