package io.factmatrix.gateway.domain.campaign;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.selection.Selection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which sales of the other fields a campaign assists: those that fit each of the three.
 *
 * @param products none: all
 * @param touchpoints none: every touchpoint of every other field
 * @param shops none: all
 */
public record Scope(List<String> products, List<Enrolment> touchpoints, List<String> shops) {

    /** A touchpoint of another field. */
    public record Enrolment(Field field, String touchpoint) {}

    /** What it selects of that field; empty when it names touchpoints, and none of that field. */
    Optional<Selection> of(Field field) {
        if (touchpoints.isEmpty()) {
            return Optional.of(new Selection(products, List.of(), shops));
        }
        var named = touchpoints.stream()
                .filter(enrolment -> enrolment.field() == field)
                .map(Enrolment::touchpoint)
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(new Selection(products, named, shops));
    }

    /** What both select of that field; empty when that is nothing. */
    Optional<Selection> shared(Scope other, Field field) {
        return of(field).flatMap(own -> other.of(field).flatMap(theirs -> shared(own, theirs)));
    }

    private static Optional<Selection> shared(Selection own, Selection theirs) {
        var products = common(own.products(), theirs.products());
        var touchpoints = common(own.touchpoints(), theirs.touchpoints());
        var shops = common(own.shops(), theirs.shops());
        return products.isEmpty() || touchpoints.isEmpty() || shops.isEmpty()
                ? Optional.empty()
                : Optional.of(new Selection(products.get(), touchpoints.get(), shops.get()));
    }

    /** Where one names none, the other's; empty when both name some and none is in both. */
    private static Optional<List<String>> common(List<String> own, List<String> theirs) {
        if (own.isEmpty() || theirs.isEmpty()) {
            return Optional.of(own.isEmpty() ? theirs : own);
        }
        var known = Set.copyOf(theirs);
        var both = own.stream().filter(known::contains).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }
}
