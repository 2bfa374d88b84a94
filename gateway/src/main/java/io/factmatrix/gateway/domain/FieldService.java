package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The services. */
public enum FieldService {
    LIVESTREAM,
    CREATOR,
    CAMPAIGN,
    KOL;

    /** The service that keeps the ledger of that field. */
    public static FieldService of(Field field) {
        return switch (field) {
            case LIVESTREAM, UNATTRIBUTED -> LIVESTREAM;
            case CREATOR -> CREATOR;
            case CAMPAIGN -> CAMPAIGN;
            case KOL -> KOL;
        };
    }

    /** The fields whose ledgers it keeps. */
    public Set<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> of(field) == this)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    /** What it is called in configuration, metrics and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
