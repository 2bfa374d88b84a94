package io.factmatrix.gateway.domain.lens;

import io.factmatrix.gateway.domain.MerchantAudience;
import io.factmatrix.gateway.domain.OperatingView;
import io.factmatrix.gateway.domain.Sections;
import io.factmatrix.gateway.domain.department.Indicator;
import io.factmatrix.gateway.domain.lens.FigureNames.Named;
import io.factmatrix.ledger.domain.event.Field;
import io.factmatrix.ledger.domain.figures.FieldFigures;
import io.factmatrix.ledger.domain.figures.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of a view and of an audience by name, each as it is answered there. */
final class LensFigures {

    private final Sections<FieldFigures> sections;
    private final Map<String, @Nullable Object> view;
    private final Map<String, @Nullable Object> audience;
    private final String unknownOfTotal;

    LensFigures(OperatingView view, MerchantAudience audience) {
        this.sections = view.current().sections();
        this.view = view.body();
        this.audience = audience.body();
        this.unknownOfTotal = Sections.FIELDS.stream()
                .filter(field -> !sections.known().containsKey(field)
                        || !audience.sections().known().containsKey(field))
                .map(Field::word)
                .collect(Collectors.joining(", "));
    }

    /** The fields that the total does not know, by commas; empty when it knows all. */
    String unknownOfTotal() {
        return unknownOfTotal;
    }

    /** As it is answered; null when nobody knows. */
    @Nullable Object of(Named name) {
        var indicator = indicator(name.figure());
        if (indicator.isPresent()) {
            return of(indicator.get(), name.of());
        }
        return name.isOfPeople()
                ? at(part(audience, name.of()), List.of(name.stage()))
                : at(part(view, name.of()), path(name.figure()));
    }

    private static Optional<Indicator> indicator(String word) {
        return Arrays.stream(Indicator.values())
                .filter(indicator -> indicator.word().equals(word))
                .findFirst();
    }

    private @Nullable Object of(Indicator indicator, String of) {
        var known = sections.known();
        var field = Field.of(of);
        if (field.isPresent()) {
            var answer = known.get(field.get());
            return answer == null ? null : indicator.ofField(answer.figures());
        }
        return known.values().stream()
                .map(FieldFigures::figures)
                .reduce(Figures::plus)
                .map(indicator::ofTotal)
                .orElse(null);
    }

    private static @Nullable Object part(Map<String, @Nullable Object> answer, String of) {
        return of.equals("total") ? answer.get("total") : at(answer, List.of("fields", of));
    }

    private static List<String> path(String figure) {
        return List.of(("metrics." + figure).split("\\."));
    }

    private static @Nullable Object at(@Nullable Object from, List<String> path) {
        @Nullable Object found = from;
        for (var member : path) {
            found = found instanceof Map<?, ?> members ? members.get(member) : null;
        }
        return found;
    }
}
