package io.factmatrix.gateway.domain;

import io.factmatrix.ledger.domain.figures.Audience;
import io.factmatrix.ledger.domain.figures.AudienceSketch;
import io.factmatrix.ledger.domain.figures.People;
import java.util.Locale;

/** How far somebody came; whoever came further is among those before, too. */
enum Stage {
    AWARE,
    INTERESTED,
    PURCHASED,
    LOYAL;

    /** Who of a field came so far. */
    AudienceSketch sketch(Audience audience) {
        return switch (this) {
            case AWARE -> audience.aware();
            case INTERESTED -> audience.interested();
            case PURCHASED -> audience.purchased().sketch();
            case LOYAL -> audience.loyal().sketch();
        };
    }

    /** How many of a field they are; those who paid were counted. */
    People people(Audience audience) {
        return switch (this) {
            case AWARE -> audience.aware().people();
            case INTERESTED -> audience.interested().people();
            case PURCHASED -> audience.purchased().people();
            case LOYAL -> audience.loyal().people();
        };
    }

    String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
