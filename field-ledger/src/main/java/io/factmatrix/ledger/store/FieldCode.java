package io.factmatrix.ledger.store;

import io.factmatrix.ledger.domain.event.Field;
import java.util.Arrays;

/** How the store writes a field: a number, so that row-level security lets an index compare it (see V1). */
final class FieldCode {

    private FieldCode() {}

    static short of(Field field) {
        return switch (field) {
            case UNATTRIBUTED -> 1;
            case LIVESTREAM -> 2;
            case CAMPAIGN -> 3;
            case CREATOR -> 4;
            case KOL -> 5;
        };
    }

    static Field field(short code) {
        return Arrays.stream(Field.values())
                .filter(field -> of(field) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("field: %d (expected: 1 to 5)".formatted(code)));
    }
}
