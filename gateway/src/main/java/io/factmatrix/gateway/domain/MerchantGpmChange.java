package io.factmatrix.gateway.domain;

import io.factmatrix.gateway.domain.change.Side;
import io.factmatrix.gateway.domain.change.Sides;
import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldKinds;
import io.factmatrix.ledger.domain.figures.Figures;
import io.factmatrix.ledger.domain.figures.TouchpointKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a merchant's GPM moved from the period before, by kind of touchpoint: within each field, and in all of them together. The whole is what the view's
 * {@code gpmChange} tells; this takes it apart once more.
 */
public record MerchantGpmChange(MerchantId merchant, Sections<FieldKinds> previous, Sections<FieldKinds> current) {

    /** As it is answered. */
    public Map<String, @Nullable Object> body() {
        var fields = new FieldsOfGpm(figures(previous), figures(current));
        var ofFields = new Members();
        for (var field : Sections.FIELDS) {
            var before = kinds(previous, List.of(field));
            var after = kinds(current, List.of(field));
            var gap = fields.gap(field);
            var kinds = gap.isPresent() ? List.<Sides>of() : sides(before, after);
            ofFields.add(
                    field.word(),
                    told(new GpmChange(kinds, fields.of(field), gap, question().currency())));
        }
        var kinds = sides(kinds(previous, Sections.FIELDS), kinds(current, Sections.FIELDS));
        return new Members()
                .add("merchant", merchant.value())
                .add("period", question().period().body())
                .add("previous", previous.question().period().body())
                .add("currency", question().currency().getCurrencyCode())
                .add("complete", previous.isComplete() && current.isComplete())
                .add("fields", ofFields.object())
                .add(
                        "total",
                        told(new GpmChange(
                                kinds, fields.total(), fields.gap(), question().currency())))
                .object();
    }

    private Question question() {
        return current.question();
    }

    private static Map<String, @Nullable Object> told(GpmChange change) {
        return new Members()
                .addAll(change.whole())
                .add("kinds", change.parts())
                .add("betweenKinds", change.between("kinds"))
                .object();
    }

    private static Map<Field, Figures> figures(Sections<FieldKinds> sections) {
        var figures = new EnumMap<Field, Figures>(Field.class);
        sections.known()
                .forEach((field, answer) ->
                        figures.put(field, answer.kinds().values().stream().reduce(Figures.NONE, Figures::plus)));
        return figures;
    }

    private static Map<TouchpointKind, Figures> kinds(Sections<FieldKinds> sections, List<Field> of) {
        var kinds = new EnumMap<TouchpointKind, Figures>(TouchpointKind.class);
        sections.known().forEach((field, answer) -> {
            if (of.contains(field)) {
                answer.kinds().forEach((kind, figures) -> kinds.merge(kind, figures, Figures::plus));
            }
        });
        return kinds;
    }

    /** Of the kinds at which anything happened in one of the periods. */
    private static List<Sides> sides(Map<TouchpointKind, Figures> before, Map<TouchpointKind, Figures> after) {
        return Arrays.stream(TouchpointKind.values())
                .filter(kind -> before.containsKey(kind) || after.containsKey(kind))
                .map(kind -> new Sides(kind.word(), side(before, kind), side(after, kind)))
                .toList();
    }

    private static Side side(Map<TouchpointKind, Figures> kinds, TouchpointKind kind) {
        return Side.ofField(kinds.getOrDefault(kind, Figures.NONE));
    }
}
