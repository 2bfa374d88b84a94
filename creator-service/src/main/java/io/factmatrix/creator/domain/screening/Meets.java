package io.factmatrix.creator.domain.screening;

import io.factmatrix.creator.domain.creator.Figure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether a criterion is met, as far as anybody knows. */
enum Meets {
    YES,
    MAYBE,
    NO;

    static Meets of(boolean met) {
        return met ? YES : NO;
    }

    /** Whether it is surely, possibly or surely not at least that; null of the figure is unknown, of the bound asks for nothing. */
    static Meets atLeast(@Nullable Figure figure, @Nullable BigDecimal least) {
        if (least == null) {
            return YES;
        }
        if (figure == null) {
            return MAYBE;
        }
        if (figure.lower().compareTo(least) >= 0) {
            return YES;
        }
        return figure.upper().compareTo(least) >= 0 ? MAYBE : NO;
    }

    static Meets atMost(@Nullable Figure figure, @Nullable BigDecimal most) {
        if (most == null) {
            return YES;
        }
        if (figure == null) {
            return MAYBE;
        }
        if (figure.upper().compareTo(most) <= 0) {
            return YES;
        }
        return figure.lower().compareTo(most) <= 0 ? MAYBE : NO;
    }

    Meets and(Meets other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
