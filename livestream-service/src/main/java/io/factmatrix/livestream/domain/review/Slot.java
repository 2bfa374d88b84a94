package io.factmatrix.livestream.domain.review;

import io.factmatrix.kit.json.Word;
import java.time.LocalTime;

/** A quarter of the day, by the clock of a zone. */
public enum Slot implements Word {
    /** From 0 to 6 o'clock. */
    NIGHT,
    /** From 6 to 12. */
    MORNING,
    /** From 12 to 18. */
    AFTERNOON,
    /** From 18 to 24. */
    EVENING;

    private static final int HOURS = 6;

    static Slot of(LocalTime time) {
        return values()[time.getHour() / HOURS];
    }
}
