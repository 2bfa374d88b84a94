package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.event.Field;
import java.util.Locale;

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

    /** What it is called in configuration, metrics and messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
