package io.factmatrix.gateway.domain.department;

import java.util.Locale;

/** One of the five departments of a merchant. */
public enum Department {
    CONTENT,
    GOODS,
    CREATORS,
    ADS,
    SERVICE;

    /** As the API calls it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Panel panel() {
        return switch (this) {
            case CONTENT -> Panel.CONTENT;
            case GOODS -> Panel.GOODS;
            case CREATORS -> Panel.CREATORS;
            case ADS -> Panel.ADS;
            case SERVICE -> Panel.SERVICE;
        };
    }

    /** Whether it is told which step of those who watch is weakest. */
    public boolean seesSteps() {
        return this == CONTENT;
    }

    /** Whether it is told which products sold most and least, and which came back. */
    public boolean seesProducts() {
        return this == GOODS || this == SERVICE;
    }

    /** Whether it is told where promised prices or stocks contradict each other. */
    public boolean seesPromises() {
        return this == GOODS;
    }
}
