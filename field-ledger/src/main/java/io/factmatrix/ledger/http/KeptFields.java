package io.factmatrix.ledger.http;

import io.factmatrix.kit.merchant.MerchantId;
import io.factmatrix.kit.problem.ProblemException;
import io.factmatrix.ledger.domain.LedgerId;
import io.factmatrix.ledger.domain.event.Field;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields whose ledgers a service keeps. */
public record KeptFields(Set<Field> fields) {

    public static KeptFields of(Field first, Field... others) {
        return new KeptFields(EnumSet.of(first, others));
    }

    Set<String> words() {
        return fields.stream().map(Field::word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The merchant's ledger of that field, which is one that is kept here: else a problem, 400. */
    LedgerId ledger(String merchant, @Nullable String field) {
        var words = String.join(", ", words());
        if (field == null) {
            throw new ProblemException(
                    400, "parameter.missing", "field: absent (expected: one of %s)".formatted(words));
        }
        var known = Field.of(field)
                .filter(fields::contains)
                .orElseThrow(() -> ProblemException.invalid("field", field, "one of " + words));
        return new LedgerId(MerchantId.of(merchant), known);
    }
}
