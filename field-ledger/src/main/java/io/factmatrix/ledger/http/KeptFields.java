package io.factmatrix.ledger.http;

import io.factmatrix.ledger.domain.event.Field;
import java.util.EnumSet;
import java.util.Set;

/** The fields whose ledgers a service keeps. */
public record KeptFields(Set<Field> fields) {

    public static KeptFields of(Field first, Field... others) {
        return new KeptFields(EnumSet.of(first, others));
    }
}
