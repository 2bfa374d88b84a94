package io.factmatrix.gateway.domain.engagement;

import io.factmatrix.gateway.domain.Members;
import io.factmatrix.gateway.domain.Metrics;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.FieldAudience;
import io.factmatrix.ledger.domain.figures.People;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far an engagement broke out of the circle: whom it reached, and whom of them no other field had reached before it. What the KOL's field itself had reached before, by
 * other engagements, is not taken away.
 */
public record Breakout(BreakoutQuestion question, Sections<FieldAudience> sections) {

    /** As it is answered. */
    public Map<String, @Nullable Object> body(MerchantId merchant) {
        var engagement = question.engagement();
        return new Members()
                .add("merchant", merchant.value())
                .add("engagement", engagement.id())
                .add("shop", engagement.shop())
                .add("touchpoint", engagement.touchpoint())
                .add("start", engagement.start().toString())
                .add("end", engagement.end().toString())
                .add("before", question.before().toString())
                .add("currency", engagement.currency().getCurrencyCode())
                .add("complete", sections.isComplete())
                .add("reach", told(Audience::aware))
                .add("buyers", told(audience -> audience.purchased().sketch()))
                .add("fields", sections.body(this::before))
                .object();
    }

    /** Null of a field that is not known: nobody can say what it had before. */
    private @Nullable Map<String, @Nullable Object> told(Function<Audience, AudienceSketch> who) {
        var event = sections.known().get(Field.KOL);
        if (event == null) {
            return null;
        }
        var people = who.apply(event.audience());
        return new Members()
                .add("all", Metrics.people(people.people()))
                .add("new", isKnownOfAll() ? Metrics.people(newOf(people, who)) : null)
                .object();
    }

    private People newOf(AudienceSketch people, Function<Audience, AudienceSketch> who) {
        var elsewhere = sections.known().entrySet().stream()
                .filter(field -> field.getKey() != Field.KOL)
                .map(field -> who.apply(field.getValue().audience()))
                .reduce(AudienceSketch.NONE, AudienceSketch::union);
        return people.without(elsewhere).people().noMoreThan(people.people());
    }

    private boolean isKnownOfAll() {
        return sections.known().keySet().containsAll(Sections.FIELDS);
    }

    /** Of the other fields: whom they had before, and whom of them the engagement reached again. */
    private Map<String, @Nullable Object> before(FieldAudience answer) {
        var event = sections.known().get(Field.KOL);
        if (answer.field() == Field.KOL) {
            return Map.of();
        }
        var aware = answer.audience().aware();
        return new Members()
                .add("reachedBefore", Metrics.people(aware.people()))
                .add(
                        "inCommon",
                        event == null
                                ? null
                                : Metrics.people(
                                        aware.intersection(event.audience().aware())
                                                .people()))
                .object();
    }
}
