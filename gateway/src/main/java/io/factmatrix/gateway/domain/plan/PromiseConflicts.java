package io.factmatrix.gateway.domain.plan;

import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.plan.domain.Limit;
import io.factmatrix.plan.domain.Outcome;
import io.factmatrix.plan.domain.PriceGuard;
import io.factmatrix.plan.domain.PromiseConflict;
import io.factmatrix.plan.domain.Rulebook;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What contradicts each other among the promises of the fields that answered.
 *
 * @param conflicts in the order of their keys
 * @param missing the fields that did not, each with the reason
 */
public record PromiseConflicts(List<PromiseConflict> conflicts, Map<Field, String> missing) {

    public static PromiseConflicts of(List<Outcome> outcomes) {
        var sights = outcomes.stream()
                .filter(Outcome.Seen.class::isInstance)
                .map(outcome -> ((Outcome.Seen) outcome).sight())
                .toList();
        List<Limit> limits = sights.stream()
                .map(sight -> sight.rulebook())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Rulebook::limits)
                .orElse(List.of());
        var missing = new EnumMap<Field, String>(Field.class);
        for (var outcome : outcomes) {
            if (outcome instanceof Outcome.Unchecked unchecked) {
                missing.put(unchecked.field(), unchecked.reason());
            }
        }
        var promises = sights.stream().flatMap(sight -> sight.kept().stream()).toList();
        return new PromiseConflicts(
                PriceGuard.by(limits).among(promises).stream()
                        .sorted(Comparator.comparing(PromiseConflict::key))
                        .toList(),
                missing);
    }
}
